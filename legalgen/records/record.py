"""What the stages after intake work with: the event, its appointments, its people.

A record's fields are called what the columns are called. An empty cell is the empty text, or None
where the column holds a date, a time or a number; what an office adds under headers of its own is
kept in `lain`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from operator import attrgetter
from pathlib import Path
from typing import Any, ClassVar

from legalgen.columns import KEGIATAN, PENETAPAN_COLUMNS, PESERTA_COLUMNS
from legalgen.findings import CellPlace
from legalgen.tables.table import Table
from legalgen.values import Value


class Record:
    """What a row of `peserta` and one of `penetapan` have in common."""

    __slots__ = ()
    known: ClassVar[frozenset[str]]  # the columns that are fields
    lain: Mapping[str, Value]
    row: int
    table: Table

    def value(self, column: str) -> Value:
        """Give the value of any column, the office's own among them; None where it is absent."""
        return self.reader(column)(self)

    @classmethod
    def reader(cls, column: str) -> Callable[[Any], Value]:
        """Give what reads a column off many rows: what `value` gives, without asking each time."""
        if column in cls.known:
            return attrgetter(column)
        return lambda record: record.lain.get(column)

    def place(self, column: str) -> CellPlace:
        """Point at the cell that says it."""
        return self.table.place(column, self.row)


@dataclass(frozen=True, slots=True)
class Participant(Record):
    """One person: a row of `peserta`."""

    known: ClassVar[frozenset[str]] = frozenset(column.name for column in PESERTA_COLUMNS)
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


@dataclass(frozen=True, slots=True)
class Appointment(Record):
    """One deciding body's appointment: a row of `penetapan`."""

    known: ClassVar[frozenset[str]] = frozenset(column.name for column in PENETAPAN_COLUMNS)
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
