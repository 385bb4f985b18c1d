"""One sheet as columns of values, each value knowing its place.

Columns, not rows, because whole columns are what readers give and what parsers take: a date
text with two readings is settled by its neighbours above and below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legalgen.findings import CellPlace


def letters(position: int) -> str:
    """Name a column as Excel does; `position` counts from 0.

    >>> letters(0), letters(25), letters(26), letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Table:
    """The data rows of one sheet under their column names.

    `columns` maps a column's name (a known column's own, else the header normalised) to its raw
    values, `numbers` gives each row's number in the sheet, `positions` each column's place from 0,
    `headers` the header as the office wrote it. `sheet` is None for a CSV file.
    """

    file: Path
    sheet: str | None
    header_row: int
    numbers: Sequence[int]
    positions: Mapping[str, int]
    headers: Mapping[str, str]
    columns: Mapping[str, Sequence[object]] = field(repr=False)

    def __len__(self) -> int:
        return len(self.numbers)

    def place(self, column: str, row: int) -> CellPlace:
        """Point at the cell of `column` in the sheet's row `row` (as Excel counts).

        A column the sheet does not have is pointed at by the row alone.
        """
        position = self.positions.get(column)
        cell = str(row) if position is None else f"{letters(position)}{row}"
        return CellPlace(self.file, self.sheet, cell)

    def header_place(self, column: str) -> CellPlace:
        """Point at the header of `column`."""
        return self.place(column, self.header_row)
