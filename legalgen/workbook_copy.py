"""The office's workbook opened to be changed and written elsewhere, formats and all.

Knows what openpyxl cannot carry over, so that it is said instead of dropped in silence.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from zipfile import ZipFile

from legalgen.findings import CellPlace, Finding, LegalgenError, Message, error, message, warning
from legalgen.tables.csv_folder import read_csv_folder

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

_MACROS = message("macros")
# What is lost, by the part of the package that holds it or by what such a part says.
_LOST_PARTS = MappingProxyType(
    {
        "xl/vbaProject.bin": _MACROS,
        "xl/media/": message("pictures"),
        "xl/diagrams/": message("SmartArt"),
        "xl/embeddings/": message("embedded documents"),
        "xl/ctrlProps/": message("form controls"),
        "xl/activeX/": message("ActiveX controls"),
        "xl/slicers/": message("slicers"),
        "xl/timelines/": message("timelines"),
        "xl/threadedComments/": message("replies to comments"),
    }
)
_LOST_MARKS = (
    ("xl/drawings/", re.compile(rb"<xdr:(sp|grpSp|cxnSp)[ >]"), message("shapes and text boxes")),
    ("xl/worksheets/", re.compile(rb":sparklineGroup[ >]"), message("sparklines")),
    (
        "xl/worksheets/",
        re.compile(rb"<x14:(conditionalFormatting|dataValidation)[ >]"),
        message("drop-down lists and conditional formats that refer to other sheets"),
    ),
)


def open_copy(source: Path, *, macros: bool) -> tuple[Workbook, list[Finding]]:
    """Open a workbook to be changed, and find what of it the copy will lack.

    Of a folder of CSV files it is a workbook with a sheet for each. `macros` keeps those of an
    .xlsm workbook, which is then to be written as one.
    Errors: LegalgenError for a workbook of another kind, or one that openpyxl cannot read.
    """
    from openpyxl import load_workbook  # noqa: PLC0415

    if source.is_dir():
        return workbook_of(source), []
    with _copying(source), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is lost is found below, and said as a finding
        # But a sheet left out, as all are of a "Strict Open XML" workbook, is no copy.
        warnings.filterwarnings("error", message="File contains an invalid specification")
        # Of bytes, since where it fails it leaves a file open, which Windows then locks.
        content = BytesIO(source.read_bytes())
        workbook = load_workbook(content, keep_vba=macros, rich_text=True)
    lost = dict.fromkeys(lost_from(source))
    if macros:
        lost.pop(_MACROS, None)
    return workbook, [copy_lacks(source, what) for what in lost]


def bytes_of(workbook: Workbook, source: Path) -> bytes:
    """Write the copy of `source`; raises LegalgenError where openpyxl cannot."""
    content = BytesIO()
    with _copying(source):
        workbook.save(content)
    return content.getvalue()


@contextmanager
def _copying(source: Path) -> Iterator[None]:
    """Say that a workbook cannot be copied, whatever it is that openpyxl stumbles over.

    It fails in as many ways as parts can be broken that a check does not read: pictures, charts,
    styles. What it says then may quote cells, so it is not passed on.
    """
    try:
        yield
    except Exception as problem:
        what = message("the workbook cannot be copied: a part of it is damaged or unusual")
        hint = message("save it in Excel as a new .xlsx workbook, and check that")
        raise LegalgenError(error("C001", CellPlace(source), what, hint=hint)) from problem


def lost_from(source: Path) -> Iterable[Message]:
    """Name what a workbook holds that openpyxl does not write again."""
    with ZipFile(source) as package:
        for name in package.namelist():
            for folder, what in _LOST_PARTS.items():
                if name.startswith(folder):
                    yield what
            for folder, mark, what in _LOST_MARKS:
                if name.startswith(folder) and mark.search(package.read(name)):
                    yield what


def copy_lacks(source: Path, what: Message) -> Finding:
    """Say that something of the office's workbook is not in the copy."""
    return warning(
        "C003",
        CellPlace(source),
        message("the annotated copy lacks: {what}", what=what),
        hint=message("mend the original, which has everything; the copy only shows where"),
    )


def workbook_of(folder: Path) -> Workbook:
    """Make a workbook of a folder of CSV files, each value in the row and column it has there."""
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    grids, _ = read_csv_folder(folder)
    for grid in grids.values():
        sheet = workbook.create_sheet(grid.file.stem)
        for row, values in enumerate(grid.rows, start=1):
            for column, value in enumerate(values, start=1):
                write(sheet.cell(row, column), str(value))
    return workbook


def write(cell: Cell, text: str) -> None:
    """Write a text as a text: one that begins with `=` is never a formula."""
    cell.value = printable(text)
    cell.data_type, cell.number_format = "s", "@"


def printable(text: str) -> str:
    """Leave out the control characters that XML cannot hold."""
    return _CONTROLS.sub("", text)
