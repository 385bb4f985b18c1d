"""A sheet as it stands, before anyone knows which of its rows is the header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from legalgen.findings import CellPlace
from legalgen.tables.table import letters

MAX_ROWS = 200_000  # ten times a regency's roster
MAX_CELLS = 20 * MAX_ROWS

# A range of cells by (row, column) of its first and last, counted from 0.
Corners: TypeAlias = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that shows an error such as `#N/A`, or (nothing shown) was never calculated."""

    shown: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet from A1 on, counted from 0; all rows have one length.

    Empty cells are the empty text. `merged` holds the merged ranges by the row they begin in,
    `hidden` the numbers of hidden rows as Excel counts.
    """

    file: Path
    sheet: str | None
    rows: Sequence[list[Any]] = field(repr=False)
    merged: Mapping[int, Sequence[Corners]] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def place(self) -> CellPlace:
        """Point at the sheet as a whole."""
        return CellPlace(self.file, self.sheet)

    def cell_place(self, row: int, column: int) -> CellPlace:
        """Point at a cell."""
        return CellPlace(self.file, self.sheet, f"{letters(column)}{row + 1}")


def merged_within(
    rows: Sequence[Sequence[object]], merged: Iterable[Corners]
) -> dict[int, list[Corners]]:
    """Give the merged ranges that begin among the cells, by the row they begin in."""
    height, width = len(rows), len(rows[0]) if rows else 0
    within: dict[int, list[Corners]] = defaultdict(list)
    for (top, left), last in merged:
        if top < height and left < width:
            within[top].append(((top, left), last))
    return dict(within)
