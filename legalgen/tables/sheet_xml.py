"""What calamine leaves out of a worksheet's XML: errors, uncalculated formulas, hidden rows.

It reads both kinds of cell as empty, and it lays a sheet out in full before it hands it over, so
that one value in the last cell of a sheet costs all memory. A search over the bytes tells the
ordinary sheet, which is nearly every one; only others are walked cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from lxml.etree import QName, XMLSyntaxError, _Element, iterparse

from legalgen.tables.grid import MAX_ROWS, CellFault, Corners
from legalgen.tables.table import letters

_MAX_MERGED = 500_000  # ranges

# A cell that does not name its place within the first 52 columns and 99,999 rows.
_NEAR = rb'<c(?! r="A?[A-Z][0-9]{1,5}"(?: [st]="%s[0-9a-zA-Z]+"){0,2}(?:/>|>%s)|[a-zA-Z])'
_UNUSUAL_CELL = re.compile(_NEAR % (b"", b""))
_UNUSUAL_ERROR_OR_FORMULA = re.compile(_NEAR % (rb'(?!e")', rb"(?!\s*<f)"))
_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_ERROR_CELL = re.compile(rb'<c r="(\w+)"[^>]*? t="e"[^>/]*>.*?(?:<v>([^<]*)</v>)?</c>', re.DOTALL)
_FORMULA_CELL = re.compile(
    rb'<c r="(\w+)"([^>/]*)>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(<v\s*/>|<v>\s*</v>)?\s*</c>'
)
_ERROR_TYPE = re.compile(rb"""(<(?:\w+:)?c\s[^<>]*?\bt=["'])e(?=["'])""")
_ROW = re.compile(rb'<row r="([0-9]+)"')
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\bhidden=["'](?:1|true)["'][^>]*>""")
_NUMBER = re.compile(rb"""\br=["']([0-9]+)["']""")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")

# Comments, CDATA, character references and instructions, of which the part's declaration is one: a
# search over bytes misreads them, and calamine a number that one of them parts.
_LONGEST_DECLARATION = 100
_MARKS = ((b"<!", 0), (b"&#", 0), (b"<?", _LONGEST_DECLARATION))
_PARTED_NUMBER = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>[-+.0-9eE]*(?:<[!?]|&#)")
_ORDER = ("f", "v", "is")  # of what stands in a cell; calamine loses what does not keep to it


@dataclass(frozen=True, slots=True)
class Survey:
    """What a sheet holds beside its values.

    `misread` are the cells that calamine reads wrong, by row and column from 0, with what stands
    there; `hidden` the numbers of the hidden rows; `spanned` how many cells lie between the
    outermost values and `height` how many rows they take (0 where a glance showed that they are
    few), `last` names the last of those; `merged` the merged ranges where calamine does not tell
    them.
    """

    misread: Mapping[tuple[int, int], CellFault | str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    spanned: int = 0
    height: int = 0
    last: str = ""
    merged: Sequence[Corners] = ()


def survey(part: bytes) -> Survey:
    """Look over a worksheet's XML; raises ValueError where it is not a worksheet's."""
    hidden = frozenset(_hidden_rows(part)) if b" hidden=" in part else frozenset()
    if part.count(b"mergeCell ", part.rfind(b"sheetData")) > _MAX_MERGED:
        raise ValueError("too many merged cells")
    if _PREFIXED_CELL.search(part) or _has_marks(part):
        return _walked(part, hidden)
    _refuse_doubles(_ROW.findall(part))
    if not _UNUSUAL_ERROR_OR_FORMULA.search(part):
        return Survey(hidden=hidden)
    if _UNUSUAL_CELL.search(part):
        return _walked(part, hidden)
    return Survey(dict(_faults(part)), hidden)


def errors_as_texts(part: bytes) -> bytes:
    """Let cells that show an error hold it as a text.

    For an error it has not heard of, such as `#SPILL!`, calamine refuses the whole sheet.
    """
    return _ERROR_TYPE.sub(rb"\1str", part)


def _has_marks(part: bytes) -> bool:
    # The second byte alone is found ten times faster than both, and mostly there is none.
    return any(
        part.find(mark[1:], start) >= 0 and part.find(mark, start) >= 0 for mark, start in _MARKS
    )


def _refuse_doubles(places: Sequence[object]) -> None:
    """Refuse a row or cell that stands twice: of two, calamine loses one."""
    if len(set(places)) < len(places):
        raise ValueError("a row or cell stands twice")


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
    if _PARTED_NUMBER.search(part):
        raise ValueError("a number is parted by markup")
    misread: dict[tuple[int, int], CellFault | str] = {}
    filled: list[tuple[int, int]] = []
    for row, column, cell in _cells(part):
        if len(cell):  # else it is formatted, and holds nothing
            filled.append((row, column))
            if row >= MAX_ROWS:
                break  # that is too far already
            if fault := _fault(cell):
                misread[row, column] = fault
    _refuse_doubles(filled)
    height = 1 + max((row for row, _ in filled), default=0)
    width = 1 + max((column for _, column in filled), default=0)
    return Survey(misread, hidden, width * height, height, f"{letters(width - 1)}{height}")


def _cells(part: bytes) -> Iterator[tuple[int, int, _Element]]:
    """Give each cell with its row and column from 0; one without a reference follows the last."""
    current, row, column = None, -1, -1
    try:
        for _, element in iterparse(
            BytesIO(part),
            tag=("{*}c", "{*}row"),
            remove_comments=True,
            remove_pis=True,
            resolve_entities=False,
        ):
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
    parts = {str(QName(child).localname): child.text for child in cell}
    known = [name for name in parts if name in _ORDER]
    if known != sorted(known, key=_ORDER.index) or len(known) < len(cell):
        raise ValueError(f"a cell holds {', '.join(parts)}")
    value = parts.get("v")
    if cell.get("t") == "e":
        return CellFault(value or "#N/A")
    if "f" in parts and value is None and cell.get("t") != "str":
        return CellFault()
    return None
