"""Which of the rows below the header hold data.

Blank rows do not, nor a row that numbers the columns, nor the header repeated further down, as
lists pasted below each other have it. A sum is left out and said. A header with its columns in
another order is an error, and what stands below it is not read: it is in the wrong columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from legalgen.columns import KEGIATAN, matching_key
from legalgen.findings import Finding, error, message, shown, warning
from legalgen.tables.grid import Grid
from legalgen.tables.header import Header, named, texts
from legalgen.tables.naming import Names

_SUM = re.compile(r"\s*(?:sub|grand)?[\s-]*(?:jumlah|jml|total)\b", re.IGNORECASE)
_LONGEST_COUNT = 2  # characters: the number of a column
_LONGEST_AMOUNT = 9  # digits; a longer number is an identity, and its row a person


def data_rows(
    grid: Grid, sheet: str, header: Header, names: Names, known: Mapping[str, str]
) -> tuple[list[int], list[Finding]]:
    """Give the rows (from 0) that hold data, and what is to be said about others."""
    below = range(header.row + 1, len(grid.rows))
    anchor = names.positions.get("nama", min(names.positions.values()))
    doubtful = _doubtful({grid.rows[row][anchor] for row in below}, known)
    rows: list[int] = []
    findings: list[Finding] = []
    below_header, astray = True, False
    for row in below:
        cells = grid.rows[row]
        if cells.count("") == grid.width:
            continue
        if cells[anchor] in doubtful:
            headers = _headers(cells, known)
            if len(headers) > 1 or _is_repeated(cells, grid.rows[header.row], names):
                misplaced = _misplaced(grid, row, headers, header, known)
                findings += misplaced
                below_header, astray = True, bool(misplaced)
                continue
            if below_header and _numbers_the_columns(cells):
                continue
            if sheet != KEGIATAN and _is_sum(cells):
                findings.append(_left_out(grid, row))
                continue
        below_header = False
        if not astray:
            rows.append(row)
    return rows, findings


def _doubtful(cells: Iterable[object], known: Mapping[str, str]) -> set[object]:
    """Give the cells of a column that may stand in a row without data: hardly ever one."""
    return {
        cell
        for cell in cells
        if not isinstance(cell, str)
        or len(key := matching_key(cell)) <= _LONGEST_COUNT
        or key in known
        or _SUM.match(cell)
        or ("(" in cell and named([cell], known))
    }


def _headers(cells: Sequence[object], known: Mapping[str, str]) -> dict[int, str]:
    """Map the positions of the cells that are headers to the columns they stand for."""
    return {
        position: name
        for position, text in enumerate(texts(cells))
        if (name := named([text], known))
    }


def _is_repeated(cells: Sequence[object], head: Sequence[object], names: Names) -> bool:
    return all(cells[position] == head[position] for position in names.positions.values())


def _numbers_the_columns(cells: Sequence[object]) -> bool:
    """Whether a row only counts the columns, as official tables do: (1) (2) (3)."""
    counts = [re.sub(r"\.0$|[().\s]", "", text) for text in texts(cells) if text]
    return len(counts) > 2 and counts == [str(number) for number in range(1, len(counts) + 1)]


def _is_sum(cells: Sequence[object]) -> bool:
    """Whether a row says a total and amounts, and nothing else: `Jumlah | 807`."""
    words = [text for text in texts(cells) if text and not _is_amount(text)]
    return len(words) == 1 and bool(_SUM.match(words[0]))


def _is_amount(text: str) -> bool:
    digits = re.sub(r"\.0$|[.,\s]", "", text)
    return digits.isdecimal() and len(digits) <= _LONGEST_AMOUNT


def _left_out(grid: Grid, row: int) -> Finding:
    return warning(
        "F021",
        grid.cell_place(row, _first_filled(grid.rows[row])),
        message("the row is a sum and is left out"),
        hint=message("delete it; if it is a person, write the NIK"),
    )


def _first_filled(cells: Sequence[object]) -> int:
    return next(position for position, cell in enumerate(cells) if cell != "")


def _misplaced(
    grid: Grid, row: int, headers: Mapping[int, str], header: Header, known: Mapping[str, str]
) -> list[Finding]:
    """Find that a header further down does not agree with the sheet's own."""
    for position, name in headers.items():
        if named(header.spellings[position], known) != name:
            return [
                error(
                    "F020",
                    grid.cell_place(row, position),
                    message(
                        "another header, in which {header} stands in another column; the rows "
                        "below it are not read",
                        header=shown(grid.rows[row][position]),
                    ),
                    hint=message("put the rows below it under the columns of the first header"),
                    related=[grid.cell_place(header.row, position)],
                )
            ]
    return []
