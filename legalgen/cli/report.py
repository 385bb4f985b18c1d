"""Findings as the user reads them: grouped by sheet, worst first, counts at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from legalgen.cli.localised import current_translation, say
from legalgen.cli.main import ExitCode
from legalgen.findings import CellPlace, Finding, Severity
from legalgen.output.manifest import Entry


def finding_lines(finding: Finding) -> Iterator[str]:
    """Write one finding: place, severity, code and message, then what else there is to know."""
    translate = current_translation()
    severity = say("error") if finding.is_error else say("warning")
    yield f"{finding.place}: {severity} {finding.code}: {finding.message.say(translate)}"
    for place in finding.related:
        yield f"    {say('see also')}: {place}"
    if finding.hint:
        yield f"    {say('hint')}: {finding.hint.say(translate)}"
    if finding.basis:
        yield f"    {say('basis')}: {finding.basis}"


def report_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Write all findings, those of one sheet together, and count them."""
    for _, alike in groupby(sorted(findings, key=_by_sheet), key=_sheet):
        for finding in sorted(alike, key=lambda finding: finding.severity is Severity.WARNING):
            yield from finding_lines(finding)
    yield count_line(findings)


def count_line(findings: Iterable[Finding]) -> str:
    """Count errors and warnings."""
    severities = [finding.severity for finding in findings]
    return say(
        "errors: {errors}, warnings: {warnings}",
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def json_report(findings: Iterable[Finding], entries: Iterable[Entry] = ()) -> str:
    """Write the report as one JSON object."""
    translate = current_translation()
    report = {
        "findings": [finding.to_json(translate) for finding in findings],
        "documents": [entry.to_json() for entry in entries],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def exit_code(findings: Iterable[Finding]) -> ExitCode:
    """Say whether anything stops a document."""
    stopped = any(finding.is_error for finding in findings)
    return ExitCode.FINDINGS if stopped else ExitCode.DONE


def _sheet(finding: Finding) -> tuple[str, str]:
    place = finding.place
    return str(place.file), (place.sheet or "") if isinstance(place, CellPlace) else ""


_by_sheet = _sheet
