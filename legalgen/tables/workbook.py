"""Read a workbook's sheets into grids: calamine reads the values, we look at what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetVisibleEnum,
)

from legalgen.findings import CellPlace, Finding, LegalgenError, error, message, warning
from legalgen.tables import ods_xml
from legalgen.tables.archive import Archive
from legalgen.tables.choice import choose
from legalgen.tables.file import bytes_of, damaged, protected
from legalgen.tables.grid import MAX_CELLS, MAX_ROWS, Grid, merged_within
from legalgen.tables.package import sheet_parts
from legalgen.tables.sheet_xml import Survey, errors_as_texts, survey

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")
_MANIFEST = "META-INF/manifest.xml"  # of an OpenDocument
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"mime-version")


def read_workbook(path: Path) -> tuple[dict[str, Grid], list[Finding]]:
    """Read the sheets called as ours are, whatever the case and blanks; others are left alone.

    Hidden sheets and rows are read as well. Raises LegalgenError where the file cannot be read.
    """
    archive = Archive(path, _workbook_in(path))
    surveys, changed = _looked_over(path, archive)
    data = archive.rewritten(changed) if changed else archive.data
    book = _guarded(path, partial(CalamineWorkbook.from_filelike, BytesIO(data)))
    hidden = {
        sheet.name for sheet in book.sheets_metadata if sheet.visible != SheetVisibleEnum.Visible
    }
    names = dict.fromkeys([*surveys, *book.sheet_names])
    chosen, findings = choose((name, CellPlace(path, name)) for name in names)
    grids: dict[str, Grid] = {}
    for key, (name, place) in chosen.items():
        if name not in surveys:  # it reads another name than we do
            raise LegalgenError(damaged(path))
        sheet = _guarded(path, partial(book.get_sheet_by_name, name))
        grids[key] = _grid(path, sheet, surveys[name])
        if name in hidden:
            findings.append(_hidden_sheet(place))
    return grids, findings


def _workbook_in(path: Path) -> bytes:
    """Read the file, if it is one that calamine reads right."""
    data = bytes_of(path)
    if data.startswith(_OLE):
        raise LegalgenError(protected(path) if _ENCRYPTED_OLE in data else _old_format(path))
    if data.lstrip()[:20].lower().startswith(_MARKUP):
        raise LegalgenError(_no_workbook(path))
    if path.suffix.lower() == ".csv":
        raise LegalgenError(_one_csv(path))
    if not data.startswith(_ZIP):
        raise LegalgenError(damaged(path))
    return data


def _looked_over(path: Path, archive: Archive) -> tuple[dict[str, Survey], dict[str, bytes]]:
    """Look over our sheets' parts, and check all others; so calamine meets no surprise.

    Gives the surveys by sheet name, and the parts that calamine is to read otherwise.
    """
    changed: dict[str, bytes] = {}
    try:
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise LegalgenError(protected(path))
        if "content.xml" in archive:
            surveys = ods_xml.surveys(archive.read("content.xml"))
            archive.check_all_but({"content.xml"})
        elif "xl/workbook.bin" in archive:
            raise LegalgenError(_old_format(path))
        else:
            surveys, changed = _worksheets(archive)
    except ValueError as failure:
        raise LegalgenError(damaged(path)) from failure
    for name, seen in surveys.items():
        if seen.spanned > MAX_CELLS or seen.height > MAX_ROWS:
            raise LegalgenError(_too_far(path, name, seen.last, seen.spanned))
    return surveys, changed


def _worksheets(archive: Archive) -> tuple[dict[str, Survey], dict[str, bytes]]:
    """Look over the worksheets of an .xlsx; in those with faults, calamine is to read texts."""
    surveys, changed = {}, {}
    parts = sheet_parts(archive)
    for name, part in parts.items():
        content = archive.read(part)
        surveys[name] = survey(content)
        if surveys[name].misread:
            changed[part] = errors_as_texts(content)
    archive.check_all_but(set(parts.values()))
    return surveys, changed


Result = TypeVar("Result")


def _guarded(path: Path, read: Callable[[], Result]) -> Result:
    """Let calamine read; whatever stops it, its own panics included, is a damaged file."""
    try:
        return read()
    except (CalamineError, OSError, ValueError) as failure:
        raise LegalgenError(damaged(path)) from failure
    except BaseException as failure:
        if type(failure).__name__ != "PanicException":  # raised by the Rust side; not importable
            raise
        raise LegalgenError(damaged(path)) from failure


def _grid(path: Path, sheet: CalamineSheet, seen: Survey) -> Grid:
    """Lay the sheet out, with the cells that calamine reads wrong set right."""
    rows: list[list[Any]] = _guarded(path, partial(sheet.to_python, skip_empty_area=False))
    height = 1 + max((row for row, _ in seen.misread), default=-1)
    width = max([len(rows[0]) if rows else 0, *(column + 1 for _, column in seen.misread)])
    if seen.misread:
        rows += [[] for _ in range(height - len(rows))]
        rows = [row + [""] * (width - len(row)) for row in rows]
    for (row, column), cell in seen.misread.items():
        rows[row][column] = cell
    merged = merged_within(rows, sheet.merged_cell_ranges or seen.merged)
    return Grid(path, sheet.name, rows, merged, seen.hidden)


def _old_format(path: Path) -> Finding:
    return error(
        "F013",
        CellPlace(path),
        message("the file is in a format (.xls, .xlsb) in which errors of formulas cannot be seen"),
        hint=message("open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx)"),
    )


def _no_workbook(path: Path) -> Finding:
    return error(
        "F013",
        CellPlace(path),
        message("the file is a web page or XML under the name of a workbook"),
        hint=message("open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx)"),
    )


def _one_csv(path: Path) -> Finding:
    return error(
        "F013",
        CellPlace(path),
        message("a CSV file is one sheet of several"),
        hint=message("name the folder with kegiatan.csv and peserta.csv, not a file in it"),
    )


def _too_far(path: Path, sheet: str, last: str, spanned: int) -> Finding:
    return error(
        "F004",
        CellPlace(path, sheet, last),
        message("values reach as far as this cell: the sheet spans {count} cells", count=spanned),
        hint=message("delete the rows and columns beyond the data, then save"),
    )


def _hidden_sheet(place: CellPlace) -> Finding:
    return warning(
        "F012",
        place,
        message("the sheet is hidden; it is read all the same"),
        hint=message("unhide it and look whether it is the right one"),
    )
