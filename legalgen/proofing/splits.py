"""Tags that Word has cut in pieces: harmless mostly, and ruinous where a piece is a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, Message, error, message, warning
from legalgen.proofing.manuscript import texts_of
from legalgen.proofing.script import CURLY_QUOTES, Script, Tag

_PROOF = qn("w:proofErr")
_CHANGES = frozenset(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo")))
# What docxtpl would take away with the seam, and what is more than a mark of Word's.
_KEPT_BETWEEN = frozenset(
    map(qn, ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:footnoteReference"))
)
_INSTRUCTION = qn("w:instrText")
_FIX = message("`legalgen template fix` joins it; or delete the tag and type it in one go")


def split_tags(script: Script) -> Iterator[Finding]:
    """Find tags whose pieces cannot be joined, and those that the spell-check has marked."""
    for tag in script.tags:
        pieces = pieces_of(tag)
        if len(pieces) < 2:
            continue
        seam = list(between(pieces, tag.paragraph.element))
        if _shape(pieces[0]) != _shape(pieces[-1]):
            yield error("T013", tag.place, _torn(pieces), hint=_FIX)
        elif not can_be_joined(tag, pieces):
            yield error(
                "T013",
                tag.place,
                message("a picture, field or note stands inside the tag and would be lost"),
                hint=message("move it out of the tag"),
            )
        elif any(element.tag in _CHANGES for element in seam):
            what = message("a tracked change stands inside the tag")
            yield warning("T013", tag.place, what, hint=_FIX)
        elif any(element.tag == _PROOF for element in seam):
            what = message("the spell-check has left its marks inside the tag")
            yield warning("T013", tag.place, what, hint=_FIX)


def curly_quotes(script: Script) -> Iterator[Finding]:
    """Find tags whose quotes Word has made curly: they are read as straight ones."""
    for tag in script.tags:
        if tag.text.translate(CURLY_QUOTES) != tag.text:
            yield warning(
                "T020",
                tag.place,
                message("Word has made the quotes inside the tag curly"),
                hint=message("`legalgen template fix` makes them straight"),
            )


def pieces_of(tag: Tag) -> list[etree._Element]:
    """List the text elements that a tag stands in."""
    pieces, start = [], 0
    for text in texts_of(tag.paragraph.element):
        end = start + len(text.text or "")
        if start < tag.end and end > tag.start:
            pieces.append(text)
        start = end
    return pieces


def _shape(text: etree._Element) -> list[str]:
    """Name what a text stands in, up to its paragraph: docxtpl joins only what is alike."""
    names: list[str] = []
    for element in text.iterancestors():
        if element.tag == qn("w:p"):
            break
        names.append(str(element.tag))
    return names


def between(
    pieces: Sequence[etree._Element], paragraph: etree._Element
) -> Iterator[etree._Element]:
    """List the elements between the first and the last piece of a tag."""
    inside = False
    for element in paragraph.iter():
        if element is pieces[-1]:
            return
        if inside:
            yield element
        inside = inside or element is pieces[0]


def can_be_joined(tag: Tag, pieces: Sequence[etree._Element]) -> bool:
    """Whether nothing stands inside a tag that joining it would lose."""
    return not any(
        element.tag in _KEPT_BETWEEN for element in between(pieces, tag.paragraph.element)
    )


def _torn(pieces: Sequence[etree._Element]) -> Message:
    changed = any(element.tag in _CHANGES for piece in pieces for element in piece.iterancestors())
    if changed:
        return message("the tag is half of it a tracked change, and the document would be damaged")
    return message("the tag is half of it a link or content control, and the document is damaged")


def split_instructions(script: Script) -> Iterator[Finding]:
    """Find tags in a field's instruction that Word has cut: nothing joins those."""
    for paragraph in script.story.paragraphs:
        for element in paragraph.element.iter(_INSTRUCTION):
            text = element.text or ""
            if text.count("{{") != text.count("}}") or text.count("{%") != text.count("%}"):
                yield error(
                    "T013",
                    paragraph.place,
                    message("a tag in the field {field} is cut in pieces", field=text.strip()),
                    hint=message("show the field codes (Alt+F9) and type the tag in one go"),
                )
