"""From a sheet's grid to its table: every column under its name, every row that holds data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legalgen.columns import (
    COMBINED_COLUMNS,
    KEGIATAN,
    PESERTA,
    columns_of,
    headers_of,
)
from legalgen.findings import CellPlace, Finding, error, message, shown, warning
from legalgen.tables import combined
from legalgen.tables.data_rows import data_rows
from legalgen.tables.grid import Grid
from legalgen.tables.header import Header, find_header
from legalgen.tables.naming import Names, name_columns
from legalgen.tables.table import Table

ALWAYS_NEEDED: Mapping[str, Sequence[str]] = {KEGIATAN: ("kunci", "nilai"), PESERTA: ("nama",)}


def table_of(grid: Grid, sheet: str) -> tuple[Table | None, list[Finding]]:
    """Read a grid as the table of `sheet`; None where it has no header to be found."""
    known = headers_of(columns_of(sheet).values())
    if sheet == PESERTA:
        known |= headers_of(COMBINED_COLUMNS)
    header = find_header(grid, known)
    if header is None:
        return None, [_no_header(grid, sheet)]
    names, findings = name_columns(grid, header, known)
    for name in ALWAYS_NEEDED.get(sheet, ()):
        if name not in names.positions:
            findings.append(_missing(grid, name, names))
    rows, found = data_rows(grid, sheet, header, names, known)
    table = _table(_filled_down(grid, header, names), rows, header, names)
    findings += found + _unnamed(grid, header)
    findings += _shifted(grid, header) if grid.sheet is None else []
    return table, findings + _hidden(grid, table)


def _filled_down(grid: Grid, header: Header, names: Names) -> Grid:
    """Write a value in a cell merged over several rows into each of them, as it is shown.

    Never a name: two rows are two people, and one of them has none.
    """
    merged = [
        (top, last, column)
        for corners in grid.merged.values()
        for (top, column), (last, _) in corners
        if header.row < top < last
        and grid.rows[top][column] != ""
        and column != names.positions.get("nama")
    ]
    if not merged:
        return grid
    rows = [list(cells) for cells in grid.rows]
    for top, last, column in merged:
        for cells in rows[top + 1 : last + 1]:
            if cells[column] != "":
                break
            cells[column] = rows[top][column]
    return replace(grid, rows=rows)


def _table(grid: Grid, rows: Sequence[int], header: Header, names: Names) -> Table:
    by_position = list(zip(*(grid.rows[row] for row in rows), strict=True)) or [()] * grid.width
    columns: dict[str, Sequence[object]] = {}
    positions, headers = {}, {}
    for name, position in names.positions.items():
        found: dict[str, Sequence[object]] = {name: by_position[position]}
        if names.is_to_be_split(name):
            found = combined.split(name, by_position[position])
        for part, values in found.items():
            columns[part] = values
            positions[part] = position
            headers[part] = names.headers[name]
    return Table(
        file=grid.file,
        sheet=grid.sheet,
        header_row=header.row + 1,
        numbers=[row + 1 for row in rows],
        positions=positions,
        headers=headers,
        columns=columns,
    )


def _no_header(grid: Grid, sheet: str) -> Finding:
    wanted = ", ".join(list(columns_of(sheet))[:4])
    return error(
        "F007",
        grid.place,
        message("the sheet has no row with the headers of {sheet}", sheet=sheet),
        hint=message("write a header row, such as: {headers}, …", headers=wanted),
    )


def _missing(grid: Grid, name: str, names: Names) -> Finding:
    return error(
        "F008",
        grid.place,
        message("the column {name} is missing", name=name),
        hint=message(
            "name one of the columns {name}; found are: {headers}",
            name=name,
            headers=", ".join(map(shown, names.headers.values())),
        ),
    )


def _unnamed(grid: Grid, header: Header) -> list[Finding]:
    """Say where values stand under no header, since they are not read."""
    findings = []
    end = _end(header) if grid.sheet is None else grid.width
    for position, spellings in enumerate(header.spellings[:end]):
        filled = (
            []
            if spellings
            else [
                row
                for row in range(header.row + 1, len(grid.rows))
                if grid.rows[row][position] != ""
            ]
        )
        if filled:
            findings.append(
                warning(
                    "F011",
                    grid.cell_place(filled[0], position),
                    message(
                        "{count} cells stand under no header and are not read", count=len(filled)
                    ),
                    hint=message("write a header above them, or delete them"),
                )
            )
    return findings


def _end(header: Header) -> int:
    """Give the position after the last column with a header."""
    return 1 + max(position for position, found in enumerate(header.spellings) if found)


def _shifted(grid: Grid, header: Header) -> list[Finding]:
    """Find rows of a CSV file that are longer than its header: a value holds a separator."""
    end = _end(header)
    return [
        error(
            "F018",
            grid.cell_place(row, end),
            message("the row has more cells than the header"),
            hint=message("put a value with a separator in it between quotation marks"),
        )
        for row in range(header.row + 1, len(grid.rows))
        if any(cell != "" for cell in grid.rows[row][end:])
    ]


def _hidden(grid: Grid, table: Table) -> list[Finding]:
    """Say once that rows that are hidden, by hand or by a filter, are read as well."""
    hidden = [number for number in table.numbers if number in grid.hidden]
    if not hidden:
        return []
    return [
        warning(
            "F012",
            CellPlace(grid.file, grid.sheet, f"A{hidden[0]}"),
            message("{count} hidden rows are read as well, this one first", count=len(hidden)),
            hint=message("show all rows (clear the filter), and delete those that do not belong"),
        )
    ]
