"""Workbooks and CSV folders in, tables out: every value keeps its file, sheet and cell."""

from __future__ import annotations

from pathlib import Path

from legalgen.columns import KEGIATAN, PESERTA, SHEETS
from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.tables.csv_folder import read_csv_folder
from legalgen.tables.events import events_in, no_event, not_there
from legalgen.tables.sheets import table_of
from legalgen.tables.table import Table
from legalgen.tables.workbook import read_workbook

__all__ = ["Table", "events_in", "read_tables"]

REQUIRED = (KEGIATAN, PESERTA)


def read_tables(source: Path) -> tuple[dict[str, Table], list[Finding]]:
    """Read an event's sheets from a workbook, or from a folder of CSV files of their names.

    Gives the tables by sheet name. A sheet that is missing or has no header row is a finding and
    no table. Raises LegalgenError where the file itself cannot be read.
    """
    if not source.exists():
        raise LegalgenError(not_there(source))
    grids, findings = (read_csv_folder if source.is_dir() else read_workbook)(source)
    if source.is_dir() and not grids:
        raise LegalgenError(no_event(source), *findings)
    tables = {}
    for sheet in SHEETS:
        if sheet in grids:
            table, found = table_of(grids[sheet], sheet)
            findings += found
            if table is not None:
                tables[sheet] = table
            if sheet == PESERTA and table is not None and not len(table):
                findings.append(_nobody(table))
        elif sheet in REQUIRED:
            findings.append(_missing(source, sheet))
    return tables, findings


def _nobody(table: Table) -> Finding:
    return error(
        "F019",
        CellPlace(table.file, table.sheet),
        message("there is nobody below the headers"),
        hint=message("write a row for each person, and save"),
    )


def _missing(source: Path, sheet: str) -> Finding:
    return error(
        "F006",
        CellPlace(source),
        message("the sheet {sheet} is missing", sheet=sheet),
        hint=message("name the sheet, or the CSV file, {sheet}", sheet=sheet),
    )
