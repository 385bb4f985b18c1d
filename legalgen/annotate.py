"""The office's own workbook with every finding at its cell: coloured, commented, listed, linked.

A copy is written; the input is only read. Of a folder of CSV files the copy is a workbook.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast
from zipfile import BadZipFile, ZipFile

from legalgen.findings import (
    CellPlace,
    Finding,
    LegalgenError,
    Place,
    Severity,
    Translate,
    UrlPlace,
    error,
    message,
)
from legalgen.output.new_files import write_file
from legalgen.workbook_copy import bytes_of, open_copy, printable, write

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# What may be written of what: Excel opens no workbook whose name says another kind.
COPIES = MappingProxyType({".xlsx": (".xlsx",), ".xlsm": (".xlsm", ".xlsx")})
LIST_SHEET = "Temuan"
# Excel's own "Bad" and "Neutral", which offices know.
COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C"}
SEVERITIES = {Severity.ERROR: message("error"), Severity.WARNING: message("warning")}
# The columns of the list: the head and the width of each, in characters.
COLUMNS = MappingProxyType(
    {
        message("severity"): 12,
        message("code"): 8,
        message("place"): 24,
        message("found"): 70,
        message("what to do"): 60,
        message("basis"): 34,
        message("see also"): 30,
    }
)


def annotate_workbook(
    source: Path, findings: Sequence[Finding], target: Path, translate: Translate
) -> list[Finding]:
    """Write a copy of the workbook `source` to `target`, each finding marked at its cell.

    Gives what the copy lacks of the office's workbook, as findings.
    Of a folder of CSV files the copy is a workbook with a sheet for each.
    Errors: LegalgenError if `source` is a workbook of another kind than .xlsx or .xlsm, `target` is
    called otherwise, both are one file, or `target` is there and is no such copy, or cannot be
    written.
    """
    refuse_unfit(source, target)
    findings = sorted(findings, key=lambda finding: not finding.is_error)
    workbook, lacking = open_copy(source, macros=target.suffix.lower() == ".xlsm")
    cells = cells_of(workbook, source, (finding.place for finding in findings))
    by_cell: dict[Cell, list[Finding]] = defaultdict(list)
    for finding in findings:
        if cell := cells.get(finding.place):
            by_cell[cell].append(finding)
    for cell, found in by_cell.items():
        mark(cell, found, translate)
    list_findings(workbook, findings, cells, translate)
    content = bytes_of(workbook, source)
    write_file(target, content)
    return lacking


def refuse_unfit(source: Path, target: Path) -> None:
    """Refuse to write over what is not ours, and kinds of file that cannot become each other."""
    kind = ".xlsx" if source.is_dir() else source.suffix.lower()
    if kind not in COPIES:
        raise LegalgenError(
            error(
                "C001",
                CellPlace(source),
                message("only .xlsx and .xlsm workbooks can be annotated"),
                hint=message("save it in Excel as .xlsx, and check that"),
            )
        )
    if target.suffix.lower() not in COPIES[kind]:
        raise LegalgenError(
            error(
                "C001",
                CellPlace(target),
                message("the annotated copy is a workbook of another kind"),
                hint=message("give it a name that ends in {kind}", kind=kind),
            )
        )
    if target.exists() and target.samefile(source):
        raise LegalgenError(
            error(
                "C002",
                CellPlace(target),
                message("the annotated copy would overwrite the input"),
                hint=message("give the copy another name"),
            )
        )
    if target.exists() and not _is_annotated(target):
        raise LegalgenError(
            error(
                "O002",
                CellPlace(target),
                message("the file is there already, and is no annotated copy of ours"),
                hint=message("choose another name, or move the file away first"),
            )
        )


def _is_annotated(workbook: Path) -> bool:
    """Whether a workbook has our list of findings, and so may be written anew."""
    try:
        with ZipFile(workbook) as package:
            return f'name="{LIST_SHEET}'.encode() in package.read("xl/workbook.xml")
    except (OSError, BadZipFile, KeyError):
        return False


def cells_of(workbook: Workbook, source: Path, places: Iterable[Place]) -> dict[Place, Cell]:
    """Find the cell of each place that is in this workbook."""
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    cells: dict[Place, Cell] = {}
    for place in dict.fromkeys(places):
        if isinstance(place, CellPlace) and source in (place.file, place.file.parent):
            sheet = sheets.get(place.sheet or place.file.stem)
            if sheet is not None:
                cells[place] = cell_at(sheet, place.cell or "A1")
    return cells


def cell_at(sheet: Worksheet, name: str) -> Cell:
    """Find a cell; a bare row number means its first, one of a merged range its top left one."""
    name = f"A{name}" if name.isdigit() else name
    for merged in sheet.merged_cells.ranges:
        if name in merged:
            name = merged.start_cell.coordinate
    return cast("Cell", sheet[name])


def mark(cell: Cell, findings: Sequence[Finding], translate: Translate) -> None:
    """Colour a cell by its worst finding, and comment it with all of them."""
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    worst = Severity.ERROR if any(found.is_error for found in findings) else Severity.WARNING
    cell.fill = PatternFill("solid", fgColor=COLOURS[worst])
    said = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*said, *(spoken(found, translate) for found in findings)])
    lines = sum(1 + len(line) // 45 for line in text.splitlines())
    cell.comment = Comment(text, "legalgen", height=24 + 18 * lines, width=340)


def spoken(finding: Finding, translate: Translate) -> str:
    """Say a finding as the comment on its cell does."""
    severity = SEVERITIES[finding.severity].say(translate)
    text = f"{severity} {finding.code}: {finding.message.say(translate)}"
    hint = message("hint: {hint}", hint=finding.hint).say(translate)
    return printable(f"{text}\n{hint}")


def list_findings(
    workbook: Workbook,
    findings: Iterable[Finding],
    cells: Mapping[Place, Cell],
    translate: Translate,
) -> None:
    """Add the sheet `Temuan`: a row for each finding, its place a link to the cell."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import quote_sheetname  # noqa: PLC0415
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415

    sheet = workbook.create_sheet(LIST_SHEET)  # openpyxl numbers it if there is one already
    for letter, (title, width) in zip("ABCDEFG", COLUMNS.items(), strict=True):
        sheet[f"{letter}1"].font = Font(bold=True)
        write(sheet[f"{letter}1"], title.say(translate))
        sheet.column_dimensions[letter].width = width
    for row, finding in enumerate(findings, start=2):
        for column, text in enumerate(listed(finding, translate), start=1):
            write(sheet.cell(row, column), text)
            sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[finding.severity])
        if target := cells.get(finding.place):
            place = sheet.cell(row, 3)
            address = f"{quote_sheetname(target.parent.title)}!{target.coordinate}"
            place.hyperlink = Hyperlink(ref=place.coordinate, location=address)
            place.style = "Hyperlink"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    workbook.active = sheet
    for other in workbook.worksheets:
        # Two selected sheets are a group to Excel: what is typed into one goes into both.
        other.sheet_view.tabSelected = other is sheet


def listed(finding: Finding, translate: Translate) -> Sequence[str]:
    """Give the texts of a finding's row, as `COLUMNS` heads them."""
    return (
        SEVERITIES[finding.severity].say(translate),
        finding.code,
        short(finding.place),
        finding.message.say(translate),
        finding.hint.say(translate),
        finding.basis,
        ", ".join(map(short, finding.related)),
    )


def short(place: Place) -> str:
    """Name a place without the folders of its file, which the office knows."""
    if isinstance(place, UrlPlace):
        return str(place)
    return str(replace(place, file=Path(place.file.name)))
