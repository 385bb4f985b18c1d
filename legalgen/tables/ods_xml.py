"""What calamine leaves out of an OpenDocument spreadsheet, and what it would choke on.

As for .xlsx: cells that show an error or were never calculated, hidden rows, and one value repeated
over a whole sheet; and merged cells, texts that are not said to be any, and line breaks and tabs
within a cell, which it drops together with the blank they stand for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from itertools import product

from lxml.etree import XMLSyntaxError, _Element, iterparse

from legalgen.columns import SHEETS, matching_key
from legalgen.tables.grid import MAX_CELLS, CellFault, Corners
from legalgen.tables.sheet_xml import Survey
from legalgen.tables.table import letters

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_SHEET, _ROW, _LINE = f"{_TABLE}table", f"{_TABLE}table-row", f"{_TEXT}p"
_VALUE_TYPE = f"{_OFFICE}value-type"
_FORMULA = f"{_TABLE}formula"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def surveys(content: bytes) -> dict[str, Survey]:
    """Look over the sheets called as ours are; raises ValueError where they are not well-formed."""
    seen: dict[str, _Seen] = {}
    current = _Seen()
    try:
        for event, element in iterparse(
            BytesIO(content),
            ("start", "end"),
            tag=(_SHEET, _ROW),
            remove_comments=True,
            remove_pis=True,
            resolve_entities=False,
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
    merged: list[Corners] = field(default_factory=list)
    row: int = 0
    height: int = 0
    width: int = 0

    def add(self, row: _Element) -> None:
        """Look at the next row, which may stand for many."""
        column, below = 0, self.row + _count(row, "rows-repeated")
        for cell in row.iterchildren(*_CELLS):
            beyond = column + _count(cell, "columns-repeated")
            if len(cell) or cell.get(_VALUE_TYPE) or cell.get(_FORMULA):
                self.height = below
                self.width = max(self.width, beyond)
                if (known := _misread(cell)) is not None and self.width * below <= MAX_CELLS:
                    places = product(range(self.row, below), range(column, beyond))
                    self.misread.update(dict.fromkeys(places, known))
            down, across = _count(cell, "rows-spanned"), _count(cell, "columns-spanned")
            if down > 1 or across > 1:
                last = self.row + down - 1, column + across - 1
                self.merged.append(((self.row, column), last))
            column = beyond
        if row.get(f"{_TABLE}visibility", "visible") != "visible":
            self.hidden.update(range(self.row + 1, min(below, MAX_CELLS) + 1))
        self.row = below

    def survey(self) -> Survey:
        """Sum it up."""
        last = f"{letters(self.width - 1)}{self.height}"
        spanned = self.width * self.height
        hidden = frozenset(self.hidden)
        return Survey(self.misread, hidden, spanned, self.height, last, self.merged)


def _count(element: _Element, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}", "1"))


def _misread(cell: _Element) -> CellFault | str | None:
    """Give what stands in a cell that calamine reads wrong, else None."""
    breaks = list(cell.iter(f"{_TEXT}line-break", f"{_TEXT}tab"))
    for blank in (*breaks, *cell.iter(f"{_TEXT}s")):
        blank.text = " "
    shown = "\n".join("".join(map(str, line.itertext())) for line in cell.iterchildren(_LINE))
    is_error = cell.get(f"{_CALC}value-type") == "error" or shown.startswith(("Err:", "#"))
    typed = cell.get(_VALUE_TYPE)
    if cell.get(_FORMULA) and (is_error or not (typed or shown)):
        return CellFault((shown or "#N/A") if is_error else "")
    return shown if breaks or (shown and not typed) else None
