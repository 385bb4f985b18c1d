"""What a problem in a template means, in the words of who made the template, and what mends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import FrameType

from jinja2.debug import get_template_locals
from jinja2.utils import missing

from legalgen.fields import Fields
from legalgen.findings import Finding, Message, TemplatePlace, error, message, shown
from legalgen.render.environment import MissingNameError
from legalgen.render.values import WHOLE_ROW, WRITE_COLUMN

_NO_FIELDS = message("a value of this kind has no fields")
_EACH_PERSON = message(
    "it has several people: print each between {{%tr for orang in anggota %}} and {{%tr endfor %}}"
)
_MOST_NAMES = 12


# What Python says of values that do not fit together, and what that means.
_COMPUTING: tuple[tuple[type[Exception], re.Pattern[str], Message, Message], ...] = (
    (
        ZeroDivisionError,
        re.compile(""),
        message("there is a division by zero"),
        message("ask before: {{% if x %}}{{{{ y / x }}}}{{% endif %}}"),
    ),
    (TypeError, re.compile("a row has no text"), WHOLE_ROW, WRITE_COLUMN),
    (
        TypeError,
        re.compile("is not callable"),
        message("this is a value, and cannot be called"),
        message("leave out the parentheses behind it"),
    ),
    (
        TypeError,
        re.compile("unsupported operand|concatenate|multiply sequence|not supported between"),
        message("texts and numbers cannot be computed or compared with one another"),
        message("a column holds text: |int makes a number of it, and ~ joins texts"),
    ),
    (
        TypeError,
        re.compile("is not iterable"),
        message("this is one value, and no list to go through"),
        message("the lists are anggota and dasar_hukum: {{% for orang in anggota %}}"),
    ),
)


def not_computed(problem: Exception, place: TemplatePlace) -> Finding:
    """Say why a value cannot be computed, or not be printed."""
    for kind, pattern, what, hint in _COMPUTING:
        if isinstance(problem, kind) and pattern.search(str(problem)):
            return error("T003", place, what, hint=hint)
    what = message("it cannot be computed: {reason}", reason=words_of(problem))
    hint = message("look at the value that stands here, and at the filter after |")
    return error("T003", place, what, hint=hint)


def forbidden(problem: Exception, place: TemplatePlace) -> Finding:
    """Say that a template does what none may, or does not come to an end."""
    what = message("the template does what no template may: {reason}", reason=str(problem))
    if isinstance(problem, RecursionError):
        what = message("a macro or a loop in the template calls itself without end")
    hint = message("a template may print data and compute with it, and nothing else")
    return error("T005", place, what, hint=hint)


def missing_name(problem: MissingNameError, place: TemplatePlace, frame: FrameType) -> Finding:
    """Say which name is not there, and offer those that are where it was looked for."""
    name, owner = problem.name, problem.owner
    if owner is missing:
        there = get_template_locals(frame.f_locals)
        what = message("{name} is not among this document's data", name=shown(name))
        if name == "orang":
            return error("T002", place, what, hint=_EACH_PERSON)
        names = [each for each, value in there.items() if not callable(value)]
        return error("T002", place, what, hint=_suggestion(name, names))
    if isinstance(owner, Fields | Mapping):
        what = message("there is no {name} here", name=shown(name))
        return error("T002", place, what, hint=_suggestion(str(name), map(str, owner)))
    if isinstance(owner, list | tuple):
        what = message(
            "there is no {name} in a list of {count}", name=shown(name), count=len(owner)
        )
        hint = message("[0] is the first of a list, [-1] the last; {{% for %}} goes through it")
        return error("T002", place, what, hint=hint)
    what = message("there is no {name} here", name=shown(name))
    public = [each for each in dir(owner) if not each.startswith("_")]
    near = get_close_matches(str(name), public, 1, 0.6)
    return error("T002", place, what, hint=_suggestion(str(name), near) if near else _NO_FIELDS)


def unknown_filter(name: str, place: TemplatePlace, filters: Iterable[str]) -> Finding:
    """Say that there is no such filter, and offer those that there are."""
    public = [each for each in filters if each.isidentifier() and not each.startswith("_")]
    what = message("there is no filter {name}", name=shown(name))
    return error("T004", place, what, hint=_suggestion(name, public))


def _suggestion(name: str, names: Iterable[str]) -> Message:
    """Offer the names that are spelt nearly so, or else the first of those there are."""
    there = sorted(set(names))
    if near := get_close_matches(name, there, n=3, cutoff=0.6):
        return message("did you mean {names}?", names=", ".join(near))
    listed = ", ".join(there[:_MOST_NAMES]) + (", …" if len(there) > _MOST_NAMES else "")
    return message("there are: {names}", names=listed)


def words_of(problem: Exception) -> object:
    """Give a problem's own message, in the user's language where it is one of ours."""
    if problem.args and isinstance(problem.args[0], Message):
        return problem.args[0]
    return f"{type(problem).__name__}: {problem}"
