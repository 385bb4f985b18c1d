"""Wording that official documents do not use, as data: `wording.toml`, and the office's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from legalgen.findings import (
    CellPlace,
    Finding,
    LegalgenError,
    TemplatePlace,
    error,
    message,
    warning,
)
from legalgen.proofing.script import MASK, Script

_BUILT_IN = Path(__file__).with_suffix(".toml")
_OWN = "penulisan"  # the folder beside the templates for an office's own
_OWN_CODE = "N016"


@dataclass(frozen=True, slots=True)
class Wording:
    """A writing to be found, and what is right."""

    code: str
    pattern: re.Pattern[str]
    write: str


def wordings_for(template: Path) -> list[Wording]:
    """Read the wordings a template is held against: the built-in ones, and the office's own.

    Errors: LegalgenError, N016, for a file of the office's that cannot be read.
    """
    own = sorted((template.parent / _OWN).glob("*.toml"))
    return [*_built_in(), *(wording for path in own for wording in _read(path))]


@cache
def _built_in() -> Sequence[Wording]:
    return tuple(_read(_BUILT_IN))


def _read(path: Path) -> Iterator[Wording]:
    try:
        for entry in tomllib.loads(path.read_text(encoding="utf-8-sig"))["wording"]:
            pattern = re.compile(entry["pattern"])
            yield Wording(entry.get("code", _OWN_CODE), pattern, entry.get("write", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, re.error) as problem:
        raise LegalgenError(
            error(
                _OWN_CODE,
                CellPlace(path),
                message("the wordings cannot be read: {reason}", reason=str(problem)),
                hint=message("write [[wording]], then pattern and write, as text in quotes"),
            )
        ) from problem


def wrong_wording(script: Script, wordings: Sequence[Wording]) -> Iterator[Finding]:
    """Find these wordings in the text between the tags."""
    for paragraph, text in zip(script.story.paragraphs, script.rest, strict=True):
        if not text.strip(MASK + " "):
            continue
        for wording in wordings:
            for found in wording.pattern.finditer(text):
                place = replace(paragraph.place, tag=found[0].strip())
                yield _finding(wording, place)


def _finding(wording: Wording, place: TemplatePlace) -> Finding:
    if not wording.write:
        what = message("a placeholder is left over")
        return warning(wording.code, place, what, hint=message("write the text, or a tag"))
    what = message("official documents write this otherwise")
    hint = message("write {right}", right=wording.write)
    return warning(wording.code, place, what, hint=hint)
