"""Programs and links in a template's package: a template is text, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn

from legalgen.findings import Finding, TemplatePlace, error, message, warning
from legalgen.proofing.manuscript import SETTINGS, Manuscript, Relation
from legalgen.render.places import part_label

_PROGRAMS = re.compile(
    r"(?:^|/)(?:vbaProject|vbaData|activeX|embeddings/oleObject)"
    r"|\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|hta|jar)$",
    re.IGNORECASE,
)
_MACRO_TYPE = b"macroEnabled"
_HARMLESS_LINKS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


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
        if not relation.external or "mailMerge" in relation.kind:
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


def mail_merges(manuscript: Manuscript) -> Iterator[Finding]:
    """Find a data source of Word's own mail merge, which every document would ask for."""
    settings = manuscript.members.get(SETTINGS, b"")
    if b"mailMerge" in settings and manuscript.tree(SETTINGS).find(qn("w:mailMerge")) is not None:
        yield error(
            "T017",
            TemplatePlace(manuscript.path),
            message("Word's own mail merge is left on: every document would ask for its data"),
            hint=message("Mailings > Start Mail Merge > Normal Word Document, and save"),
        )
