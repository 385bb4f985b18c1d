"""Where a sheet's header is, below its title rows, and what each column is called.

A header may take two rows, with cells merged across (`Alamat` over `RT` and `RW`) or down. A row
of data must never be taken for its second row: a member would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legalgen.columns import PARTS, matching_key
from legalgen.tables.grid import Grid

SEARCHED_ROWS = 50
_NOTE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid: its last row (from 0), and for every column what it may be called.

    The spellings of a column are what it may be matched by, the likeliest first; none where the
    column has no header.
    """

    row: int
    spellings: Sequence[Sequence[str]]


def find_header(grid: Grid, known: Mapping[str, str]) -> Header | None:
    """Find the row, or the pair of rows, whose cells match the most columns.

    `known` maps headers, as they are matched, to columns. Of equals the first wins, and one row
    before two. None where no row matches anything.
    """
    best, best_score = None, 0
    for header in _candidates(grid, known):
        score = len({name for found in header.spellings if (name := named(found, known))})
        if score > best_score:
            best, best_score = header, score
    if best and len(best.spellings) > 1 and _goes_on_below(grid, best.row):
        return _over_two_rows(grid, best.row, known)
    return best


def named(spellings: Sequence[str], known: Mapping[str, str]) -> str | None:
    """Give the known column the first matching spelling stands for; a note in brackets may go."""
    for text in spellings:
        for spelling in (text, _NOTE.sub(" ", text)):
            if name := known.get(matching_key(spelling)):
                return name
    return None


def texts(cells: Sequence[object]) -> list[str]:
    """Give the cells of a row as texts without superfluous blanks."""
    return [" ".join(str(cell).split()) for cell in cells]


def _candidates(grid: Grid, known: Mapping[str, str]) -> Iterator[Header]:
    rows = range(min(len(grid.rows), SEARCHED_ROWS))
    for row in rows:
        spellings = [[text] if text else [] for text in texts(grid.rows[row])]
        yield Header(row, _parted(grid, row, spellings, known))
    for row in rows[: len(grid.rows) - 1]:
        if not _is_data_below(grid, row, known):
            yield _over_two_rows(grid, row, known)


def _parted(
    grid: Grid, row: int, spellings: list[list[str]], known: Mapping[str, str]
) -> list[list[str]]:
    """Let a combined header, merged across as many columns as it has parts, name those."""
    for (_, left), (_, right) in grid.merged.get(row, ()):
        parts = PARTS.get(named(spellings[left], known) or "", ()) if right < grid.width else ()
        if len(parts) == right - left + 1:
            spellings[left : right + 1] = [[part] for part in parts]
    return spellings


def _across(grid: Grid, row: int) -> dict[int, int]:
    """Map each column under a cell of `row` merged across to that cell's column."""
    return {
        column: left
        for (first, left), (last, right) in grid.merged.get(row, ())
        if first == last and right > left
        for column in range(left, min(right + 1, grid.width))
    }


def _over_two_rows(grid: Grid, row: int, known: Mapping[str, str]) -> Header:
    """Read two rows as one header.

    A cell merged across stands above each of its columns; one that is not may be meant to.
    """
    over, under = texts(grid.rows[row]), texts(grid.rows[row + 1])
    for column, left in _across(grid, row).items():
        over[column] = over[left]
    spellings, beside = [], ""
    for above, below in zip(over, under, strict=True):
        beside = above or (beside if below else "")
        spellings.append(_joined(beside, below) + ([above] if above else []))
    return Header(row + 1, _parted(grid, row, spellings, known))


def _joined(over: str, under: str) -> list[str]:
    """Give what a cell may be called with the one over it: `Lahir` over `Tempat`, and so on."""
    if not under or not over:
        return [under] if under else []
    shared = over.rsplit(maxsplit=1)[-1]  # `Tempat, Tanggal Lahir` over `Tempat`
    return [f"{over} {under}", f"{under} {over}", under, f"{under} {shared}"]


def _is_data_below(grid: Grid, row: int, known: Mapping[str, str]) -> bool:
    """Whether the row after `row` holds data: something below a header that is complete.

    Not where it holds two headers itself, whatever stands over them.
    """
    across = _across(grid, row)
    over, under = grid.rows[row], grid.rows[row + 1]
    if len({named([text], known) for text in texts(under)} - {None}) > 1:
        return False
    for column, (above, below) in enumerate(zip(texts(over), under, strict=True)):
        if below == "":
            continue
        if not isinstance(below, str):
            return True
        complete = column not in across and named([above], known)
        if complete and not named(_joined(above, below), known):
            return True
    return False


def _goes_on_below(grid: Grid, row: int) -> bool:
    """Whether merged cells say that the header goes on in the next row.

    A cell merged down does. A cell merged across does only where the next row is empty but below
    such cells: a wide `Nama` with data below is a header of one row.
    """
    if row + 1 >= len(grid.rows):
        return False
    if any(last == row + 1 for _, (last, _) in grid.merged.get(row, ())):
        return True
    across = _across(grid, row)
    filled = [column for column, cell in enumerate(grid.rows[row + 1]) if cell != ""]
    return len(filled) > 1 and all(column in across for column in filled)
