"""What calamine leaves out of a worksheet's XML: errors, uncalculated formulas, hidden rows.

It reads both kinds of cell as empty, and it lays a sheet out in full before it hands it over, so
that one value in the last cell of a sheet costs all memory. A search over the bytes tells the
ordinary sheet, which is nearly every one; only others are walked cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml.etree import XMLSyntaxError, _Element, iterparse

from legalgen.tables.grid import CellFault
from legalgen.tables.table import letters

MAX_CELLS = 4_000_000  # ten times a regency's roster

# A cell that does not name its place within the first 52 columns and 99,999 rows.
_NEAR = rb'<c(?! r="A?[A-Z][0-9]{1,5}"(?: [st]="%s[0-9a-zA-Z]+"){0,2}(?:/>|>%s)|[a-zA-Z])'
_UNUSUAL_CELL = re.compile(_NEAR % (b"", b""))
_UNUSUAL_ERROR_OR_FORMULA = re.compile(_NEAR % (rb'(?!e")', rb"(?!\s*<f)"))
_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_ERROR_CELL = re.compile(rb'<c r="(\w+)"[^>]*? t="e"[^>/]*>.*?(?:<v>([^<]*)</v>)?</c>', re.DOTALL)
_FORMULA_CELL = re.compile(
    rb'<c r="(\w+)"([^>/]*)>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(<v\s*/>|<v>\s*</v>)?\s*</c>'
)
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\bhidden=["'](?:1|true)["'][^>]*>""")
_NUMBER = re.compile(rb"""\br=["']([0-9]+)["']""")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a sheet holds beside its values.

    `misread` are the cells that calamine reads wrong, by row and column from 0, with what stands
    there; `hidden` the numbers of the hidden rows; `spanned` how many cells lie between the
    outermost values (0 where a glance showed that they are few), `last` names the last of those.
    """

    misread: Mapping[tuple[int, int], CellFault | str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    spanned: int = 0
    last: str = ""


def survey(part: bytes) -> Survey:
    """Look over a worksheet's XML; raises ValueError where it is not a worksheet's."""
    hidden = frozenset(_hidden_rows(part)) if b" hidden=" in part else frozenset()
    if _PREFIXED_CELL.search(part):
        return _walked(part, hidden)
    if not _UNUSUAL_ERROR_OR_FORMULA.search(part):
        return Survey(hidden=hidden)
    if _UNUSUAL_CELL.search(part):
        return _walked(part, hidden)
    return Survey(dict(_faults(part)), hidden)


def _faults(part: bytes) -> Iterator[tuple[tuple[int, int], CellFault]]:
    """Find the faulty cells of an ordinary sheet."""
    for cell in _ERROR_CELL.finditer(part):
        yield _position(cell[1].decode()), CellFault((cell[2] or b"#N/A").decode())
    for cell in _FORMULA_CELL.finditer(part):
        if not (cell[3] and b't="str"' in cell[2]):  # a formula may well give no text
            yield _position(cell[1].decode()), CellFault()


def _hidden_rows(part: bytes) -> Iterator[int]:
    for row in _HIDDEN_ROW.finditer(part):
        if number := _NUMBER.search(row[0]):
            yield int(number[1])


def _walked(part: bytes, hidden: frozenset[int]) -> Survey:
    """Go through all cells one by one."""
    misread: dict[tuple[int, int], CellFault | str] = {}
    rows, columns = {0}, {0}
    for row, column, cell in _cells(part):
        if len(cell):  # else it is formatted, and holds nothing
            rows.add(row)
            columns.add(column)
            if fault := _fault(cell):
                misread[row, column] = fault
    last_row, last_column = max(rows), max(columns)
    spanned = (1 + last_row) * (1 + last_column)
    return Survey(misread, hidden, spanned, f"{letters(last_column)}{last_row + 1}")


def _cells(part: bytes) -> Iterator[tuple[int, int, _Element]]:
    """Give each cell with its row and column from 0; one without a reference follows the last."""
    current, row, column = None, -1, -1
    try:
        for _, element in iterparse(BytesIO(part), tag=("{*}c", "{*}row"), resolve_entities=False):
            if element.tag.endswith("row"):
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
                continue
            parent = element.getparent()
            if parent is not current and parent is not None:
                current, row, column = parent, int(parent.get("r", row + 2)) - 1, -1
            if reference := element.get("r"):
                row, column = _position(reference)
            else:
                column += 1
            yield row, column, element
    except XMLSyntaxError as failure:
        raise ValueError(str(failure)) from failure


def _position(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _fault(cell: _Element) -> CellFault | None:
    value = next((child.text for child in cell if child.tag.endswith("}v")), None)
    if cell.get("t") == "e":
        return CellFault(value or "#N/A")
    if value is None and any(child.tag.endswith("}f") for child in cell) and cell.get("t") != "str":
        return CellFault()
    return None
