"""Where something stands in a template, counted as a Word user counts it.

Places are read from the template as Word saved it, before docxtpl takes away the rows and
paragraphs that hold only a tag. A tag is found again by its meaning: the second `{{ nama }}` that
Jinja sees is the second in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import TemplatePlace
from legalgen.render.tags import meaning, tags_in

_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_LONGEST_QUOTE = 160
# What Indonesian Word calls the parts; a document may have several of each.
_PART_NAMES = {
    "document": "isi",
    "header": "kop",
    "footer": "kaki",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "comments": "komentar",
    "chart": "bagan",
    "data": "diagram",
    "core": "properti",
}
_STEM_AND_NUMBER = re.compile(r"(?:.*/)?([A-Za-z]+)(\d*)\.xml")


def part_label(member: str) -> str:
    """Name a part for its reader: `isi`, `kop`, `kop 2`, `kaki`, `catatan kaki`."""
    found = _STEM_AND_NUMBER.fullmatch(member)
    if not found or found[1] not in _PART_NAMES:
        return member
    label = _PART_NAMES[found[1]]
    return f"{label} {found[2]}" if found[2] not in ("", "1") else label


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template, where it stands, and its text."""

    place: TemplatePlace
    text: str
    element: etree._Element


def paragraphs(file: Path, member: str, root: etree._Element) -> list[Paragraph]:
    """List a part's paragraphs in order; what stands in a text box is where its frame is."""
    numbers = _numbered(root)
    counted: Counter[etree._Element | None] = Counter()
    places: dict[etree._Element, TemplatePlace] = {}
    listed = []
    for element in root.iter(_PARAGRAPH):
        frame = next(element.iterancestors(_PARAGRAPH), None)
        if frame is not None:
            place = places[frame]
        else:
            cell = next(element.iterancestors(_CELL), None)
            counted[cell] += 1
            place = _place(file, member, cell, numbers, counted[cell])
        text = _own_text(element)
        places[element] = place
        listed.append(Paragraph(replace(place, quote=_shortened(text)), text, element))
    return listed


def _numbered(root: etree._Element) -> dict[etree._Element, int]:
    """Count tables in the part, rows in their table, cells in their row."""
    numbers: dict[etree._Element, int] = {}
    for tag, holder in ((_TABLE, None), (_ROW, _TABLE), (_CELL, _ROW)):
        counted: Counter[etree._Element | None] = Counter()
        for element in root.iter(tag):
            within = next(element.iterancestors(holder), None) if holder else None
            counted[within] += 1
            numbers[element] = counted[within]
    return numbers


def _place(
    file: Path,
    member: str,
    cell: etree._Element | None,
    numbers: dict[etree._Element, int],
    paragraph: int,
) -> TemplatePlace:
    label = part_label(member)
    if cell is None:
        return TemplatePlace(file, label, paragraph)
    row, table = (next(cell.iterancestors(tag), None) for tag in (_ROW, _TABLE))
    return TemplatePlace(
        file,
        label,
        paragraph,
        table=numbers[table] if table is not None else None,
        row=numbers[row] if row is not None else None,
        cell=numbers[cell],
    )


def _own_text(paragraph: etree._Element) -> str:
    """Join a paragraph's text as docxtpl reads it: without tabs, breaks, or text boxes."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(_TEXT)
        if next(text.iterancestors(_PARAGRAPH)) is paragraph
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def tag_places(file: Path, member: str, root: etree._Element) -> list[TemplatePlace]:
    """List the place of every tag in a part, in order, each with its tag and its paragraph."""
    return [
        replace(paragraph.place, tag=tag)
        for paragraph in paragraphs(file, member, root)
        for tag in tags_in(paragraph.text)
    ]


def place_of_tag(
    template: bytes, file: Path, member: str, tags: Sequence[str], number: int
) -> TemplatePlace:
    """Find in a template the tag that Jinja saw as the `number`-th of a part's `tags`.

    docxtpl makes tags of its own beside some; they are placed at the last one before them, or
    else at the next.
    """
    there = list(_places_in(template, file, member))
    for seen in (*range(number, -1, -1), *range(number + 1, len(tags))):
        looked_for = meaning(tags[seen])
        before = sum(meaning(tag) == looked_for for tag in tags[:seen])
        alike = [place for place in there if place.tag and meaning(place.tag) == looked_for]
        if alike:
            place = alike[min(before, len(alike) - 1)]
            return place if seen == number else replace(place, tag=tags[number])
    return TemplatePlace(file, part_label(member), tag=tags[number] if tags else None)


def _places_in(template: bytes, file: Path, member: str) -> Iterator[TemplatePlace]:
    with ZipFile(BytesIO(template)) as package:
        if member not in package.namelist():
            return
        root = etree.fromstring(package.read(member), etree.XMLParser(resolve_entities=False))
    yield from tag_places(file, member, root)
