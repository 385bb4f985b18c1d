"""Events to files: a workbook or a CSV folder, the same bytes from the same event."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from legalgen.columns import Kind, columns_of, kegiatan_column
from scripts.make_samples.events import MARK, Appointment, Event
from scripts.make_samples.people import Person

Row = tuple[Any, ...]
NO_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
FORMATS = {Kind.IDENTITY: "@", Kind.DATE: "dd-mm-yyyy", Kind.TIME: "hh:mm"}
WIDTHS = {
    "nama": 30,
    "nik": 19,
    "alamat": 28,
    "instansi": 30,
    "alamat_instansi": 34,
    "kunci": 26,
    "nilai": 60,
    "nomor": 30,
    "tempat_pelantikan": 32,
    "penandatangan": 30,
    "saksi_1": 30,
    "saksi_2": 30,
    "rohaniwan": 30,
}


def sheets(event: Event) -> Mapping[str, tuple[tuple[str, ...], Iterable[Row]]]:
    """Lay the event out as its three sheets: of each the header and the rows."""
    return {
        "kegiatan": (("kunci", "nilai"), event.kegiatan),
        "penetapan": (_names(Appointment), map(astuple, event.penetapan)),
        "peserta": (_names(Person), map(astuple, event.peserta)),
    }


def write_csv(event: Event, folder: Path) -> None:
    """Write a folder of three CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (header, rows) in sheets(event).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows([_text(value) for value in row] for row in rows)


def write_workbook(event: Event, path: Path) -> None:
    """Write a workbook of three sheets, identity numbers as text and dates as dates."""
    book = Workbook(write_only=True)
    book.properties.creator = "legalgen"
    book.properties.description = MARK
    for name, (header, rows) in sheets(event).items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for position, column in enumerate(header):
            letter = chr(ord("A") + position)
            sheet.column_dimensions[letter].width = WIDTHS.get(column, 16)
        heads = [WriteOnlyCell(sheet, column) for column in header]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        for row in rows:
            formats = _formats(name, header, row)
            cells = [WriteOnlyCell(sheet, None if value == "" else value) for value in row]
            for cell, form in zip(cells, formats, strict=True):
                cell.number_format = form
            sheet.append(cells)
    packed = BytesIO()
    book.save(packed)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_timeless(packed))


def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _text(value: str | int | date | time | None) -> str:
    """Write a value as Indonesian offices do in plain text."""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, time):
        return f"{value:%H.%M}"
    return "" if value is None else str(value)


def _formats(sheet: str, header: tuple[str, ...], row: Row) -> list[str]:
    if sheet == "kegiatan":
        kinds = [Kind.TEXT, kegiatan_column(row[0]).kind]
    else:
        kinds = [columns_of(sheet)[column].kind for column in header]
    return [FORMATS.get(kind, "General") for kind in kinds]


def _timeless(packed: BytesIO) -> bytes:
    """Take out of a workbook the moment it was written."""
    timeless = BytesIO()
    with ZipFile(packed) as before, ZipFile(timeless, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2024-01-01T00:00:00Z", content)
            after.writestr(ZipInfo(name, NO_MOMENT), content, ZIP_DEFLATED)
    return timeless.getvalue()
