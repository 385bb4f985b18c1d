"""One thing found, and what carries it up where the work cannot go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from legalgen.findings.messages import Message, Translate, untranslated
from legalgen.findings.places import Place


class Severity(StrEnum):
    """How bad a finding is; there is no third."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a stable code, how bad, where, what, what to do, and on what basis."""

    code: str
    severity: Severity
    place: Place
    message: Message
    hint: Message
    basis: str = ""
    related: tuple[Place, ...] = field(default=())

    @property
    def is_error(self) -> bool:
        """Whether documents touched by this finding must not be written."""
        return self.severity is Severity.ERROR

    def to_json(self, translate: Translate = untranslated) -> dict[str, Any]:
        """Give the finding as one object of the report's `findings`."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "location": self.place.to_json(),
            "message": self.message.say(translate),
            "hint": self.hint.say(translate),
            "basis": self.basis,
            "related": [place.to_json() for place in self.related],
        }


def error(
    code: str,
    place: Place,
    what: Message,
    *,
    hint: Message,
    basis: str = "",
    related: Iterable[Place] = (),
) -> Finding:
    """Make a finding that stops the documents it touches."""
    return Finding(code, Severity.ERROR, place, what, hint, basis, tuple(related))


def warning(
    code: str,
    place: Place,
    what: Message,
    *,
    hint: Message,
    basis: str = "",
    related: Iterable[Place] = (),
) -> Finding:
    """Make a finding that is shown and recorded, and stops nothing."""
    return Finding(code, Severity.WARNING, place, what, hint, basis, tuple(related))


def gathered(findings: Iterable[Finding]) -> list[Finding]:
    """Say once what was found alike in several documents, with the places of them all."""
    places: dict[Finding, dict[Place, None]] = {}
    for finding in findings:
        alike = places.setdefault(replace(finding, related=()), {})
        alike.update(dict.fromkeys(finding.related))
    return [replace(finding, related=tuple(related)) for finding, related in places.items()]


class LegalgenError(Exception):
    """The work cannot go on; carries the findings that say why. Caught once, in `cli`."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings

    def __str__(self) -> str:
        return "; ".join(f"{found.place}: {found.message.say()}" for found in self.findings)
