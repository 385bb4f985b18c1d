"""What was found wrong, where, and what to do about it: the one type every stage reports in.

Knows nothing of tables, templates or the terminal. Messages are English source text with values
beside it; they are put into the user's language only when they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

Translate: TypeAlias = Callable[[str], str]


def untranslated(text: str) -> str:
    """Leave the English source text as it is."""
    return text


class Severity(StrEnum):
    """How bad a finding is; there is no third."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user: English source text, and the values that go into its braces."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def say(self, translate: Translate = untranslated) -> str:
        """Say it in the language of `translate`; values that are messages are translated too.

        >>> message("sheet {sheet} is missing", sheet="peserta").say()
        'sheet peserta is missing'
        >>> message("read as {day}", day=date(2024, 1, 25)).say()
        'read as 25-01-2024'
        """
        values = {name: _said(value, translate) for name, value in self.values}
        return translate(self.text).format(**values) if self.text else ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        """Say it in English, so that an exception carrying a message reads well in a traceback."""
        return self.say()


def _said(value: object, translate: Translate) -> object:
    """Write a value as the office does: days first, a dot in the time of day.

    No identity number is ever said whole, in whichever column it was pasted.
    """
    match value:
        case str():
            return _masked(value)
        case Message():
            return value.say(translate)
        case datetime():
            return f"{value:%d-%m-%Y %H.%M}"
        case date():
            return f"{value:%d-%m-%Y}"
        case time():
            return f"{value:%H.%M}"
    return value


def message(text: str, /, **values: object) -> Message:
    """Make a message; the literal first argument is what the catalogue translates.

    A brace that is to be shown is written twice, as in `str.format`.
    """
    return Message(text, tuple(values.items()))


NOTHING_TO_SAY = Message("")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A place in the office's data: a file, a sheet of it, a cell of that (`A14`)."""

    file: Path
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        text = str(self.file)
        if self.sheet is not None:
            text += f":{self.sheet}"
        if self.cell is not None:
            text += f"!{self.cell}"
        return text

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {"file": str(self.file), "sheet": self.sheet, "cell": self.cell}


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """A place in a template that a Word user can find; counts start at 1.

    `part` is `isi`, `kop`, `kaki`, `catatan kaki`, …; `paragraph` counts within the part, and
    within the cell where there is a table.
    """

    file: Path
    part: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    tag: str | None = None
    quote: str | None = None

    def __str__(self) -> str:
        counted = (
            ("tabel", self.table),
            ("baris", self.row),
            ("kolom", self.cell),
            ("paragraf", self.paragraph),
        )
        where = " ".join(f"{noun} {number}" for noun, number in counted if number is not None)
        place = ", ".join(filter(None, (str(self.file), self.part, where)))
        return f"{place}: {self.tag}" if self.tag else place

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {
            "file": str(self.file),
            "part": self.part,
            "paragraph": self.paragraph,
            "table": self.table,
            "row": self.row,
            "cell": self.cell,
            "tag": self.tag,
        }


@dataclass(frozen=True, slots=True)
class UrlPlace:
    """A place on another machine: a file in an object store, a scheduler."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def file(self) -> Path:
        """Give it as a path, for comparing with files here: it is none of them."""
        return Path(self.url)

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {"file": self.url, "sheet": None, "cell": None}


Place: TypeAlias = CellPlace | TemplatePlace | UrlPlace


def place_at(address: object) -> Place:
    """Give the place of a file or folder, here or at a URL.

    >>> print(place_at("s3://kantor/tot-kpps"))
    s3://kantor/tot-kpps
    """
    text = str(address)
    return UrlPlace(text) if "://" in text else CellPlace(Path(text))


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


def mask(number: str) -> str:
    """Mask an identity number for messages: first and last four digits only.

    >>> mask("3303991505900001")
    '3303…0001'
    >>> mask("12345")
    '…'
    """
    return f"{number[:4]}…{number[-4:]}" if len(number) >= 12 else "…"


_IDENTITY_NUMBER = re.compile(r"\d{12,}|\d(?:[ .-]?\d){15,}")
_SHOWN_LENGTH = 80


def _masked(text: str) -> str:
    return _IDENTITY_NUMBER.sub(lambda found: mask(re.sub(r"\D", "", found[0])), text)


def shown(value: object) -> str:
    """Show a value inside a message: text in quotes, shortened, and no identity number whole.

    >>> shown("delapan"), shown(1.5), shown("NIK 3303991505900001")
    ('"delapan"', '1.5', '"NIK 3303…0001"')
    >>> shown("3303 9915 0590 0001"), shown("31-02-1990 00:00:00")
    ('"3303…0001"', '"31-02-1990 00:00:00"')
    """
    text = _masked(str(value))
    if len(text) > _SHOWN_LENGTH:
        text = f"{text[: _SHOWN_LENGTH - 1]}…"
    return f'"{text}"' if isinstance(value, str) else text
