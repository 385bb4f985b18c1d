"""Events for tests, as an office would hand them in: written as text, saved as xlsx or CSV.

    sheets = event("sidamulya")                      # a lawful event; every cell is text
    sheets = changed(sheets, "peserta", {"A3": ""})  # broken where the findings will point
    workbook(tmp_path / "acara.xlsx", typed(sheets))

A sheet is a list of rows of cells, its header among them, so that title rows, blank rows and
double headers are written like any other row.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from legalgen.columns import KEGIATAN, Column, Kind, columns_of, kegiatan_column

Cell: TypeAlias = str | int | float | bool | date | time | None
Sheet: TypeAlias = list[list[Cell]]
Sheets: TypeAlias = dict[str, Sheet]

EVENTS = Path(__file__).parent / "events"


def table(text: str) -> Sheet:
    """Read a sheet drawn with bars, a line a row; blanks around a cell do not count.

    >>> table('''
    ...     nik              | nama
    ...     3398990101880001 | Ngatino
    ... ''')
    [['nik', 'nama'], ['3398990101880001', 'Ngatino']]
    """
    return [
        [cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()
    ]


def event(name: str) -> Sheets:
    """Read an event of `tests/events`, every cell as its text."""
    return {path.stem: _read(path) for path in sorted((EVENTS / name).glob("*.csv"))}


def changed(sheets: Mapping[str, Sheet], name: str, cells: Mapping[str, Cell]) -> Sheets:
    """Copy the sheets with other values in some cells of one, named as Excel names them.

    >>> changed({"peserta": [["nik"], ["1"]]}, "peserta", {"A2": 1.5})
    {'peserta': [['nik'], [1.5]]}
    """
    copy = {sheet: [list(row) for row in rows] for sheet, rows in sheets.items()}
    for coordinate, value in cells.items():
        letters, number = coordinate_from_string(coordinate)
        copy[name][number - 1][column_index_from_string(letters) - 1] = value
    return copy


def without(sheets: Mapping[str, Sheet], name: str, column: str) -> Sheets:
    """Copy the sheets, one column of one sheet left out.

    >>> without({"peserta": [["nik", "rt"], ["1", "001"]]}, "peserta", "nik")
    {'peserta': [['rt'], ['001']]}
    """
    at = sheets[name][0].index(column)
    return {**sheets, name: [row[:at] + row[at + 1 :] for row in sheets[name]]}


def records(sheet: Sheet) -> list[dict[str, Any]]:
    """Give the rows below the header as mappings from it, to compare documents with."""
    header = [str(cell) for cell in sheet[0]]
    return [dict(zip(header, row, strict=True)) for row in sheet[1:]]


def typed(sheets: Mapping[str, Sheet]) -> Sheets:
    """Turn the texts of date, time and number columns into what Excel would hold.

    >>> typed({"peserta": [["nik", "tanggal_lahir", "tps"], ["1", "05-11-1979", "2"]]})
    {'peserta': [['nik', 'tanggal_lahir', 'tps'], ['1', datetime.date(1979, 11, 5), 2]]}
    """
    return {
        name: [rows[0], *(_typed_row(name, rows[0], row) for row in rows[1:])]
        for name, rows in sheets.items()
    }


def workbook(path: Path, sheets: Mapping[str, Sheet]) -> Path:
    """Save the sheets as a workbook; texts stay texts, an empty text is an empty cell."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.data_type, cell.number_format = "s", "@"  # `=1` is a text here, no formula
    book.save(path)
    return path


def csv_folder(
    folder: Path, sheets: Mapping[str, Sheet], *, delimiter: str = ",", encoding: str = "utf-8"
) -> Path:
    """Save the sheets as a folder of CSV files; cells must be texts or whole numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder


def _read(path: Path) -> Sheet:
    with path.open(encoding="utf-8", newline="") as file:
        return [list(row) for row in csv.reader(file)]


def _typed_row(name: str, header: list[Cell], row: list[Cell]) -> list[Cell]:
    columns: Iterable[Column]
    if name == KEGIATAN:
        columns = (Column("kunci"), kegiatan_column(str(row[0])))
    else:
        known = columns_of(name)
        columns = (known.get(str(head), Column(str(head))) for head in header)
    return [_typed(cell, column.kind) for cell, column in zip(row, columns, strict=True)]


def _typed(cell: Cell, kind: Kind) -> Cell:
    if not isinstance(cell, str):
        return cell
    if kind is Kind.DATE and re.fullmatch(r"\d\d-\d\d-\d{4}", cell):
        return datetime.strptime(cell, "%d-%m-%Y").date()  # noqa: DTZ007
    if kind is Kind.TIME and re.fullmatch(r"\d\d\.\d\d", cell):
        return time.fromisoformat(cell.replace(".", ":"))
    if kind is Kind.NUMBER and cell.isdecimal():
        return int(cell)
    return cell
