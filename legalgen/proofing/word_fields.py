"""Word's own fields (PAGE, MERGEFIELD, …) and content controls, where tags meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, error, message, warning
from legalgen.proofing.manuscript import Story
from legalgen.proofing.script import Script
from legalgen.proofing.splits import pieces_of
from legalgen.render.places import Paragraph

# Word reads the names of fields whatever their case.
_FIXED = re.compile(r"\s*(?:HYPERLINK|MERGEFIELD)\b", re.IGNORECASE)
_MERGED = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|(\S+))", re.IGNORECASE)
_MERGING = re.compile(
    r"\s*(NEXT(?:IF)?|SKIPIF|MERGEREC|MERGESEQ|ADDRESSBLOCK|GREETINGLINE)\b", re.IGNORECASE
)
_FETCHING = re.compile(
    r"\s*(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|RD|DATABASE|MACROBUTTON)\b",
    re.IGNORECASE,
)


def overwritten_tags(script: Script) -> Iterator[Finding]:
    """Find tags in what a field or content control shows: Word writes it anew."""
    shown = _shown(script.story)
    for tag in script.tags:
        pieces = pieces_of(tag)
        field = next((shown[piece] for piece in pieces if piece in shown), None)
        if field is not None and not _FIXED.match(field):
            yield warning(
                "T014",
                tag.place,
                message("Word writes over this tag when it updates the field {field}", field=field),
                hint=message("click the field, press Ctrl+Shift+F9, and it is plain text"),
            )
        elif any(_is_bound(piece) for piece in pieces):
            yield warning(
                "T014",
                tag.place,
                message("Word fills this content control from the document's properties"),
                hint=message("click it, choose Developer > remove the content control"),
            )


def merge_fields(script: Script) -> Iterator[Finding]:
    """Find fields left over from Word's own mail merge: nothing fills them."""
    for paragraph in script.story.paragraphs:
        for code in _codes(paragraph):
            if found := _MERGED.match(code):
                name = "_".join((found[1] or found[2]).split())  # as Word shows it
                yield error(
                    "T019",
                    replace(paragraph.place, tag=f"«{name}»"),
                    message("a field of Word's own mail merge is not filled"),
                    hint=message("write {tag} in its place", tag=f"{{{{ {name.lower()} }}}}"),
                )
            elif found := _MERGING.match(code):
                yield error(
                    "T019",
                    replace(paragraph.place, tag=found[1]),
                    message("a field of Word's own mail merge is not filled"),
                    hint=message("delete it"),
                )


def fetching_fields(story: Story) -> Iterator[Finding]:
    """Find fields that fetch files or run programs."""
    for paragraph in story.paragraphs:
        for code in _codes(paragraph):
            if _FETCHING.match(code):
                yield error(
                    "T017",
                    paragraph.place,
                    message("the field {field} fetches something from outside", field=code.strip()),
                    hint=message("put the picture or text itself into the template"),
                )


def _shown(story: Story) -> dict[etree._Element, str]:
    """Map each text that is a field's result to the field's instruction."""
    shown: dict[etree._Element, str] = {}
    fields: list[list[str]] = []  # the open fields, each its instruction, and "shown" behind it
    for element in story.root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            fields.append([""])
        elif kind == "separate" and fields:
            fields[-1].append("shown")
        elif kind == "end" and fields:
            fields.pop()
        elif element.tag == qn("w:instrText") and fields:
            fields[-1][0] += element.text or ""
        elif element.tag == qn("w:t") and fields and len(fields[-1]) > 1:
            shown[element] = fields[-1][0].strip()
    for simple in story.root.iter(qn("w:fldSimple")):
        shown |= {
            text: (simple.get(qn("w:instr")) or "").strip() for text in simple.iter(qn("w:t"))
        }
    return shown


def _codes(paragraph: Paragraph) -> Iterator[str]:
    code = ""
    for element in paragraph.element.iter(qn("w:fldChar"), qn("w:instrText")):
        if element.tag == qn("w:instrText"):
            code += element.text or ""
        elif code:
            yield code
            code = ""
    for simple in paragraph.element.iter(qn("w:fldSimple")):
        yield simple.get(qn("w:instr")) or ""


def _is_bound(text: etree._Element) -> bool:
    return any(
        control.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}") is not None
        for control in text.iterancestors(qn("w:sdt"))
    )
