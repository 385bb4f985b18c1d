"""What a part's structure proves, so that it need not be looked for in every document.

docxtpl parses each document to fit its tables' grids and number its pictures. Mostly there is
nothing to fit, and that can be seen beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

from legalgen.render.outline import Path, Tag, UnprovedError, outline
from legalgen.render.tree import NEEDS_PARAGRAPH

_COUNTED = frozenset({"w:gridCol", "w:tc", "w:gridSpan"})
_BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt"})


@dataclass(frozen=True, slots=True)
class Structure:
    """What must still be looked at after each rendering.

    Where `proved` is false the part is parsed, and the rest does not matter.
    """

    proved: bool
    tables_may_vanish: bool = False  # all rows of a table stand in loops
    cells_may_empty: bool = False  # all paragraphs of a cell stand in branches
    pictures: int = 0  # in every document, so that their numbers are known beforehand
    pictures_in_blocks: bool = False


def structure(template: nodes.Template, *, is_body: bool) -> Structure:
    """Prove what can be proved of a part; docxtpl fits and numbers only what is in the body."""
    try:
        tags = outline(template)
        pictures = _pictures(tags) if is_body else []
        return Structure(
            proved=True,
            tables_may_vanish=_tables_may_vanish(tags, fitted=is_body),
            cells_may_empty=_cells_may_empty(tags),
            pictures=len(pictures),
            pictures_in_blocks=any(picture.path for picture in pictures),
        )
    except UnprovedError:
        return Structure(proved=False)


@dataclass(slots=True)
class _Row:
    path: Path
    cells: int = 0
    span: int = 0


@dataclass(slots=True)
class _Table:
    path: Path
    columns: int = 0
    rows: list[_Row] = field(default_factory=list)

    def may_vanish(self) -> bool:
        return all(row.path != self.path for row in self.rows)

    def fits(self) -> bool:
        """Whether docxtpl's `fix_tables` finds nothing to do: no row wider, one as wide."""
        if any(row.cells > self.columns for row in self.rows):
            return False
        certain = [row for row in self.rows if row.path == self.path]
        if any(row.span >= self.columns for row in certain):
            return True
        return bool(self.rows) and all(row.span >= self.columns for row in self.rows)


def _tables_may_vanish(tags: Iterable[Tag], *, fitted: bool) -> bool:
    """Whether a table may be left without rows; UnprovedError if one may need its grid fitted."""
    tables: list[_Table] = []
    rows: list[_Row] = []
    vanish = False
    for tag in tags:
        if not tag.ends:
            _open(tag, tables, rows)
        elif tag.name == "w:tr":
            row = rows.pop()
            for table in tables:  # docxtpl counts a nested table's rows for the outer one too
                table.rows.append(row)
        elif tag.name == "w:tbl":
            table = tables.pop()
            _same(tag.path, table.path)
            if fitted and not table.fits():
                raise UnprovedError
            vanish = vanish or table.may_vanish()
    return vanish


def _open(tag: Tag, tables: list[_Table], rows: list[_Row]) -> None:
    """Begin a table or a row, or count what stands in them."""
    if tag.name == "w:tbl":
        tables.append(_Table(tag.path))
    elif tag.name == "w:tr":
        rows.append(_Row(tag.path))
    elif tables and tag.name in _COUNTED:
        _count(tag, tables[-1], rows)


def _count(tag: Tag, table: _Table, rows: list[_Row]) -> None:
    """Count a grid column, a cell, or the columns that a cell spans."""
    match tag.parents[-3:], tag.name:
        case (*_, "w:tbl", "w:tblGrid"), "w:gridCol":
            _same(tag.path, table.path)
            table.columns += 1
        case (*_, "w:tr"), "w:tc":
            _same(tag.path, rows[-1].path)
            rows[-1].cells += 1
            rows[-1].span += 1
        case ("w:tr", "w:tc", "w:tcPr"), "w:gridSpan":
            _same(tag.path, rows[-1].path)
            columns = tag.attribute("w:val")
            if not columns or not columns.isdecimal():
                raise UnprovedError
            rows[-1].span += int(columns) - 1


def _same(path: Path, other: Path) -> None:
    if path != other:
        raise UnprovedError


def _cells_may_empty(tags: Iterable[Tag]) -> bool:
    """Whether a cell may end without a paragraph, which Word calls corrupt.

    UnprovedError if it could not be told by how it ends: it has attributes but no properties, or
    it is no cell but a header, a footnote or a text box.
    """
    holders: list[tuple[Tag, str]] = []  # each open one, and the last thing certainly in it
    may_empty = False
    for tag in tags:
        if tag.name in NEEDS_PARAGRAPH and not tag.ends:
            holders.append((tag, ""))
        elif tag.name in NEEDS_PARAGRAPH:
            holder, last = holders.pop()
            if last not in _BLOCKS and (tag.name != "w:tc" or (holder.attributes and not last)):
                raise UnprovedError
            may_empty = may_empty or (tag.name == "w:tc" and last != "w:p")
        elif not tag.ends and NEEDS_PARAGRAPH.intersection(tag.parents[-1:]):
            holder, last = holders[-1]
            certain = tag.path == holder.path
            if holder.name == "w:tc":  # where a table, even one that may not be there, is no end
                certain = certain or tag.name == "w:tbl"
            holders[-1] = (holder, tag.name if certain else last)
    return may_empty


def _pictures(tags: Iterable[Tag]) -> list[Tag]:
    """List the pictures; UnprovedError if one has no number for docxtpl to change."""
    pictures = [tag for tag in tags if tag.name == "wp:docPr" and not tag.ends]
    if any(picture.attribute("id") is None for picture in pictures):
        raise UnprovedError
    return pictures
