"""Programs and links in a template's package: a template is text, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn

from legalgen.findings import Finding, TemplatePlace, error, message, warning
from legalgen.proofing.manuscript import Manuscript, Relation, Story
from legalgen.render.places import part_label

_PROGRAMS = re.compile(
    r"(?:^|/)(?:vbaProject|vbaData|activeX|embeddings/oleObject)"
    r"|\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|hta|jar)$",
    re.IGNORECASE,
)
_MACRO_TYPE = b"macroEnabled"
_HARMLESS_LINKS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_FETCHING_FIELDS = re.compile(
    r"\s*(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|RD|DATABASE|MACROBUTTON)\b"
)


def programs(manuscript: Manuscript) -> Iterator[Finding]:
    """Find macros and embedded programs."""
    types = manuscript.members.get("[Content_Types].xml", b"")
    found = [name for name in manuscript.members if _PROGRAMS.search(name)]
    if found or _MACRO_TYPE in types:
        yield error(
            "T017",
            TemplatePlace(manuscript.path, found[0] if found else None),
            message("the template carries macros or embedded programs"),
            hint=message("save it in Word as a Word document (.docx), which has none"),
        )


def outside_links(manuscript: Manuscript) -> Iterator[Finding]:
    """Find what would be fetched from outside when a document is opened; web links are no such."""
    for relation in manuscript.relations:
        if not relation.external:
            continue
        if relation.kind.endswith("/hyperlink"):
            if not _HARMLESS_LINKS.match(relation.target) and "{{" not in relation.target:
                yield _link(manuscript, relation, must_go=False)
        else:
            yield _link(manuscript, relation, must_go="attachedTemplate" not in relation.kind)


def _link(manuscript: Manuscript, relation: Relation, *, must_go: bool) -> Finding:
    place = TemplatePlace(manuscript.path, part_label(relation.owner))
    what = message("every document would point outside, at {target}", target=relation.target)
    if not must_go:
        hint = message("remove the link, or the attached template (Developer > Templates)")
        return warning("T017", place, what, hint=hint)
    hint = message("put the picture or text itself into the template, not a link to it")
    return error("T017", place, what, hint=hint)


def fetching_fields(story: Story) -> Iterator[Finding]:
    """Find fields that fetch files or run programs."""
    for paragraph in story.paragraphs:
        codes = [element.text or "" for element in paragraph.element.iter(qn("w:instrText"))]
        codes += [
            each.get(qn("w:instr")) or "" for each in paragraph.element.iter(qn("w:fldSimple"))
        ]
        for code in codes:
            if _FETCHING_FIELDS.match(code):
                yield error(
                    "T017",
                    paragraph.place,
                    message("the field {field} fetches something from outside", field=code.strip()),
                    hint=message("put the picture or text itself into the template"),
                )
