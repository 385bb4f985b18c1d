"""Changes that Word still tracks: they go into every document, and what is deleted still acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, TemplatePlace, error, message, warning
from legalgen.proofing.manuscript import SETTINGS, Manuscript
from legalgen.proofing.styles import is_on
from legalgen.render.tags import tags_in

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
_TAKEN_AWAY = (qn("w:del"), qn("w:moveFrom"))
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
        for deletion in story.root.iter(*_TAKEN_AWAY):
            deleted = "".join(text.text or "" for text in deletion.iter(qn("w:delText"), qn("w:t")))
            for tag in tags_in(deleted):
                at = _place_of(deletion, places) or TemplatePlace(manuscript.path, story.label)
                yield error(
                    "T015",
                    replace(at, tag=tag),
                    message("the tag is deleted as a tracked change, and still acts"),
                    hint=_ACCEPT,
                )
    if b"trackRevisions" in manuscript.members.get(SETTINGS, b""):
        mark = manuscript.tree(SETTINGS).find(qn("w:trackRevisions"))
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
