"""Tables in, typed records out; a bad cell hides neither the rest of its row nor other rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA
from legalgen.findings import Finding, error, message, shown
from legalgen.records.keys import read_keys
from legalgen.records.record import Appointment, Event, Participant
from legalgen.records.rows import read_rows
from legalgen.tables.table import Table
from legalgen.values import Value

__all__ = ["Appointment", "Event", "Participant", "Value", "read_event"]


def read_event(source: Path, tables: Mapping[str, Table]) -> tuple[Event, list[Finding]]:
    """Make records of the tables' rows; `source` is where they came from.

    A value that cannot be read is an error at its cell, and empty in its record.
    """
    findings: list[Finding] = []
    kegiatan, places = read_keys(tables.get(KEGIATAN), findings)
    zone = str(kegiatan.get("zona_waktu") or "")
    penetapan = read_rows(Appointment, PENETAPAN, tables.get(PENETAPAN), zone, findings)
    peserta = read_rows(Participant, PESERTA, tables.get(PESERTA), zone, findings)
    findings += _nameless(peserta, findings)
    return Event(source, kegiatan, penetapan, peserta, places, dict(tables)), findings


def _nameless(people: Sequence[Participant], found: Sequence[Finding]) -> Iterator[Finding]:
    """Find those of whom no name is given, where nothing is said of the cell yet."""
    said = {finding.place for finding in found if finding.is_error}
    for person in people:
        if not any(map(str.isalpha, person.nama)) and person.place("nama") not in said:
            yield error(
                "V019",
                person.place("nama"),
                message("{name} is no name", name=shown(person.nama))
                if person.nama
                else message("the name is empty"),
                hint=message("write the name, or delete the row"),
            )
