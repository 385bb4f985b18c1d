"""A sheet as it stands, before anyone knows which of its rows is the header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legalgen.findings import CellPlace
from legalgen.tables.table import letters


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that shows an error such as `#N/A`, or (nothing shown) was never calculated."""

    shown: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, from the first row and column that hold anything.

    Empty cells are the empty text; all rows have one length. `top` is the number of the first
    row as Excel counts, `left` the position of the first column from 0; `merged` holds the
    merged ranges as (row, column) of both corners, counted from 0 within the grid.
    """

    file: Path
    sheet: str | None
    rows: Sequence[Sequence[object]] = field(repr=False)
    top: int = 1
    left: int = 0
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def place(self) -> CellPlace:
        """Point at the sheet as a whole."""
        return CellPlace(self.file, self.sheet)

    def cell_place(self, row: int, column: int) -> CellPlace:
        """Point at a cell; both counted from 0 within the grid."""
        return CellPlace(self.file, self.sheet, f"{letters(self.left + column)}{self.top + row}")
