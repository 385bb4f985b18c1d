"""What was found wrong, where, and what to do about it: the one type every stage reports in.

Knows nothing of tables, templates or the terminal.
"""

from __future__ import annotations

from legalgen.findings.finding import Finding, LegalgenError, Severity, error, gathered, warning
from legalgen.findings.messages import (
    NOTHING_TO_SAY,
    Message,
    Translate,
    mask,
    masked,
    message,
    shown,
    untranslated,
)
from legalgen.findings.places import CellPlace, Place, TemplatePlace, UrlPlace, place_at

__all__ = [
    "NOTHING_TO_SAY",
    "CellPlace",
    "Finding",
    "LegalgenError",
    "Message",
    "Place",
    "Severity",
    "TemplatePlace",
    "Translate",
    "UrlPlace",
    "error",
    "gathered",
    "mask",
    "masked",
    "message",
    "place_at",
    "shown",
    "untranslated",
    "warning",
]
