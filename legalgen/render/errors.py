"""What went wrong in a template, said where it stands and with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from types import FrameType, TracebackType

from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError

from legalgen.fields import Fields, place_of
from legalgen.findings import (
    CellPlace,
    Finding,
    TemplatePlace,
    error,
    message,
)
from legalgen.render.environment import MissingNameError
from legalgen.render.part import Part
from legalgen.render.places import part_label, place_of_tag
from legalgen.render.reasons import forbidden, missing_name, not_computed, unknown_filter, words_of
from legalgen.render.tags import NumberedSource
from legalgen.render.values import RefusedValueError

_UNKNOWN = re.compile(r"No (?:filter|test) named '(\w+)'")
_LIFTED = re.compile(r"unknown tag '(?:p|tr|tc|r)'")
_BLOCK = re.compile(r"\{%[-+]?\s*(end)?(for|if|macro|call|filter|with|autoescape|block)\b")
_VARIABLE = re.compile(r"l_(\d+)_(\w+)")
_WORD = re.compile(r"\w+")
_UNESCAPED = re.compile(r"\|\s*safe\b|\bautoescape\s+false\b")


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
        return unknown_filter(unknown[1], file.place(part, source, tag), filters)
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
    if frame is None:
        return _afterwards(problem, file, part)
    tag = part.numbered.tag_at(part.template.get_corresponding_lineno(line))
    place = file.place(part.source.name, part.numbered, tag)
    found = _found(problem, place, frame, part)
    return replace(found, related=tuple(_rows(frame, place.tag or "")))


def _found(problem: Exception, place: TemplatePlace, frame: FrameType, part: Part) -> Finding:
    match problem:
        case RefusedValueError():
            return error(problem.code, place, problem.what, hint=problem.hint)
        case SecurityError() | OverflowError() | RecursionError() | MemoryError():
            return forbidden(problem, place)
        case MissingNameError() if problem.name:
            return missing_name(problem, place, frame)
        case TemplateRuntimeError() if unknown := _UNKNOWN.search(str(problem)):
            return unknown_filter(unknown[1], place, part.template.environment.filters)
    return not_computed(problem, place)


def _afterwards(problem: Exception, file: TemplateFile, part: Part) -> Finding | None:
    """Say what went wrong when a part was printed, but not yet a document."""
    safe = (number for number, tag in enumerate(part.numbered.tags) if _UNESCAPED.search(tag))
    place = file.place(part.source.name, part.numbered, next(safe, None))
    if isinstance(problem, RefusedValueError):
        return error(problem.code, place, problem.what, hint=problem.hint)
    if not _went_through("docxtpl", problem.__traceback__):
        return None
    return error(
        "T006",
        replace(place, tag=None),
        message(
            "a table or a picture is not as Word writes it: {reason}", reason=words_of(problem)
        ),
        hint=message("open the template in Word and save it; delete the table, and make it anew"),
    )


def _template_frame(traceback: TracebackType | None, part: Part) -> tuple[FrameType | None, int]:
    """Find the innermost frame of the part's own compiled code, and its line in that."""
    frame, line = None, 0
    while traceback is not None:
        seen = traceback.tb_frame
        stands_in = seen.f_code.co_name.startswith("t_")  # for a filter that is not there
        if seen.f_globals.get("__jinja_template__") is part.template and not stands_in:
            frame, line = seen, traceback.tb_lineno
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


def _went_through(package: str, traceback: TracebackType | None) -> bool:
    """Whether a problem came up in a package's own code."""
    while traceback is not None:
        if str(traceback.tb_frame.f_globals.get("__name__")).partition(".")[0] == package:
            return True
        traceback = traceback.tb_next
    return False


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
