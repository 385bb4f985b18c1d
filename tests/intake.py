"""Read an event in tests: records and findings together, findings as `code cell`."""

from collections.abc import Iterable
from pathlib import Path

from legalgen.findings import CellPlace, Finding
from legalgen.records import Event, read_event
from legalgen.tables import read_tables


def intake(source: Path) -> tuple[Event, list[Finding]]:
    tables, findings = read_tables(source)
    event, more = read_event(source, tables)
    return event, [*findings, *more]


def marks(findings: Iterable[Finding]) -> list[str]:
    """Give each finding as `V005 peserta!G14`; a CSV file counts as its sheet."""
    return sorted(f"{found.code} {_where(found.place)}" for found in findings)


def _where(place: object) -> str:
    assert isinstance(place, CellPlace)
    sheet = place.sheet or (place.file.stem if place.file.suffix == ".csv" else "")
    return f"{sheet}!{place.cell}" if place.cell else sheet
