"""Which sheets of a workbook, or files of a folder, are ours, and which may be meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from legalgen.columns import PESERTA, SHEETS, matching_key
from legalgen.findings import CellPlace, Finding, error, message, shown, warning


def choose(
    candidates: Iterable[tuple[str, CellPlace]],
) -> tuple[dict[str, tuple[str, CellPlace]], list[Finding]]:
    """Choose of sheets, given by name and place, those called as ours, whatever case and blanks.

    A second one of a name is a finding, and so is one that may hold people of the event
    (`peserta 2`); any other is left alone.
    """
    chosen: dict[str, tuple[str, CellPlace]] = {}
    findings: list[Finding] = []
    for name, place in candidates:
        key = matching_key(name)
        if key in chosen:
            findings.append(_second(place, chosen[key][1]))
        elif key in SHEETS:
            chosen[key] = name, place
        elif PESERTA in key:
            findings.append(_not_read(place))
    return chosen, findings


def _second(place: CellPlace, first: CellPlace) -> Finding:
    return error(
        "F014",
        place,
        message(
            "the sheets {first} and {second} have one name",
            first=shown(first.sheet or first.file.name),
            second=shown(place.sheet or place.file.name),
        ),
        hint=message("delete or rename one of them"),
        related=[first],
    )


def _not_read(place: CellPlace) -> Finding:
    return warning(
        "F022",
        place,
        message("the sheet is not read: only one called {sheet} is", sheet=PESERTA),
        hint=message("if its people belong to the event, move them to that sheet"),
    )
