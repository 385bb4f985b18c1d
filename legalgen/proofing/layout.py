"""How a template's pages will fall: table heads, rows, signatures; and the paper and font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, TemplatePlace, message, warning
from legalgen.products import Paper
from legalgen.proofing.manuscript import Story, texts_of
from legalgen.proofing.script import Script
from legalgen.proofing.styles import Styles, is_on
from legalgen.render.places import Paragraph

_ROW = qn("w:tr")
_LONGEST_HEAD = 60  # characters in a cell of a head row
# Millimetres: what an office's printer calls by these names.
_SIZES = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "F4": (215.0, 330.0),
    "FOLIO": (215.0, 330.0),
    "LEGAL": (215.9, 355.6),
    "LETTER": (215.9, 279.4),
}
_TOLERANCE = 1.5
_TWIPS = 1440 / 25.4  # in a millimetre
_SYMBOLS = ("Symbol", "Wingdings", "Webdings", "MS Gothic", "Segoe UI Symbol")
_SIGNED = re.compile(r"\s*(?:Ditetapkan|Dikeluarkan|Dibuat|Ditandatangani)\s+di\b", re.IGNORECASE)
_BEHIND_SIGNATURE = re.compile(r"\s*(?:Tembusan|Salinan|Lampiran|Catatan|Daftar)\b", re.IGNORECASE)
_LONGEST_SIGNATURE = 14  # paragraphs
_LONGEST_LINE = 120  # characters; more is running text


def loops_in_tables(script: Script) -> Iterator[Finding]:
    """Find tables that grow with the data and have no repeated head, or rows that may be split."""
    rows: dict[etree._Element, list[Paragraph]] = {}
    for paragraph in script.story.paragraphs:
        row = next(paragraph.element.iterancestors(_ROW), None)
        if row is not None:
            rows.setdefault(row, []).append(paragraph)
    steps = {
        next(tag.paragraph.element.iterancestors(_ROW)): tag.keyword
        for tag in script.tags
        if tag.lift == "tr" and next(tag.paragraph.element.iterancestors(_ROW), None) is not None
    }
    for table in dict.fromkeys(row.getparent() for row in steps):
        if table is not None:
            own = [row for row in table if row in rows]
            yield from _head(own, rows, steps)
            yield from _splitting_rows(own, rows, steps)


def _head(
    own: Sequence[etree._Element],
    rows: dict[etree._Element, list[Paragraph]],
    steps: dict[etree._Element, str],
) -> Iterator[Finding]:
    loop = next((number for number, row in enumerate(own) if steps.get(row) == "for"), 0)
    head = own[:loop]
    if not head or not all(_is_head(row, rows[row]) for row in head):
        return
    if not _has(head[0], "w:tblHeader"):
        yield warning(
            "N001",
            _at(rows[head[0]][0]),
            message("the head of this table is not repeated on its next pages"),
            hint=message("click the row: Table Layout > Repeat Header Rows"),
        )


def _is_head(row: etree._Element, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a row is a table's head: several cells of a few words each, and no tags."""
    texts = [paragraph.text.strip() for paragraph in paragraphs]
    if len(row.findall(qn("w:tc"))) < 2 or ":" in texts:
        return False
    return any(texts) and all(len(text) <= _LONGEST_HEAD and "{" not in text for text in texts)


def _splitting_rows(
    own: Sequence[etree._Element],
    rows: dict[etree._Element, list[Paragraph]],
    steps: dict[etree._Element, str],
) -> Iterator[Finding]:
    depth = 0
    for row in own:
        depth += {"for": 1, "endfor": -1}.get(steps.get(row, ""), 0)
        if depth and row not in steps and not _has(row, "w:cantSplit"):
            yield warning(
                "N002",
                _at(rows[row][0]),
                message("this row is repeated and may be split between two pages"),
                hint=message("Table Properties > Row: do not allow it to break across pages"),
            )
            return


def _has(row: etree._Element, mark: str) -> bool:
    found = row.find(f"{qn('w:trPr')}/{qn(mark)}")
    return found is not None and is_on(found)


def _at(paragraph: Paragraph) -> TemplatePlace:
    return replace(paragraph.place, tag=None)


def loose_signatures(story: Story, styles: Styles) -> Iterator[Finding]:
    """Find signatures that a page's end could part from their place, date and office."""
    for number, paragraph in enumerate(story.paragraphs):
        if not _SIGNED.match(paragraph.text):
            continue
        row = next(paragraph.element.iterancestors(_ROW), None)
        block = _signature(story.paragraphs[number:])
        if row is not None and _has(row, "w:cantSplit"):
            continue
        if not all(styles.keeps_with_next(each.element) for each in block[:-1]):
            yield warning(
                "N003",
                _at(paragraph),
                message("the signature may be parted from what stands above it"),
                hint=message(
                    "select it down to the name: Paragraph > Line and Page Breaks > Keep with next"
                ),
            )


def _signature(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Cut off where a signature that begins here ends: at the last text before something else."""
    parent = paragraphs[0].element.getparent()
    length = 1
    for position, each in enumerate(paragraphs[1:_LONGEST_SIGNATURE], 1):
        elsewhere = each.element.getparent() is not parent or len(each.text) > _LONGEST_LINE
        if elsewhere or _BEHIND_SIGNATURE.match(each.text):
            break
        if each.text.strip():
            length = position + 1
    return paragraphs[:length]


def other_paper(story: Story, paper: Paper) -> Iterator[Finding]:
    """Find sections whose paper is not the product's."""
    wanted = _SIZES.get(paper.size.upper())
    if wanted is None:
        return
    for number, page in enumerate(story.root.iter(qn("w:pgSz")), 1):
        width, height = (float(page.get(qn(side)) or 0) / _TWIPS for side in ("w:w", "w:h"))
        size = sorted((width, height))
        if any(abs(have - want) > _TOLERANCE for have, want in zip(size, wanted, strict=True)):
            yield warning(
                "N004",
                TemplatePlace(story.file, story.label),
                message(
                    "section {number} is {width} × {height} mm, and the product's paper is {size}",
                    number=number,
                    width=round(width),
                    height=round(height),
                    size=paper.size,
                ),
                hint=message("choose it under Layout > Size, or change `size` in the TOML"),
            )


def other_fonts(story: Story, styles: Styles, paper: Paper) -> Iterator[Finding]:
    """Find text in another font than the product's: once for each font."""
    if not paper.font:
        return
    said: set[str] = set()
    for paragraph in story.paragraphs:
        for text in texts_of(paragraph.element):
            run = text.getparent()
            if run is None or run.tag != qn("w:r") or not (text.text or "").strip():
                continue
            font = styles.font(run, paragraph.element)
            if font and font not in said and font not in _SYMBOLS and font != paper.font:
                said.add(font)
                yield warning(
                    "N005",
                    _at(paragraph),
                    message(
                        "this is set in {font}, and the product's font is {wanted}",
                        font=font,
                        wanted=paper.font,
                    ),
                    hint=message("select all and choose the font, or change `font` in the TOML"),
                )
