"""Findings as the user reads them: grouped by sheet, worst first, counts at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

import click

from legalgen.cli.exit_codes import ExitCode
from legalgen.cli.localised import count, current_translation, say
from legalgen.findings import CellPlace, Finding, Severity

NOTHING_MADE: Mapping[str, object] = MappingProxyType({"documents": ()})
RELATED_SHOWN = 5


def finding_lines(finding: Finding) -> Iterator[str]:
    """Write one finding: place, severity, code and message, then what else there is to know."""
    translate = current_translation()
    if finding.is_error:
        severity = click.style(say("error"), fg="red", bold=True)
    else:
        severity = click.style(say("warning"), fg="yellow")
    yield f"{finding.place}: {severity} {finding.code}: {finding.message.say(translate)}"
    for place in finding.related[:RELATED_SHOWN]:
        yield "    " + say("see also: {place}", place=place)
    if (more := len(finding.related) - RELATED_SHOWN) > 0:
        yield "    " + say("and {count} more places", count=count(more))
    yield "    " + say("hint: {hint}", hint=finding.hint.say(translate))
    if finding.basis:
        yield "    " + say("basis: {basis}", basis=finding.basis)


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


def json_report(findings: Iterable[Finding], made: Mapping[str, object] = NOTHING_MADE) -> str:
    """Write the report as one JSON object."""
    translate = current_translation()
    report = {"findings": [finding.to_json(translate) for finding in findings], **made}
    return json.dumps(report, indent=2)  # in ASCII, whatever the code page of who reads it


def exit_code(findings: Iterable[Finding]) -> ExitCode:
    """Say whether anything stops a document, and whether that is the machine's doing (O…)."""
    codes = [finding.code for finding in findings if finding.is_error]
    if any(code.startswith("O") for code in codes):
        return ExitCode.FILE
    return ExitCode.FINDINGS if codes else ExitCode.DONE


def _sheet(finding: Finding) -> tuple[str, str]:
    place = finding.place
    return str(place.file), (place.sheet or "") if isinstance(place, CellPlace) else ""


_by_sheet = _sheet
