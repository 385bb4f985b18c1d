"""Tags and texts that stand where no document shows them, or that count twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from legalgen.findings import Finding, TemplatePlace, error, message, warning
from legalgen.proofing.manuscript import Manuscript, texts_of
from legalgen.proofing.script import Script
from legalgen.proofing.styles import Styles
from legalgen.render.places import part_label
from legalgen.render.tags import tags_in

_DRAWN_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_OTHER_TEXTS = ("endnotes", "comments", "diagrams/data", "charts/chart", "glossary/")
_MAY_HAVE_TAGS = re.compile(rb"\{\{|\{%")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_COUNTERS = re.compile(r"\b(?:diktum|menimbang)\s*\(")


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


def text_for_runs(script: Script) -> Iterator[Finding]:
    """Find fields printed where Word wants runs or paragraphs, as RichText is: it drops text."""
    for tag in script.tags:
        if tag.prints and tag.lift:
            yield error(
                "T014",
                tag.place,
                message("Word does not show what is printed by a tag of this kind"),
                hint=message("write {tag}", tag=f"{{{{ {tag.inner} }}}}"),
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
