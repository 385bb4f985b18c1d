"""Tags and texts that stand where no document shows them, or where Word writes over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import (
    Finding,
    TemplatePlace,
    error,
    message,
    warning,
)
from legalgen.proofing.manuscript import Manuscript, Story, texts_of
from legalgen.proofing.script import Script
from legalgen.proofing.splits import pieces_of
from legalgen.proofing.styles import Styles, is_on
from legalgen.render.places import Paragraph, part_label
from legalgen.render.tags import tags_in

_COMMENTS = "/comments"
_DRAWN_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_OTHER_TEXTS = ("endnotes", "comments", "diagrams/data", "charts/chart", "glossary/")
_MAY_HAVE_TAGS = re.compile(rb"\{\{|\{%")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_COUNTERS = re.compile(r"\b(?:diktum|menimbang)\s*\(")
_FIXED_FIELDS = re.compile(r"\s*(?:HYPERLINK|MERGEFIELD)\b")
_MERGE_FIELD = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|(\S+))")


def tags_elsewhere(manuscript: Manuscript) -> Iterator[Finding]:
    """Find tags in comments, endnotes, diagrams and charts, which are copied as they are."""
    printed = {story.member for story in manuscript.stories}
    for name, content in manuscript.members.items():
        if name in printed or not name.endswith(".xml") or not _MAY_HAVE_TAGS.search(content):
            continue
        if not any(part in name for part in _OTHER_TEXTS):
            continue
        for place, text in _texts(manuscript, name):
            for tag in tags_in(text):
                yield _not_printed(replace(place, tag=tag), name)


def _texts(manuscript: Manuscript, name: str) -> Iterator[tuple[TemplatePlace, str]]:
    story = manuscript.story(name)
    yield from ((paragraph.place, paragraph.text) for paragraph in story.paragraphs)
    for number, drawn in enumerate(story.root.iter(_DRAWN_PARAGRAPH), 1):
        text = "".join(each.text or "" for each in drawn.iter(_DRAWN_TEXT))
        yield TemplatePlace(manuscript.path, part_label(name), number), text


def _not_printed(place: TemplatePlace, name: str) -> Finding:
    if "comments" in name:
        return warning(
            "T014",
            place,
            message("a tag in a comment is not filled, and the comment goes into every document"),
            hint=message("delete the comment, or write the tag in the text"),
        )
    return error(
        "T014",
        place,
        message("a tag is not filled here: not in endnotes, charts or diagrams"),
        hint=message("write it in the text, a table, the header, the footer or a footnote"),
    )


def overwritten_tags(script: Script) -> Iterator[Finding]:
    """Find tags in what a field or content control shows: Word writes it anew."""
    shown = _shown_by_fields(script.story)
    for tag in script.tags:
        pieces = pieces_of(tag)
        field = next((shown[piece] for piece in pieces if piece in shown), None)
        if field is not None and not _FIXED_FIELDS.match(field):
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
        for code in _field_codes(paragraph):
            if found := _MERGE_FIELD.match(code):
                name = "_".join((found[1] or found[2]).split())  # as Word shows it
                yield error(
                    "T019",
                    replace(paragraph.place, tag=f"«{name}»"),
                    message("a field of Word's own mail merge is not filled"),
                    hint=message("write {tag} in its place", tag=f"{{{{ {name.lower()} }}}}"),
                )


def doubled_counters(script: Script) -> Iterator[Finding]:
    """Find counters in text boxes: Word saves those twice, so they would count twice."""
    for tag in script.tags:
        boxed = next(tag.paragraph.element.iterancestors(_ALTERNATE), None) is not None
        if boxed and _COUNTERS.search(tag.inner):
            yield error(
                "T018",
                tag.place,
                message("Word saves a text box twice, so this would count twice"),
                hint=message("write it outside, as {{% set x = … %}}, and {{{{ x }}}} in the box"),
            )


def _shown_by_fields(story: Story) -> dict[etree._Element, str]:
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


def _field_codes(paragraph: Paragraph) -> Iterator[str]:
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


_CHANGED = tuple(
    map(
        qn,
        (
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:rPrChange",
            "w:pPrChange",
            "w:sectPrChange",
            "w:tblPrChange",
            "w:trPrChange",
            "w:tcPrChange",
            "w:tblGridChange",
            "w:tblPrExChange",
            "w:numberingChange",
            "w:cellIns",
            "w:cellDel",
            "w:cellMerge",
        ),
    )
)
_ACCEPT = message("Review > Accept all changes, and switch Track Changes off")


def tracked_changes(manuscript: Manuscript) -> Iterator[Finding]:
    """Find changes that are not accepted, tags deleted but still there, and tracking left on."""
    for story in manuscript.stories:
        marks = list(story.root.iter(*_CHANGED))
        if not marks:
            continue
        places = {paragraph.element: paragraph.place for paragraph in story.paragraphs}
        place = next(filter(None, (_place_of(mark, places) for mark in marks)), None)
        yield warning(
            "T015",
            place or TemplatePlace(manuscript.path, story.label),
            message("tracked changes go into every document: {count}", count=len(marks)),
            hint=_ACCEPT,
        )
        for deletion in story.root.iter(qn("w:del")):
            deleted = "".join(text.text or "" for text in deletion.iter(qn("w:delText")))
            for tag in tags_in(deleted):
                at = _place_of(deletion, places) or TemplatePlace(manuscript.path, story.label)
                yield error(
                    "T015",
                    replace(at, tag=tag),
                    message("the tag is deleted as a tracked change, and still acts"),
                    hint=_ACCEPT,
                )
    settings = manuscript.members.get("word/settings.xml", b"")
    if b"trackRevisions" in settings:
        mark = manuscript.tree("word/settings.xml").find(qn("w:trackRevisions"))
        if mark is not None and is_on(mark):
            yield warning(
                "T015",
                TemplatePlace(manuscript.path),
                message("Track Changes is switched on, and will be in every document"),
                hint=_ACCEPT,
            )


def _place_of(
    element: etree._Element, places: dict[etree._Element, TemplatePlace]
) -> TemplatePlace | None:
    around = (each for each in (element, *element.iterancestors()) if each in places)
    inside = (each for each in element.iter(qn("w:p")) if each in places)
    found = next(around, None)
    found = next(inside, None) if found is None else found
    if found is None:  # a mark of a whole row
        row = next(element.iterancestors(qn("w:tr")), None)
        found = None if row is None else next((p for p in row.iter(qn("w:p")) if p in places), None)
    return places[found] if found is not None else None


def hidden_text(script: Script, styles: Styles) -> Iterator[Finding]:
    """Find hidden text: it is in every document, and a click shows it."""
    for paragraph in script.story.paragraphs:
        hidden = "".join(
            text.text or ""
            for text in texts_of(paragraph.element)
            if (run := text.getparent()) is not None and styles.hides(run, paragraph.element)
        )
        if hidden.strip():
            tags = tags_in(hidden)
            yield warning(
                "T016",
                replace(paragraph.place, tag=tags[0] if tags else None),
                message("hidden text goes into every document: {text}", text=hidden),
                hint=message("delete it, or show it: select all, Ctrl+D, untick Hidden"),
            )
