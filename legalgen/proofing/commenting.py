"""A copy of a template with a Word comment at each finding, for who looks at it in Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from lxml import etree

from legalgen.findings import Finding, TemplatePlace, Translate
from legalgen.proofing.manuscript import texts_of
from legalgen.render.opening import read_template
from legalgen.render.places import Paragraph, paragraphs

_AUTHOR, _INITIALS = "legalgen", "lg"


def commented(template: Path, findings: Sequence[Finding], translate: Translate) -> bytes:
    """Copy a template with a comment for each of its findings, and give the copy's bytes.

    Word takes comments in the body only: what is found in a header, a footer or a note is said at
    the beginning of the body, with its place.
    """
    document = Document(BytesIO(read_template(template)))
    body = document.element.body
    member = str(document.part.partname).lstrip("/")
    listed = paragraphs(template, member, document.element)
    for finding in findings:
        if not isinstance(finding.place, TemplatePlace) or finding.place.file != template:
            continue
        paragraph = _paragraph(finding.place, listed)
        runs = list(_runs(finding.place, paragraph, document)) if paragraph else []
        elsewhere = not runs
        comment = document.add_comment(runs or _first_run(document, body), "", _AUTHOR, _INITIALS)
        lines = _lines(finding, translate, with_place=elsewhere)
        comment.paragraphs[0].add_run(next(lines))
        for line in lines:
            comment.add_paragraph(line)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _lines(finding: Finding, translate: Translate, *, with_place: bool) -> Iterator[str]:
    text = f"{finding.code}: {finding.message.say(translate)}"
    yield f"{finding.place}: {text}" if with_place else text
    yield finding.hint.say(translate)


def _paragraph(place: TemplatePlace, listed: Sequence[Paragraph]) -> Paragraph | None:
    """Find the paragraph of a place; among those of a text box, the one that has the tag."""
    spots = [each for each in listed if _spot(each.place) == _spot(place)]
    with_tag = [each for each in spots if place.tag and place.tag in each.text]
    return next(iter(with_tag or spots), None)


def _spot(place: TemplatePlace) -> tuple[object, ...]:
    return place.part, place.table, place.row, place.cell, place.paragraph


def _runs(place: TemplatePlace, paragraph: Paragraph, document: WordDocument) -> Iterator[Run]:
    """Give the first and last run of the tag, or of the paragraph where there is none.

    Word takes no comments in text boxes: there it is the run that holds the box.
    """
    start = paragraph.text.find(place.tag) if place.tag else 0
    end = start + len(place.tag) if place.tag and start >= 0 else len(paragraph.text)
    start = max(start, 0)
    parent = WordParagraph(paragraph.element, document._body)  # type: ignore[arg-type]  # noqa: SLF001
    *_, box = (None, *paragraph.element.iterancestors(qn("w:r")))
    if box is not None:
        yield Run(box, parent)  # type: ignore[arg-type]
        return
    found: list[etree._Element] = []
    position = 0
    for text in texts_of(paragraph.element):
        length = len(text.text or "")
        run = next(text.iterancestors(qn("w:r")), None)
        if position < end and position + length > start and run is not None:
            found.append(run)
        position += length
    for run in dict.fromkeys((*found[:1], *found[-1:])):
        yield Run(run, parent)


def _first_run(document: WordDocument, body: etree._Element) -> Run:
    """Give the body's first run for what is found elsewhere; an empty paragraph gets one."""
    first = next(body.iter(qn("w:p")), None)
    if first is None:
        return document.add_paragraph().add_run()
    paragraph = WordParagraph(first, document._body)  # type: ignore[arg-type]  # noqa: SLF001
    return paragraph.runs[0] if paragraph.runs else paragraph.add_run()
