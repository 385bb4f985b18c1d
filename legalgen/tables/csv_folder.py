"""Read a folder of CSV files into grids, as Excel and other programs write them.

Certain, and therefore silent: UTF-8 with or without its mark, UTF-16, the separator (`;`, `,`, tab
or what a first line `sep=` says), line breaks within quotes, empty cells left out at the end of a
row. A row is counted as Excel counts it, so a cell with a line break in it is still one row.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from legalgen.columns import columns_of, headers_of, matching_key
from legalgen.findings import CellPlace, Finding, LegalgenError, error, message, warning
from legalgen.tables.choice import choose
from legalgen.tables.file import bytes_of, too_large
from legalgen.tables.grid import MAX_CELLS, MAX_ROWS, Grid
from legalgen.tables.header import SEARCHED_ROWS

_SEPARATORS = ";,\t"
_SAMPLE = 64 * 1024
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_csv_folder(folder: Path) -> tuple[dict[str, Grid], list[Finding]]:
    """Read the CSV files called as our sheets are; others are left alone."""
    chosen, findings = choose(
        (path.stem, CellPlace(path))
        for path in sorted(folder.iterdir())
        if path.suffix.lower() == ".csv"
        and path.is_file()
        and not path.name.startswith((".", "~$"))
    )
    grids = {}
    for sheet, (_, place) in chosen.items():
        text, found = _text_of(place.file)
        grids[sheet] = _grid(place.file, text, sheet)
        findings += found
    return grids, findings


def _text_of(path: Path) -> tuple[str, list[Finding]]:
    """Read the file's text; raises LegalgenError where it is none."""
    data = bytes_of(path)
    try:
        return data.decode(_encoding(data)), []
    except UnicodeDecodeError as failure:
        if _encoding(data) != "utf-8":
            raise LegalgenError(_not_text(path)) from failure
    try:
        return data.decode("cp1252"), [_old_encoding(path)]
    except UnicodeDecodeError as failure:
        raise LegalgenError(_not_text(path)) from failure


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data[1:2] == b"\0" != data[:1]:
        return "utf-16-le"
    if data[:1] == b"\0" != data[1:2]:
        return "utf-16-be"
    return "utf-8"


def _grid(path: Path, text: str, sheet: str) -> Grid:
    told = _SEPARATOR_LINE.match(text)
    separator = told[1] if told else _separator(text[:_SAMPLE], sheet)
    rows: list[list[str]] = [[]] if told else []
    try:
        for row in csv.reader(
            io.StringIO(text[told.end() :] if told else text, newline=""),
            delimiter=separator,
            skipinitialspace=True,  # else a quotation mark after a blank is one of the value
            strict=True,
        ):
            rows.append([_unwrapped(cell) for cell in row])  # noqa: PERF401 - rows so far count
    except csv.Error as failure:
        raise LegalgenError(_broken_quotes(path, len(rows) + 1)) from failure
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS or width * len(rows) > MAX_CELLS:
        raise LegalgenError(too_large(path))
    return Grid(path, None, [row + [""] * (width - len(row)) for row in rows])


def _unwrapped(cell: str) -> str:
    """Take text out of the formula that some programs keep its zeros with: `="001"`."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell


def _separator(sample: str, sheet: str) -> str:
    """Choose the separator that parts the most headers, of equals the most frequent."""
    known = headers_of(columns_of(sheet).values())
    lines = sample.splitlines()[:SEARCHED_ROWS]

    def fitness(separator: str) -> tuple[int, int]:
        headers = max(
            (sum(matching_key(cell) in known for cell in line.split(separator)) for line in lines),
            default=0,
        )
        return headers, sample.count(separator)

    return max(_SEPARATORS, key=fitness)


def _broken_quotes(path: Path, row: int) -> Finding:
    return error(
        "F015",
        CellPlace(path, None, f"A{row}"),
        message("a quotation mark in this row is not closed, or stands in the middle of a value"),
        hint=message("write quotation marks within a value twice, or export the file anew"),
    )


def _not_text(path: Path) -> Finding:
    return error(
        "F016",
        CellPlace(path),
        message("the file is not text in UTF-8, UTF-16 or Windows-1252"),
        hint=message("in Excel, save it as CSV UTF-8"),
    )


def _old_encoding(path: Path) -> Finding:
    return warning(
        "F017",
        CellPlace(path),
        message("the file is not in UTF-8 and is read as Windows-1252"),
        hint=message("look whether letters such as é are right, or save it as CSV UTF-8"),
    )
