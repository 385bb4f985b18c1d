"""Tables in, typed records out: the event, its appointments, its people.

A record's fields are called what the columns are called. An empty cell is the empty text, or None
where the column holds a date, a time or a number; what an office adds under headers of its own is
kept in `lain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA, columns_of, field_name, kegiatan_column
from legalgen.findings import CellPlace, Finding, error, message, warning
from legalgen.tables.table import Table
from legalgen.values import Fault, Value, empty_value, parse_column, parse_own

__all__ = ["Appointment", "Event", "Participant", "Value", "read_event"]

NOTHING_MORE: Mapping[str, Value] = MappingProxyType({})
ROW_COUNTERS = frozenset({"no", "no_urut", "nomor_urut"})


@dataclass(frozen=True, slots=True)
class Participant:
    """One person: a row of `peserta`."""

    nik: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    jenis_kelamin: str
    tempat_lahir: str
    tanggal_lahir: date | None
    alamat: str
    rt: str
    rw: str
    desa: str
    kecamatan: str
    badan: str
    jabatan: str
    tps: int | None
    gelombang: int | None
    instansi: str
    jabatan_instansi: str
    alamat_instansi: str
    no_hp: str
    lain: Mapping[str, Value]
    row: int
    table: Table = field(repr=False, compare=False)

    def value(self, column: str) -> Value:
        """Give the value of any column, the office's own among them; None where it is absent."""
        return _value(self, column)

    def place(self, column: str) -> CellPlace:
        """Point at the cell that says it."""
        return self.table.place(column, self.row)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One deciding body's appointment: a row of `penetapan`."""

    kecamatan: str
    desa: str
    nomor: str
    tanggal_penetapan: date | None
    tanggal_pelantikan: date | None
    waktu_pelantikan: time | None
    tempat_pelantikan: str
    penandatangan: str
    saksi_1: str
    saksi_2: str
    rohaniwan: str
    lain: Mapping[str, Value]
    row: int
    table: Table = field(repr=False, compare=False)

    def value(self, column: str) -> Value:
        """Give the value of any column, the office's own among them; None where it is absent."""
        return _value(self, column)

    def place(self, column: str) -> CellPlace:
        """Point at the cell that says it."""
        return self.table.place(column, self.row)


@dataclass(frozen=True, slots=True)
class Event:
    """What the sheets say together: the event and its office, the appointments, the people."""

    source: Path
    kegiatan: Mapping[str, Value]
    penetapan: tuple[Appointment, ...]
    peserta: tuple[Participant, ...]
    places: Mapping[str, CellPlace] = field(repr=False)  # of each key of `kegiatan`
    sheets: Mapping[str, Table] = field(repr=False)

    @property
    def kegiatan_place(self) -> CellPlace:
        """Point at the sheet `kegiatan`, for a key it does not have."""
        table = self.sheets.get(KEGIATAN)
        return CellPlace(table.file, table.sheet) if table else CellPlace(self.source)


def _value(record: Participant | Appointment, column: str) -> Value:
    own = record.lain
    value: Value = own[column] if column in own else getattr(record, column, None)
    return value


def read_event(source: Path, tables: Mapping[str, Table]) -> tuple[Event, list[Finding]]:
    """Make records of the tables' rows; `source` is where they came from.

    A value that cannot be read is left empty in its record, so that a bad cell hides neither the
    rest of its row nor other rows.
    """
    findings: list[Finding] = []
    kegiatan, places = _read_keys(tables[KEGIATAN], findings) if KEGIATAN in tables else ({}, {})
    penetapan = _read_rows(Appointment, PENETAPAN, tables, findings)
    peserta = _read_rows(Participant, PESERTA, tables, findings)
    findings += [_nameless(person) for person in peserta if not person.nama]
    return Event(source, kegiatan, penetapan, peserta, places, dict(tables)), findings


def _nameless(person: Participant) -> Finding:
    return error(
        "V018",
        person.place("nama"),
        message("the name is empty"),
        hint=message("write the name, or delete the row"),
    )


def _read_keys(
    table: Table, findings: list[Finding]
) -> tuple[dict[str, Value], dict[str, CellPlace]]:
    values: dict[str, Value] = {}
    places: dict[str, CellPlace] = {}
    keys, cells = table.columns.get("kunci", ()), table.columns.get("nilai", ())
    for row, key, cell in zip(table.numbers, keys, cells, strict=False):
        name = field_name(str(key))
        place = table.place("nilai", row)
        if not name:
            continue
        if name in values:
            findings.append(
                error(
                    "V023",
                    table.place("kunci", row),
                    message("the key {key} stands twice", key=name),
                    hint=message("delete one of the two rows"),
                    related=[places[name]],
                )
            )
            continue
        (values[name],), faults = parse_column(kegiatan_column(name), [cell])
        places[name] = place
        findings += [_located(fault, place) for _, fault in faults]
    return values, places


Record = TypeVar("Record", Participant, Appointment)


def _read_rows(
    make: Callable[..., Record], sheet: str, tables: Mapping[str, Table], findings: list[Finding]
) -> tuple[Record, ...]:
    if sheet not in tables:
        return ()
    table = tables[sheet]
    parsed = []
    for name, column in columns_of(sheet).items():
        cells = table.columns.get(name)
        if cells is None:
            parsed.append([empty_value(column.kind)] * len(table))
        else:
            values, faults = parse_column(column, cells)
            parsed.append(values)
            findings += _at(table, name, faults)
    return tuple(
        make(*values, own, row, table)
        for values, own, row in zip(
            zip(*parsed, strict=True),
            _own_values(table, sheet, findings),
            table.numbers,
            strict=True,
        )
        if any(values) or _holds_more(table, own, row, findings)
    )


def _own_values(table: Table, sheet: str, findings: list[Finding]) -> Iterable[Mapping[str, Value]]:
    """Give each row's values in the columns of the office's own; none that cannot be read."""
    names = [name for name in table.columns if name not in columns_of(sheet)]
    if not names:
        return [NOTHING_MORE] * len(table)
    parsed = []
    for name in names:
        values, faults = parse_own(table.columns[name])
        parsed.append(values)
        findings += _at(table, name, faults)
    return [
        {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for values in zip(*parsed, strict=True)
    ]


def _holds_more(table: Table, own: Mapping[str, Value], row: int, findings: list[Finding]) -> bool:
    """Say that a row with nothing in our columns is left out, unless it is just numbered."""
    filled = [name for name, value in own.items() if value != "" and name not in ROW_COUNTERS]
    if filled:
        findings.append(
            warning(
                "V026",
                table.place(filled[0], row),
                message("the row holds nothing in any known column and is left out"),
                hint=message("delete it, or fill in its columns"),
            )
        )
    return False


def _at(table: Table, column: str, faults: Iterable[tuple[int, Fault]]) -> list[Finding]:
    return [_located(fault, table.place(column, table.numbers[index])) for index, fault in faults]


def _located(fault: Fault, place: CellPlace) -> Finding:
    return Finding(fault.code, fault.severity, place, fault.what, fault.hint)
