"""A template proofread: every check in turn, each finding at its place.

docxtpl and Jinja have the last word on what can be read: where they read a template, nothing here
calls it unreadable; where they do not, and nothing here knows why, they say so themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from legalgen.findings import Finding, LegalgenError, Place, TemplatePlace
from legalgen.products import Paper
from legalgen.proofing.field_names import unknown_filters, wrong_names
from legalgen.proofing.figures import disagreeing_words
from legalgen.proofing.grammar import read_tags
from legalgen.proofing.intruders import mail_merges, outside_links, programs
from legalgen.proofing.layout import (
    loops_in_tables,
    loose_signatures,
    other_fonts,
    other_paper,
)
from legalgen.proofing.losses import emptied_cells, lost_text
from legalgen.proofing.manuscript import Manuscript, read_manuscript
from legalgen.proofing.near_misses import near_misses
from legalgen.proofing.script import Script, read_script
from legalgen.proofing.splits import curly_quotes, split_instructions, split_tags
from legalgen.proofing.styles import Styles
from legalgen.proofing.tracked import tracked_changes
from legalgen.proofing.trial import of_one_person, tried
from legalgen.proofing.unlike_ends import unlike_ends
from legalgen.proofing.unprinted import (
    doubled_counters,
    hidden_text,
    tags_elsewhere,
    text_for_runs,
)
from legalgen.proofing.word_fields import fetching_fields, merge_fields, overwritten_tags
from legalgen.proofing.wording import Wording, wordings_for, wrong_wording
from legalgen.render import Template
from legalgen.render.errors import too_deep

NO_CONVENTION = Paper()
# What keeps a template from being read at all.
_UNREADABLE = frozenset({"T001", "T009"})
_BLOCK_SIGNS = frozenset("%％")


def proofread(
    path: Path, seen: Mapping[str, Any] | None, paper: Paper = NO_CONVENTION
) -> list[Finding]:
    """Find all that is wrong in one template, part by part in the order of the text.

    `seen` is what the template sees of a document; None where that is not known. `paper` is the
    convention it is held against, if there is one.
    """
    known = None if seen is None else of_one_person(seen)
    try:
        manuscript = read_manuscript(path)
        styles, wordings = Styles(manuscript), wordings_for(path)
        findings = list(_of_package(manuscript))
        scripts = [read_script(story) for story in manuscript.stories]
        for script in scripts:
            found = [
                *_of_tags(script, known),
                *_of_text(script, styles, wordings),
                *other_paper(script.story, paper),
                *other_fonts(script.story, styles, paper),
            ]
            findings += _in_order(script, found)
    except LegalgenError as problem:
        return list(problem.findings)
    template: Template | None = None
    refused: Sequence[Finding] = ()
    try:
        template = Template(path, content=manuscript.content)
    except LegalgenError as problem:
        refused = problem.findings
    settled = list(_settled(findings, refused))
    if seen is not None:
        settled += tried(template, manuscript, scripts, settled, seen)
    return list(dict.fromkeys(settled))


def _of_package(manuscript: Manuscript) -> Iterator[Finding]:
    yield from programs(manuscript)
    yield from outside_links(manuscript)
    yield from mail_merges(manuscript)
    yield from tracked_changes(manuscript)
    yield from tags_elsewhere(manuscript)


def _of_tags(script: Script, seen: Mapping[str, Any] | None) -> Iterator[Finding]:
    """Run every check of tags over one story; what one finding explains is not said twice."""
    read = read_tags(script.tags)
    merged = list(merge_fields(script))
    places = [field.place for field in merged]
    nearly = [finding for finding in near_misses(script) if finding.place not in places]
    # What was meant to open or close a block may be no tag: then nobody knows which are closed.
    blocks_known = _BLOCK_SIGNS.isdisjoint("".join(map(_tag, nearly)))
    yield from (finding for finding in read.findings if blocks_known or finding.code != "T009")
    try:
        yield from unknown_filters(read)
        if seen is not None:
            yield from wrong_names(read, seen)
    except RecursionError:
        yield too_deep(TemplatePlace(script.story.file, script.story.label))
    yield from nearly
    yield from unlike_ends(script)
    torn = list(split_tags(script))
    yield from torn
    yield from split_instructions(script)
    unread = [finding.place for finding in read.findings]
    yield from (finding for finding in curly_quotes(script) if finding.place not in unread)
    yield from lost_text(script)
    yield from emptied_cells(script)
    split = [finding.place for finding in torn if finding.is_error]
    yield from (finding for finding in overwritten_tags(script) if finding.place not in split)
    yield from text_for_runs(script)
    yield from doubled_counters(script)
    yield from merged


def _of_text(script: Script, styles: Styles, wordings: Sequence[Wording]) -> Iterator[Finding]:
    """Run every check of what is said and how it looks over one story."""
    yield from hidden_text(script, styles)
    yield from fetching_fields(script.story)
    yield from wrong_wording(script, wordings)
    yield from disagreeing_words(script)
    yield from loops_in_tables(script)
    yield from loose_signatures(script.story, styles)


def _in_order(script: Script, found: Iterable[Finding]) -> list[Finding]:
    """Order findings as the paragraphs they are in; those of no paragraph come first."""
    order = {_spot(each.place): number for number, each in enumerate(script.story.paragraphs)}
    return sorted(found, key=lambda finding: order.get(_spot(finding.place), -1))


def _spot(place: Place) -> tuple[object, ...]:
    """Tell paragraphs of a story apart."""
    if not isinstance(place, TemplatePlace):
        return ()
    return place.table, place.row, place.cell, place.paragraph


def _settled(findings: list[Finding], refused: Sequence[Finding]) -> Iterator[Finding]:
    """Let docxtpl and Jinja have the last word on what can be read."""
    unread = {_part(finding) for finding in refused if finding.code in _UNREADABLE}
    read = _read_as_one([finding for finding in findings if _part(finding) not in unread])
    kept = [
        finding
        for finding in findings
        if _part(finding) in unread or (finding.code not in _UNREADABLE and finding not in read)
    ]
    explained = {_part(finding) for finding in kept if finding.is_error}
    yield from kept
    yield from (finding for finding in refused if _part(finding) not in explained)


def _read_as_one(findings: list[Finding]) -> set[Finding]:
    """List the halves of tags that run over two paragraphs: docxtpl joins those of one cell."""
    halves = [finding for finding in findings if finding.code == "T008"]
    return {
        half
        for opening, closing in pairwise(halves)
        if _tag(opening).startswith(("{{", "{%"))
        and _tag(closing).startswith(("}}", "%}"))
        and _cell(opening) == _cell(closing)
        for half in (opening, closing)
    }


def _cell(finding: Finding) -> tuple[object, ...]:
    """Tell cells apart; what stands in none is of one, the part's own."""
    return (_part(finding), *_spot(finding.place)[:-1])


def _part(finding: Finding) -> str | None:
    return finding.place.part if isinstance(finding.place, TemplatePlace) else None


def _tag(finding: Finding) -> str:
    return finding.place.tag or "" if isinstance(finding.place, TemplatePlace) else ""
