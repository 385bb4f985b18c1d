"""Documents as text, the way a reader goes through them: paragraphs with styles, rows of tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.section import _Header
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph


def lines(path: Path) -> list[str]:
    """Read a document top to bottom: `[style] text` for a paragraph, bars around a row's cells."""
    document = Document(str(path))
    heads = [section.header for section in document.sections]
    return [*_story(document), *(line for head in heads for line in _story(head))]


def text(path: Path) -> str:
    """Read all the words of a document, without styles."""
    return "\n".join(line.partition("] ")[2] or line for line in lines(path))


def cells(path: Path) -> list[str]:
    """Read every cell of every table."""
    document = Document(str(path))
    return [cell.text for table in document.tables for row in table.rows for cell in _once(row)]


def _story(story: Docx | _Header | _Cell) -> Iterator[str]:
    for block in story.iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style else ""
            yield f"[{style}] {block.text}"
        elif isinstance(block, Table):
            for row in block.rows:
                yield "| " + " | ".join(_cell(cell) for cell in _once(row)) + " |"


def _once(row: _Row) -> Iterable[_Cell]:
    """Give a row's cells, a merged one not again for each column it spans."""
    return {cell._tc: cell for cell in row.cells}.values()


def _cell(cell: _Cell) -> str:
    return " / ".join(paragraph.text for paragraph in cell.paragraphs)
