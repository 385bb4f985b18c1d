"""What went wrong in a template, said where it stands and with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import itemgetter
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from jinja2.debug import get_template_locals
from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.utils import missing

from legalgen.fields import Fields, place_of
from legalgen.findings import (
    CellPlace,
    Finding,
    Message,
    TemplatePlace,
    error,
    mask,
    message,
    shown,
)
from legalgen.render.environment import MissingNameError
from legalgen.render.part import Part
from legalgen.render.places import part_label, place_of_tag
from legalgen.render.tags import NumberedSource
from legalgen.render.values import RefusedValueError

_UNKNOWN = re.compile(r"No (?:filter|test) named '(\w+)'")
_LIFTED = re.compile(r"unknown tag '(?:p|tr|tc|r)'")
_BLOCK = re.compile(r"\{%[-+]?\s*(end)?(for|if|macro|call|filter|with|autoescape|block)\b")
_VARIABLE = re.compile(r"l_(\d+)_(\w+)")
_WORD = re.compile(r"\w+")
_LONG_NUMBER = re.compile(r"\d{12,}")
_EACH_PERSON = message(
    "it has several people: print each between {{%tr for orang in anggota %}} and {{%tr endfor %}}"
)
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template as it was read: its path for messages, its content to find places in."""

    path: Path
    content: bytes

    def place(self, part: str, source: NumberedSource, tag: int | None) -> TemplatePlace:
        """Find where a tag of a part stands; the part as a whole if it is not known which."""
        if tag is None:
            return TemplatePlace(self.path, part_label(part))
        return place_of_tag(self.content, self.path, part, source.tags, tag)


def syntax_finding(
    problem: TemplateSyntaxError,
    file: TemplateFile,
    part: str,
    source: NumberedSource,
    filters: Iterable[str],
) -> Finding:
    """Say why a part cannot be compiled, at the tag that is at fault."""
    reason = problem.message or ""
    unknown = _UNKNOWN.search(reason)
    tag = source.tag_at(problem.lineno)
    if unknown:
        return _unknown_filter(unknown[1], file.place(part, source, tag), filters)
    if reason.startswith("Unexpected end of template"):
        open_block = _innermost_open_block(source.tags)
        tag = tag if open_block is None else open_block
        hint = message(
            "close the block: {{% endfor %}} for {{% for %}}, {{% endif %}} for {{% if %}}"
        )
    elif _LIFTED.search(reason):  # docxtpl lifts no tag that has one of these
        hint = message("compute what has a % or }} in it before, in {{% set x = … %}}, and use x")
    else:
        hint = message("write it as {{{{ name }}}} or {{% for x in names %}} … {{% endfor %}}")
    what = message("the tag cannot be read: {reason}", reason=reason)
    return error("T001", file.place(part, source, tag), what, hint=hint)


def too_deep(place: TemplatePlace) -> Finding:
    """Say that a tag or a part goes too deep for Jinja or Python to read it."""
    return error(
        "T001",
        place,
        message("tags stand too deep in one another, or one is too long to be read"),
        hint=message("let {{% set x = … %}} take a part of it, or do with fewer blocks"),
    )


def runtime_finding(problem: Exception, file: TemplateFile, part: Part) -> Finding | None:
    """Say what went wrong while a part was printed, and with which row of the office's data.

    Gives nothing if the fault is not the template's.
    """
    frame, line = _template_frame(problem.__traceback__, part)
    tag = part.numbered.tag_at(part.template.get_corresponding_lineno(line)) if frame else None
    place = file.place(part.source.name, part.numbered, tag)
    found = _found(problem, place, frame, part)
    rows = _rows(frame, place.tag or "") if frame else ()
    return found and replace(found, related=tuple(rows))


def _found(
    problem: Exception, place: TemplatePlace, frame: FrameType | None, part: Part
) -> Finding | None:
    match problem:
        case RefusedValueError():
            return error(problem.code, place, problem.what, hint=problem.hint)
        case SecurityError() | OverflowError() | RecursionError() | MemoryError():
            return _forbidden(problem, place)
        case _ if frame is None:
            return None
        case MissingNameError() if problem.name:
            return _missing_name(problem, place, frame)
        case TemplateRuntimeError() if unknown := _UNKNOWN.search(str(problem)):
            return _unknown_filter(unknown[1], place, part.template.environment.filters)
    return error(
        "T003",
        place,
        message("it cannot be computed: {reason}", reason=_reason(problem)),
        hint=message("look at the value that stands here, and at the filter after |"),
    )


def _forbidden(problem: Exception, place: TemplatePlace) -> Finding:
    what = message("the template does what no template may: {reason}", reason=str(problem))
    if isinstance(problem, RecursionError):
        what = message("a macro or a loop in the template calls itself without end")
    hint = message("a template may print data and compute with it, and nothing else")
    return error("T005", place, what, hint=hint)


def _template_frame(traceback: TracebackType | None, part: Part) -> tuple[FrameType | None, int]:
    """Find the innermost frame of the part's own compiled code, and its line in that."""
    frame, line = None, 0
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__jinja_template__") is part.template:
            frame, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    return frame, line


def _rows(frame: FrameType, tag: str) -> Iterator[CellPlace]:
    """Point at the rows that a tag names, or else at the row its innermost loop had come to.

    Jinja's compiled code calls a template's variable `orang` l_1_orang in its first loop.
    """
    rows: dict[str, tuple[int, CellPlace]] = {}
    for local, value in frame.f_locals.items():
        variable = _VARIABLE.match(local)
        if variable and isinstance(value, Fields) and (place := place_of(value)):
            depth, name = int(variable[1]), variable[2]
            if depth >= rows.get(name, (0, place))[0]:
                rows[name] = depth, place
    named = [rows[name][1] for name in dict.fromkeys(_WORD.findall(tag)) if name in rows]
    loops = [(depth, place) for depth, place in rows.values() if depth]
    if named:
        yield from named
    elif loops:
        yield max(loops, key=itemgetter(0))[1]


def _missing_name(problem: MissingNameError, place: TemplatePlace, frame: FrameType) -> Finding:
    if problem.owner is missing:
        there = get_template_locals(frame.f_locals)
        names = [name for name, value in there.items() if not callable(value)]
        what = message("{name} is not among this document's data", name=shown(problem.name))
        if problem.name == "orang":
            return error("T002", place, what, hint=_EACH_PERSON)
    else:
        names = _names_of(problem.owner)
        what = message("there is no {name} here", name=shown(problem.name))
    return error("T002", place, what, hint=_suggestion(str(problem.name), names))


def _names_of(owner: Any) -> list[str]:
    if isinstance(owner, Fields | Mapping):
        return [str(name) for name in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def _unknown_filter(name: str, place: TemplatePlace, filters: Iterable[str]) -> Finding:
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


def _reason(problem: Exception) -> object:
    """Give a problem's own message, in the user's language where it is one of ours."""
    if problem.args and isinstance(problem.args[0], Message):
        return problem.args[0]
    text = f"{type(problem).__name__}: {problem}"
    return _LONG_NUMBER.sub(lambda number: mask(number[0]), text)


def _innermost_open_block(tags: Iterable[str]) -> int | None:
    """Find the block that nothing closes."""
    still_open: list[int] = []
    for number, tag in enumerate(tags):
        block = _BLOCK.match(tag)
        if block and not block[1]:
            still_open.append(number)
        elif block and still_open:
            still_open.pop()
    return still_open[-1] if still_open else None
