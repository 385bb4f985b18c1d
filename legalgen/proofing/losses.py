"""What docxtpl takes away with a tag it lifts out: the text beside it, a cell's last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, Message, error, message, warning
from legalgen.proofing.script import Script, Tag
from legalgen.proofing.splits import pieces_of

_ROW, _CELL, _PARAGRAPH = qn("w:tr"), qn("w:tc"), qn("w:p")
_LIFTED = {"tr": _ROW, "tc": _CELL, "p": _PARAGRAPH, "r": qn("w:r")}
_NAMES = {"tr": message("row"), "tc": message("cell"), "p": message("paragraph")}
_PICTURE, _NOTE = message("a picture"), message("a note")
_SECTION, _PAGE = message("a section break"), message("a page break")
# What says nothing in the text and is lost all the same.
_SILENT = {
    qn("w:drawing"): _PICTURE,
    qn("w:pict"): _PICTURE,
    qn("w:object"): _PICTURE,
    qn("w:footnoteReference"): _NOTE,
    qn("w:endnoteReference"): _NOTE,
    qn("w:sectPr"): _SECTION,
    qn("w:br"): _PAGE,
}
_LONGEST = 60
_CHOOSES = re.compile(r"^for\b.*\bif\b")


def lost_text(script: Script) -> Iterator[Finding]:
    """Find text, tags and pictures that go with the row, cell or paragraph of a lifted tag."""
    alike: dict[etree._Element, list[Tag]] = {}
    for tag in script.tags:
        if tag.lift not in _NAMES:
            continue
        holder = holder_of(tag)
        if holder is None:
            yield _outside(tag)
        else:
            alike.setdefault(holder, []).append(tag)
    texts = _texts(script, alike)
    for holder, tags in alike.items():
        beside = _without(texts[holder], tags) or _silent(holder)
        if len(tags) > 1:
            yield _crowded(tags[0], tags[1])
        elif beside:
            yield _lost(tags[0], beside)


def holder_of(tag: Tag) -> etree._Element | None:
    """Give what a lifted tag is lifted out of, if it stands in such a thing."""
    element = tag.paragraph.element
    if tag.lift == "p":
        return element
    if tag.lift == "r":
        element = next(iter(pieces_of(tag)), element)
    return next(element.iterancestors(_LIFTED[tag.lift]), None)


def _texts(
    script: Script, holders: dict[etree._Element, list[Tag]]
) -> dict[etree._Element, list[str]]:
    """Gather the text of each holder's paragraphs."""
    texts: dict[etree._Element, list[str]] = {holder: [] for holder in holders}
    for paragraph in script.story.paragraphs:
        for element in (paragraph.element, *paragraph.element.iterancestors(_ROW, _CELL)):
            if element in texts:
                texts[element].append(paragraph.text)
    return texts


def _without(texts: Sequence[str], tags: Sequence[Tag]) -> str:
    text = " ".join(texts)
    for tag in tags:
        text = text.replace(tag.text, "", 1)
    return " ".join(text.split())


def _silent(holder: etree._Element) -> Message | None:
    """Name the first thing in it that has no text."""
    for element in holder.iter(*_SILENT):
        named = _SILENT[element.tag]
        if named is not _PAGE or element.get(qn("w:type")) in ("page", "column"):
            return named
    return None


def _lost(tag: Tag, beside: str | Message) -> Finding:
    if isinstance(beside, str) and len(beside) > _LONGEST:
        beside = f"{beside[:_LONGEST]}…"
    what = message(
        "the whole {holder} goes with this tag, and so does what stands beside it: {text}",
        holder=_NAMES[tag.lift],
        text=beside,
    )
    hint = message("give the tag a {holder} of its own", holder=_NAMES[tag.lift])
    if tag.lift == "p":
        plain = tag.text.replace("%p ", "% ", 1).replace("{{p ", "{{ ", 1)
        hint = message(
            "give the tag a {holder} of its own, or write {tag}", holder=_NAMES["p"], tag=plain
        )
    found = warning if beside is _PAGE else error
    return found("T011", tag.place, what, hint=hint)


def _crowded(tag: Tag, other: Tag) -> Finding:
    return error(
        "T011",
        tag.place,
        message(
            "the whole {holder} goes with {tag}, this tag too",
            holder=_NAMES[tag.lift],
            tag=other.text,
        ),
        hint=message(
            "give each tag a {holder} of its own: one before and one after what is repeated",
            holder=_NAMES[tag.lift],
        ),
    )


def _outside(tag: Tag) -> Finding:
    return error(
        "T011",
        tag.place,
        message("{{%{lift} %}} stands in no table", lift=tag.lift),
        hint=message("outside of tables write {{%p %}}, in a paragraph of its own"),
    )


@dataclass(slots=True)
class _Branch:
    """A lifted block in a cell: whether what was read of it leaves a paragraph for certain."""

    certain: bool = False
    all_certain: bool = True
    has_else: bool = False

    def turn(self, *, to_else: bool) -> None:
        self.all_certain = self.all_certain and self.certain
        self.certain = False
        self.has_else = self.has_else or to_else


def emptied_cells(script: Script) -> Iterator[Finding]:
    """Find cells of which a condition could take every paragraph, which Word calls corrupt."""
    lifted = {tag.paragraph.element: tag for tag in script.tags if tag.lift == "p"}
    cells = dict.fromkeys(
        cell
        for element in lifted
        if (cell := element.getparent()) is not None and cell.tag == _CELL
    )
    for cell in cells:
        first = next(lifted[each] for each in cell if each in lifted)
        if not _keeps_a_paragraph(cell, lifted):
            yield warning(
                "T012",
                first.place,
                message("the cell is left without a paragraph where the condition is not met"),
                hint=message("write {{% if … %}} … {{% endif %}} within one paragraph of the cell"),
            )


def _keeps_a_paragraph(cell: etree._Element, lifted: dict[etree._Element, Tag]) -> bool:
    blocks = [_Branch()]
    for element in cell:
        tag = lifted.get(element)
        if tag is None:
            blocks[-1].certain = blocks[-1].certain or element.tag == _PARAGRAPH
        elif tag.keyword in ("if", "for"):
            blocks.append(_Branch(all_certain=not _CHOOSES.search(tag.inner)))
        elif tag.keyword in ("else", "elif"):
            blocks[-1].turn(to_else=tag.keyword == "else")
        elif tag.keyword in ("endif", "endfor") and len(blocks) > 1:
            block = blocks.pop()
            block.turn(to_else=False)
            # A loop is taken to go round once at least: a list without items is made no document.
            kept = block.all_certain and (block.has_else or tag.keyword == "endfor")
            blocks[-1].certain = blocks[-1].certain or kept
    return blocks[0].certain or len(blocks) > 1  # one that ends elsewhere is found for itself
