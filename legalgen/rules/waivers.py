"""A reason in the column `pengecualian` turns a finding of that row into a recorded warning.

Written `P007: sudah 56 tahun, tidak ada pelamar lain`; several stand behind one another, and one
reason may serve for several codes: `P007, P008: sesuai KTP`. Only what the law leaves to judgement
can be waived; the finding stays, as a warning with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from legalgen.findings import CellPlace, Finding, Place, Severity, masked, message, warning
from legalgen.records import Appointment, Event, Participant

COLUMN = "pengecualian"

WAIVABLE = frozenset(
    {
        "A002",  # a member who replaces another is installed within the term
        "A006",  # each PPS may count its own decrees from 1
        "A008",  # and by a decree of a later day
        "B001",  # a decree that replaces one member names one
        "B002",  # and need not name the Ketua
        "B005",  # a polling station was closed after the numbers were given
        "P003",  # namesakes born on one day
        "P007",  # nobody younger applied: the guideline allows it
        "P008",  # a NIK issued with a wrong date is never corrected
        "P009",  # nor one issued with a wrong sex
        "P010",  # nobody nearer applied
        "P012",  # twins
        "P014",  # nobody with a diploma applied
    }
)

_CODE = r"[A-Za-z]\d{3}\b"
_CODES = rf"{_CODE}(?:(?:\s*[,;/&]\s*|\s+(?:dan\s+)?){_CODE})*"
# A reason ends where the next begins: after a semicolon, or where a code with its colon stands.
_WAIVER = re.compile(
    rf"({_CODES})\s*[:=.;–-]?\s*(.*?)\s*(?:;\s*(?={_CODE})|\s(?={_CODES}\s*[:=])|;?\s*$)",
    re.DOTALL,
)
_WORDS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Waiver:
    """One reason of one row: which finding it waives, why, and where it stands."""

    code: str
    reason: str
    place: CellPlace


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding as it was found, and the waiver that made it a warning; the manifest lists it."""

    finding: Finding
    waiver: Waiver


def waive(
    findings: Iterable[Finding], event: Event
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Apply the event's waivers: what is waived becomes a warning that gives the reason.

    Also finds the waivers that cannot be read, may not be given, or have nothing to waive.
    """
    waivers, unread = read_waivers(event)
    by_row = {(row_of(waiver.place), waiver.code): waiver for waiver in waivers}
    shown: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = by_row.get((row_of(finding.place), finding.code))
        if waiver is not None:
            waived.append(Waived(finding, waiver))
        shown.append(finding if waiver is None else excused(finding, waiver))
    used = {each.waiver for each in waived}
    idle = [nothing_to_waive(waiver) for waiver in waivers if waiver not in used]
    return (*shown, *unread, *idle), tuple(waived)


def read_waivers(event: Event) -> tuple[list[Waiver], list[Finding]]:
    """Read the column `pengecualian` of both sheets: the waivers, and what is wrong with them."""
    rows: Sequence[Participant | Appointment] = (*event.peserta, *event.penetapan)
    read = [
        waiver
        for row in rows
        if row.lain.get(COLUMN)
        for waiver in read_cell(str(row.lain[COLUMN]).strip(), row.place(COLUMN))
    ]
    waivers = [waiver for waiver in read if isinstance(waiver, Waiver)]
    return waivers, [finding for finding in read if isinstance(finding, Finding)]


def read_cell(text: str, place: CellPlace) -> Iterator[Waiver | Finding]:
    """Read `P007: the reason` and what follows of the kind, or say why it waives nothing."""
    written = list(_WAIVER.finditer(text))
    if not written or written[0].start() > 0:
        yield unreadable(text, place)
        return
    for found in written:
        codes, reason = re.findall(_CODE, found[1].upper()), masked(found[2])
        if not _WORDS.search(reason):
            yield unreadable(found[0].strip(), place)
            continue
        for code in codes:
            yield Waiver(code, reason, place) if code in WAIVABLE else not_waivable(code, place)


def unreadable(text: str, place: CellPlace) -> Finding:
    """Say that a cell, or part of it, is not a code and a reason."""
    return warning(
        "W001",
        place,
        message('"{text}" is not a code and a reason', text=text),
        hint=message("write it as P007: the reason, several divided by semicolons"),
    )


def not_waivable(code: str, place: CellPlace) -> Finding:
    """Say that a code is not among those that can be waived."""
    return warning(
        "W002",
        place,
        message("{code} cannot be waived", code=code),
        hint=message(
            "mend what was found; these can be waived: {codes}", codes=", ".join(sorted(WAIVABLE))
        ),
    )


def nothing_to_waive(waiver: Waiver) -> Finding:
    """Say that a row has no such finding, so that a waiver never outlives its reason."""
    return warning(
        "W003",
        waiver.place,
        message("{code} was not found in this row, nothing is waived", code=waiver.code),
        hint=message("delete the waiver, or move it to the row of the finding"),
    )


def excused(finding: Finding, waiver: Waiver) -> Finding:
    """Turn a finding into a recorded warning: its own text, and the reason."""
    return replace(
        finding,
        severity=Severity.WARNING,
        message=message("{found}; waived: {reason}", found=finding.message, reason=waiver.reason),
    )


def row_of(place: Place) -> tuple[object, ...]:
    """Name the row a place is in; a template has none."""
    if not isinstance(place, CellPlace) or place.cell is None:
        return ()
    return place.file, place.sheet, place.cell.lstrip(ascii_uppercase)
