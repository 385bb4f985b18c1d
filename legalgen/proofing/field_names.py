"""The names a template uses, held against what a document gives it: fields, filters, loops."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any

from jinja2 import nodes
from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.tests import TESTS as JINJAS_TESTS

from legalgen.columns import PENETAPAN, PESERTA, columns_of, headers_of, matching_key
from legalgen.fields import Fields
from legalgen.filters import FILTERS
from legalgen.findings import Finding, Message, error, message, shown, warning
from legalgen.proofing.grammar import Read
from legalgen.proofing.script import Tag
from legalgen.proofing.uses import ANY, EACH, Use, uses

_MOST_NAMES = 12
_FILTERS = {*FILTERS, *JINJAS_FILTERS}
_USUAL_TESTS = ("defined", "divisibleby", "even", "in", "none", "number", "odd", "string")
# The synonyms of columns, which an office knows them by: `tgl lahir` is `tanggal_lahir`.
_HEADERS = {
    header: name
    for sheet in (PENETAPAN, PESERTA)
    for header, name in headers_of(columns_of(sheet).values()).items()
}


def wrong_names(read: Read, seen: Mapping[str, Any]) -> Iterator[Finding]:
    """Find fields that are not there, and those that no loop or no print can take as they are.

    A name that the template asks for with `is defined` or `default` may be missing.
    """
    used = uses(read.tree)
    spared = {use.path for use in used if use.spared}
    own = _made_known(read)
    said: set[Sequence[str]] = set()
    for use in dict.fromkeys(used):
        tag = read.tag_at(use.line)
        missing, value = _followed(use.path, seen)
        path = use.path[:missing]
        if missing is None:
            if use.looped and _is_single(value):
                yield _single(tag, use)
            elif use.printed:
                yield from _unfit_to_print(tag, use, value)
        elif path not in spared and (path not in said or path[-1] in tag.inner):
            said.add(path)  # what a variable of the template stands for is said once
            yield _missing(tag, path, seen, own)


def unknown_filters(read: Read) -> Iterator[Finding]:
    """Find filters and tests that are not there."""
    for filtered in read.tree.find_all(nodes.Filter):
        if filtered.name not in _FILTERS:
            what = message("there is no filter {name}", name=shown(filtered.name))
            hint = _suggestion(filtered.name, _FILTERS, FILTERS)
            yield error("T004", read.tag_at(filtered.lineno).place, what, hint=hint)
    for tested in read.tree.find_all(nodes.Test):
        if tested.name not in JINJAS_TESTS:
            what = message("there is no test {name}", name=shown(tested.name))
            hint = _suggestion(tested.name, JINJAS_TESTS, _USUAL_TESTS)
            yield error("T004", read.tag_at(tested.lineno).place, what, hint=hint)


def _followed(path: Sequence[str], seen: Mapping[str, Any]) -> tuple[int | None, Any]:
    """Follow a path to its value: how many steps lead to a missing name, if one is, and the value.

    The value is None where it is known only when a document is printed.
    """
    value: Any = seen
    for length, step in enumerate(path, 1):
        if step == EACH:
            if not isinstance(value, Sequence) or isinstance(value, str) or not value:
                return None, None
            value = value[0]
        elif isinstance(value, Fields | Mapping):
            matching = (
                [name for name in value if fnmatchcase(name, step)] if ANY in step else [step]
            )
            if not any(name in value for name in matching):
                return length, None
            value = value[matching[0]]
        else:
            return (None if ANY in step or hasattr(value, step) else length), None
    return None, value


def _is_single(value: Any) -> bool:
    return value is not None and not isinstance(value, list | tuple | Mapping)


def _single(tag: Tag, use: Use) -> Finding:
    return error(
        "T010",
        tag.place,
        message("{name} is one value, and no list to go through", name=".".join(use.path)),
        hint=message("the lists are anggota and dasar_hukum: {{% for orang in anggota %}}"),
    )


def _unfit_to_print(tag: Tag, use: Use, value: Any) -> Iterator[Finding]:
    """Find lists, and days and times of day that would be written as computers write them."""
    name = ".".join(use.path)
    if isinstance(value, list | tuple):
        what = message("{name} is a list, and not one text", name=name)
        hint = message("go through it: {{% for x in {name} %}} … {{% endfor %}}", name=name)
        yield error("T010", tag.place, what, hint=hint)
    elif isinstance(value, date | time):
        what = message("this is printed as computers write it: {value}", value=str(value))
        right = f"{{{{ {tag.inner}|{'tanggal' if isinstance(value, date) else 'pukul'} }}}}"
        yield warning("N017", tag.place, what, hint=message("write {tag}", tag=right))


def _missing(
    tag: Tag, path: Sequence[str], seen: Mapping[str, Any], own: Mapping[str, Tag]
) -> Finding:
    name = path[-1]
    _, owner = _followed(path[:-1], seen) if path[:-1] else (None, seen)
    if len(path) == 1:
        what = message("{name} is not among this document's data", name=shown(name))
    else:
        within = ".".join("…" if step == EACH else step for step in path[:-1])
        what = message("there is no {name} in {within}", name=shown(name), within=within)
    names = list(owner) if isinstance(owner, Fields | Mapping) else []
    hint = _mistyped(name, tag, names) or _hint(name, names, seen)
    if len(path) == 1 and name in own:
        hint = message("it is known only below {tag}, and within its block", tag=own[name].text)
    return error("T002", tag.place, what, hint=hint)


def _made_known(read: Read) -> dict[str, Tag]:
    """Map the names that the template itself makes known to the tags that do."""
    made: list[nodes.Name | nodes.Macro] = list(read.tree.find_all(nodes.Macro))
    made += (name for name in read.tree.find_all(nodes.Name) if name.ctx == "store")
    return {node.name: read.tag_at(node.lineno) for node in reversed(made)}


def _mistyped(name: str, tag: Tag, names: Collection[str]) -> Message | None:
    """Recognise a name with a hyphen in it, and a filter that is called."""
    for hyphened in re.findall(rf"\b{re.escape(name)}(?:-\w+)+", tag.inner):
        if (meant := hyphened.replace("-", "_")) in names:
            return message("did you mean {names}?", names=meant)
    called = re.search(rf"\b{re.escape(name)}\(\s*([\w.]+)", tag.inner)
    if called and name in _FILTERS:
        right = f"{{{{ {called[1]}|{name} }}}}"
        return message("a filter stands behind its value: {tag}", tag=right)
    return None


def _hint(name: str, names: Collection[str], seen: Mapping[str, Any]) -> Message:
    """Suggest the name that was meant: here, or where else it is known."""
    meant = _HEADERS.get(matching_key(name))
    if meant in names:
        return message("did you mean {names}?", names=meant)
    elsewhere = [
        f"{holder}.{name}"
        for holder in ("orang", "penetapan", "kegiatan", "profil")
        if isinstance(fields := seen.get(holder), Fields) and name in fields
    ]
    if elsewhere:
        return message("did you mean {names}?", names=", ".join(elsewhere))
    return _suggestion(name, names, names)


def _suggestion(name: str, names: Iterable[str], usual: Iterable[str]) -> Message:
    """Offer the names that are spelt nearly so, or else the first of the usual ones."""
    if near := get_close_matches(name.casefold(), sorted(names), n=3, cutoff=0.6):
        return message("did you mean {names}?", names=", ".join(near))
    there = sorted(usual)
    if not there:
        return message("a value of this kind has no fields")
    listed = ", ".join(there[:_MOST_NAMES]) + (", …" if len(there) > _MOST_NAMES else "")
    return message("there are: {names}", names=listed)
