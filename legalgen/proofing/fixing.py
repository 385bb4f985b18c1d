"""What is certain, mended: tags made whole, their quotes straight. Wording is never touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Message, TemplatePlace, message
from legalgen.proofing.manuscript import read_manuscript
from legalgen.proofing.script import CURLY_QUOTES, Tag, read_script
from legalgen.proofing.splits import between, can_be_joined, pieces_of
from legalgen.render.package import repack

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_PROOF = qn("w:proofErr")
_RUN_FORMAT = qn("w:rPr")
# What holds runs within a paragraph, and says nothing once it is empty.
_HOLDERS = frozenset(map(qn, ("w:r", "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag")))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was mended, and where."""

    place: TemplatePlace
    what: Message


def fixed(template: Path) -> tuple[bytes, list[Change]]:
    """Mend a template's tags; give the mended copy's bytes, and what was changed.

    Errors: LegalgenError, T007, for what is no DOCX.
    """
    manuscript = read_manuscript(template)
    members = dict(manuscript.members)
    changes: list[Change] = []
    for story in manuscript.stories:
        made = _mend(read_script(story).tags)
        if made:
            changes += made
            members[story.member] = etree.tostring(
                story.root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    return (repack(members) if changes else manuscript.content), changes


def _mend(tags: Sequence[Tag]) -> list[Change]:
    """Mend the tags of a story: the last first, so that those before it stay where they are."""
    made = [list(_mend_tag(tag)) for tag in reversed(tags)]
    return [change for of_tag in reversed(made) for change in of_tag]


def _mend_tag(tag: Tag) -> Iterator[Change]:
    pieces = pieces_of(tag)
    straight = tag.text.translate(CURLY_QUOTES)
    joins = len(pieces) > 1 and can_be_joined(tag, pieces)
    if joins:
        marks = [each for each in between(pieces, tag.paragraph.element) if each.tag == _PROOF]
        write_tag(tag, pieces, straight)
        for mark in marks:
            _take_out(mark)
        if marks:
            yield Change(tag.place, message("the marks of the spell-check are taken out"))
        yield Change(tag.place, message("the tag is joined to one piece"))
    elif len(pieces) == 1 and straight != tag.text:
        write_tag(tag, pieces, straight)
    if straight != tag.text and (joins or len(pieces) == 1):
        yield Change(tag.place, message("the quotes inside the tag are made straight"))


def write_tag(tag: Tag, pieces: Sequence[etree._Element], text: str) -> None:
    """Write a tag into its first piece, and leave the others what stands behind it."""
    start = tag.start - tag.offset_of(pieces[0])
    first = pieces[0].text or ""
    whole = "".join(piece.text or "" for piece in pieces)
    behind = whole[start + len(tag.text) :]
    if len(pieces) == 1:
        _set(pieces[0], first[:start] + text + behind)
        return
    _set(pieces[0], first[:start] + text)
    _set(pieces[-1], behind)
    for piece in pieces[1:-1]:
        _set(piece, "")
    for piece in pieces[1:]:
        if not piece.text:
            _take_out(piece)


def _set(piece: etree._Element, text: str) -> None:
    piece.text = text
    piece.set(_PRESERVE, "preserve")


def _take_out(element: etree._Element) -> None:
    """Take an element out, and what held nothing but it."""
    holder = element.getparent()
    if holder is None:
        return
    holder.remove(element)
    if holder.tag in _HOLDERS and all(child.tag == _RUN_FORMAT for child in holder):
        _take_out(holder)
