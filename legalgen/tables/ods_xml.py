"""What calamine leaves out of an OpenDocument spreadsheet, and what it would choke on.

As for .xlsx: cells that show an error, hidden rows, and one value repeated over a whole sheet; and
line breaks within a cell, which it drops together with the blank they stand for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from lxml.etree import XMLSyntaxError, _Element, iterparse

from legalgen.columns import SHEETS, matching_key
from legalgen.tables.grid import CellFault
from legalgen.tables.sheet_xml import Survey
from legalgen.tables.table import letters

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_SHEET, _ROW, _LINE = f"{_TABLE}table", f"{_TABLE}table-row", f"{_TEXT}p"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def surveys(content: bytes) -> dict[str, Survey]:
    """Look over the sheets called as ours are; raises ValueError where they are not well-formed."""
    seen: dict[str, _Seen] = {}
    current = _Seen()
    try:
        for event, element in iterparse(
            BytesIO(content), ("start", "end"), tag=(_SHEET, _ROW), resolve_entities=False
        ):
            if element.tag == _SHEET and event == "start":
                name, current = element.get(f"{_TABLE}name", ""), _Seen()
                if matching_key(name) in SHEETS and seen.setdefault(name, current) is not current:
                    raise ValueError(name)
            elif element.tag == _ROW and event == "end":
                current.add(element)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except XMLSyntaxError as failure:
        raise ValueError(str(failure)) from failure
    return {name: sheet.survey() for name, sheet in seen.items()}


@dataclass(slots=True)
class _Seen:
    """What was seen of a sheet so far; rows and columns from 0."""

    misread: dict[tuple[int, int], CellFault | str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    row: int = 0
    height: int = 0
    width: int = 0

    def add(self, row: _Element) -> None:
        """Look at the next row, which may stand for many."""
        column = 0
        for cell in row.iterchildren(*_CELLS):
            repeated = _repeated(cell, "columns")
            if len(cell) or cell.get(f"{_OFFICE}value-type"):
                self.height = self.row + _repeated(row, "rows")
                self.width = max(self.width, column + repeated)
                if (known := _misread(cell)) is not None:
                    self.misread[self.row, column] = known
            column += repeated
        if row.get(f"{_TABLE}visibility", "visible") != "visible":
            self.hidden.add(self.row + 1)
        self.row += _repeated(row, "rows")

    def survey(self) -> Survey:
        """Sum it up."""
        last = f"{letters(self.width - 1)}{self.height}"
        return Survey(self.misread, frozenset(self.hidden), self.width * self.height, last)


def _repeated(element: _Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _misread(cell: _Element) -> CellFault | str | None:
    """Give what stands in a cell that calamine reads wrong, else None."""
    for blank in cell.iter(f"{_TEXT}line-break", f"{_TEXT}s", f"{_TEXT}tab"):
        blank.text = " "
    shown = "\n".join("".join(map(str, line.itertext())) for line in cell.iterchildren(_LINE))
    is_error = cell.get(f"{_CALC}value-type") == "error" or shown.startswith(("Err:", "#"))
    if is_error and cell.get(f"{_TABLE}formula"):
        return CellFault(shown or "#N/A")
    return shown if cell.find(f".//{_TEXT}line-break") is not None else None
