"""A document printed on trial: what goes wrong only in printing, found all at once.

Printing stops at the first tag that cannot be computed. So it is done again without that tag, and
without those that are known to be wrong, until nothing more is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from legalgen.findings import Finding, LegalgenError, Place, Severity, TemplatePlace
from legalgen.proofing.fixing import write_tag
from legalgen.proofing.manuscript import Manuscript
from legalgen.proofing.script import Script
from legalgen.proofing.splits import pieces_of
from legalgen.render import Template
from legalgen.render.package import repack

_MAY_BE_A_TAGS = re.compile(r"\{[{%#]|[}%#]\}")
_MOST_TRIALS = 40


def tried(
    template: Template | None,
    manuscript: Manuscript,
    scripts: Sequence[Script],
    findings: Iterable[Finding],
    seen: Mapping[str, Any],
) -> Iterator[Finding]:
    """Print a document of what is `seen`, and find what only that shows.

    `template` is the whole one, if it can be read. The manuscript is used up: the tags that are
    wrong are written over in it.
    """
    tags = {_spot(tag.place): tag.place for script in scripts for tag in script.tags if tag.prints}
    wrong = {_spot(finding.place) for finding in findings if finding.is_error}
    if any(place not in tags and _matters(place) for place in wrong):
        return
    for _ in range(_MOST_TRIALS):
        try:
            if wrong or template is None:
                content = _without(wrong, manuscript, scripts)
                template = Template(manuscript.path, content=content)
        except LegalgenError:
            return  # it has been said why
        found = {_spot(each.place): each for each in _unprintable(template, seen)}
        if found.keys() <= wrong:
            return
        for spot, each in found.items():
            if spot not in wrong:
                yield replace(each, place=tags.get(spot, each.place))
        wrong |= found.keys()


def _spot(place: Place) -> Place:
    """Give a place without its paragraph's text, in which tags may be written over."""
    return replace(place, quote=None) if isinstance(place, TemplatePlace) else place


def _matters(place: Place) -> bool:
    """Whether what is wrong there may keep other tags from being printed: `{nama}` does not."""
    tag = place.tag if isinstance(place, TemplatePlace) else None
    return tag is None or _MAY_BE_A_TAGS.search(tag) is not None


def _without(wrong: set[Place], manuscript: Manuscript, scripts: Sequence[Script]) -> bytes:
    """Give the template with blanks for the wrong tags; those that begin or end a block stay."""
    members = dict(manuscript.members)
    for script in scripts:
        blank = [tag for tag in script.tags if tag.prints and _spot(tag.place) in wrong]
        for tag in reversed(blank):
            if pieces := pieces_of(tag):
                write_tag(tag, pieces, " " * len(tag.text))
        if blank:
            members[script.story.member] = etree.tostring(script.story.root, encoding="UTF-8")
    return repack(members)


def _unprintable(template: Template, seen: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Print it; a document of several people names nobody alone, but there may be one of one."""
    for context, severity in ((of_one_person(seen), None), (seen, Severity.WARNING)):
        try:
            template.render(context)
        except LegalgenError as problem:  # the rows that were printed are nobody's
            return tuple(
                replace(finding, related=(), severity=severity or finding.severity)
                for finding in problem.findings
            )
        if "orang" in seen:
            break
    return ()


def of_one_person(seen: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what a document of one person sees."""
    return {"orang": seen["anggota"][0], **seen}
