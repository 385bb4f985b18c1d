"""A list on A4 for the wall beside the desk: tables with a repeated head, nothing to render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from legalgen.render.package import repack

_TEXT_FONT, _TAG_FONT = "Arial", "Courier New"
_GREY, _RULE = RGBColor(0x59, 0x59, 0x59), "BFBFBF"
_HEAD_SHADE = "E7ECF2"
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)  # no clock: the same list is the same bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its title: heads, rows of texts, and the columns' widths in millimetres.

    The first column holds what is typed in Word and is printed as such.
    """

    title: str
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]


def cheat_sheet(title: str, subtitle: str, notes: Iterable[str], tables: Iterable[Table]) -> bytes:
    """Write the list as a DOCX."""
    document = docx.Document()
    _set_up(document)
    document.add_paragraph(title, "Title")
    document.add_paragraph(subtitle, "Subtitle")
    for note in notes:
        document.add_paragraph(note)
    for table in tables:
        document.add_paragraph(table.title, "Heading 1")
        _add_table(document, table)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        return repack({name: package.read(name) for name in package.namelist()})


def _set_up(document: Any) -> None:
    """Set paper, styles and page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    for name, size, before, after in (
        ("Normal", 9.5, 0, 3),
        ("Title", 17, 0, 0),
        ("Subtitle", 10.5, 0, 8),
        ("Heading 1", 11.5, 12, 4),
    ):
        style = document.styles[name]
        for ornament in ("pBdr", "spacing", "kern"):  # of python-docx's own template
            for element in list(style.element.iter(qn(f"w:{ornament}"))):
                element.getparent().remove(element)
        _use_font(style, _TEXT_FONT)
        style.font.size = Pt(size)
        style.font.bold = name in ("Title", "Heading 1")
        style.font.italic = False
        style.font.color.rgb = _GREY if name == "Subtitle" else RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.keep_with_next = name != "Normal"
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = _LONG_AGO
    _number_pages(section.footer.paragraphs[0])


def _use_font(style: Any, name: str) -> None:
    """Set a style's font for every script; the theme's would win otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _number_pages(paragraph: Any) -> None:
    paragraph.alignment = 1
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(8)
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields


def _add_table(document: Any, table: Table) -> None:
    word = document.add_table(1 + len(table.rows), len(table.heads))
    word.alignment = WD_TABLE_ALIGNMENT.LEFT
    word.autofit = False
    _rule(word)
    for column, width in zip(word.columns, table.widths, strict=True):
        column.width = Mm(width)
    for number, (row, texts) in enumerate(zip(word.rows, (table.heads, *table.rows), strict=True)):
        _mark_row(row, is_head=number == 0)
        for position, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = Mm(table.widths[position])
            _fill(cell, text, is_head=number == 0, is_tag=position == 0)


def _fill(cell: Any, text: str, *, is_head: bool, is_tag: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    run = paragraph.add_run(text)
    run.font.size = Pt(8)
    run.bold = is_head
    if is_tag and not is_head:
        run.font.name = _TAG_FONT
        run.font.size = Pt(7.5)
        run.font.no_proof = True  # a tag is not misspelled Indonesian


def _mark_row(row: Any, *, is_head: bool) -> None:
    """Keep a row on one page, and repeat and shade the head."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no such setting
    properties.append(OxmlElement("w:cantSplit"))
    if not is_head:
        return
    properties.append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD_SHADE)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def _rule(table: Any) -> None:
    """Draw thin lines between the rows only."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001 - which comes after them
    layout.addprevious(borders)
