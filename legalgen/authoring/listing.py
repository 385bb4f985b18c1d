"""The fields of a product: those its template uses and those it could, with what each prints.

Nothing is listed by hand: the names and the examples are those of a planned document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from legalgen.authoring.listed import (
    DOCUMENT,
    PERSON,
    PROFILE,
    SECTIONS,
    Listed,
    from_sheet,
    listed,
    not_in_the_example,
)
from legalgen.columns import KEGIATAN, PENETAPAN, columns_of
from legalgen.counters import Consideration, Dictum
from legalgen.example import Example
from legalgen.filters import FILTERS
from legalgen.findings import Message, message
from legalgen.products import Product
from legalgen.proofing.uses import EACH, Steps, Use


@dataclass(frozen=True, slots=True)
class ListedFilter:
    """One filter and what it does, in English; the catalogue has it in other languages."""

    name: str
    does: Message


def list_filters() -> list[ListedFilter]:
    """List the filters with the first line of their docstrings."""
    return [
        ListedFilter(name, message((function.__doc__ or "").partition("\n")[0]))
        for name, function in FILTERS.items()
    ]


def list_fields(product: Product, uses: Iterable[Use], example: Example) -> list[Listed]:
    """List the fields of a product by section, each marked if the template uses it.

    A field that the template uses and the example does not have is listed too: it may be a column
    of the office's own.
    """
    used = list(dict.fromkeys(_listed_path(use.path) for use in uses))
    fields = [
        *_of_document(product, example),
        *_lists(product, example),
        *_counters(),
        *_of_records(product, used, example),
        *_of_profile(example),
    ]
    known = [field.path for field in fields]
    unknown = [path for path in used if not any(_is_of(path, other) for other in known)]
    fields += [not_in_the_example(path) for path in unknown if not _leads_on(path, known)]
    return [replace(field, used=any(_is_of(path, field.path) for path in used)) for field in fields]


def arranged(fields: Sequence[Listed]) -> Iterator[tuple[Message, list[Listed]]]:
    """Arrange the list for reading: first what the template uses, then the rest by section."""
    yield message("Used by the template"), [field for field in fields if field.used]
    for section, title in SECTIONS.items():
        rest = [field for field in fields if field.section == section and not field.used]
        if rest:
            yield title, rest


def _listed_path(path: Steps) -> Steps:
    """Call a person `orang`, whether reached through the list or not."""
    return (PERSON, *path[2:]) if path[:2] == ("anggota", EACH) else path


def _is_of(used: Steps, field: Steps) -> bool:
    """Whether a template that uses the one uses the other: itself, a part of it, all alike."""
    return len(used) >= len(field) and all(
        fnmatchcase(step, pattern) for step, pattern in zip(field, used, strict=False)
    )


def _leads_on(path: Steps, known: Iterable[Steps]) -> bool:
    return any(other[: len(path)] == path for other in known)


def _of_document(product: Product, example: Example) -> Iterator[Listed]:
    """List what belongs to the document as a whole."""
    context = example.document.context
    for name, origin in (
        ("nomor", _in_toml("number", product)),
        ("tentang", _in_toml("about", product)),
        ("jumlah", message("counted: the people of the document")),
    ):
        yield listed((name,), context[name], origin)
    for column in dict.fromkeys((*product.group_by, "desa_kelurahan")):
        if column in product.group_by or "desa" in product.group_by:
            yield listed((column,), context.get(column, ""), from_sheet(PERSON, column))


def _in_toml(key: str, product: Product) -> Message:
    return message("`{key}` in {file}", key=key, file=product.source.name)


def _lists(product: Product, example: Example) -> Iterator[Listed]:
    """List what a template goes through, with the tag that begins it."""
    kind = message("list")
    yield Listed(
        section=DOCUMENT,
        path=("anggota",),
        tag="{%tr for orang in anggota %}",
        kind=kind,
        example=next((str(person["nama_lengkap"]) for person in example.people), ""),
        origin=message("the people of the document"),
    )
    bases: Any = example.document.context["dasar_hukum"]
    yield Listed(
        section=DOCUMENT,
        path=("dasar_hukum",),
        tag="{%p for dasar in dasar_hukum %} {{ dasar }}",
        kind=kind,
        example=next(iter(bases), ""),
        origin=_in_toml("legal_bases", product),
    )


def _counters() -> Iterator[Listed]:
    """List what counts while a document is printed."""
    kind, origin = message("counter"), message("counted while the document is printed")
    menimbang = Consideration()
    for path, shown in (
        (("menimbang",), menimbang()),
        (("menimbang", "rujukan"), (menimbang(), menimbang(), menimbang.rujukan())[-1]),
        (("diktum",), Dictum()()),
    ):
        yield Listed(DOCUMENT, path, f"{{{{ {'.'.join(path)}() }}}}", kind, shown, origin)


def _of_records(product: Product, used: Sequence[Steps], example: Example) -> Iterator[Listed]:
    """List the columns of the sheets and the keys of `kegiatan`, the known and the office's own."""
    context: Mapping[str, Any] = example.document.context
    people = list(example.people)
    appointment = context.get(PENETAPAN, dict.fromkeys(columns_of(PENETAPAN), ""))
    records: tuple[tuple[str, Sequence[Any], Sequence[str]], ...] = (
        (PERSON, people, product.needs),
        (PENETAPAN, [appointment], product.needs_penetapan),
        (KEGIATAN, [context[KEGIATAN]], product.needs_kegiatan),
    )
    for section, rows, needed in records:
        own = [path[1] for path in used if path[0] == section and len(path) > 1]
        if section == PENETAPAN and not (needed or own):
            continue
        for name in dict.fromkeys((*rows[0], *needed)):
            filled = (row[name] for row in rows if name in row and row[name] != "")
            yield listed((section, name), next(filled, ""), from_sheet(section, name))


def _of_profile(example: Example) -> Iterator[Listed]:
    """List the figures of the law, each with the provision that sets it."""
    for name, figure in example.law.profile.figures.items():
        origin = message("law: {source}", source=figure.source)
        yield listed((PROFILE, *name.split(".")), figure.value, origin)
