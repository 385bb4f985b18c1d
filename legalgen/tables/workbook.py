"""Read a workbook's sheets into grids, with calamine."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from legalgen.columns import SHEETS, matching_key
from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.tables.grid import Grid


def read_workbook(path: Path) -> tuple[dict[str, Grid], list[Finding]]:
    """Read the sheets called as ours are, whatever the case and blanks; others are left alone."""
    grids = {}
    try:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            if (key := matching_key(name)) in SHEETS:
                sheet = book.get_sheet_by_name(name)
                top, left = sheet.start or (0, 0)
                grids[key] = Grid(path, name, sheet.to_python(), top + 1, left)
    except CalamineError as failure:
        raise LegalgenError(
            error("F002", CellPlace(path), message("cannot be read: {why}", why=str(failure)))
        ) from failure
    return grids, []
