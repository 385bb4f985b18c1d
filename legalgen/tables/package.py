"""Which part of an .xlsx holds which sheet."""

from __future__ import annotations

from posixpath import join, normpath

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from legalgen.columns import SHEETS, matching_key
from legalgen.tables.archive import Archive

_WORKBOOK = "xl/workbook.xml"
_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Map the names of the sheets called as ours are to their parts.

    Raises ValueError where the workbook does not say so in the way workbooks do.
    """
    targets = {
        relationship.get("Id"): relationship.get("Target", "")
        for relationship in _parsed(archive.read(_RELATIONSHIPS)).iter("{*}Relationship")
    }
    parts: dict[str, str] = {}
    for sheet in _parsed(archive.read(_WORKBOOK)).iter("{*}sheet"):
        name = sheet.get("name", "")
        if matching_key(name) in SHEETS:
            if name in parts:
                raise ValueError(name)
            part = targets.get(_relationship_id(sheet), "")
            parts[name] = normpath(join("xl", part)).lstrip("/")
    return parts


def _relationship_id(sheet: _Element) -> str | None:
    """Give the attribute `r:id`, whatever its prefix and whichever of two namespaces it is in."""
    return next(
        (str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), None
    )


def _parsed(part: bytes) -> _Element:
    try:
        return fromstring(part, XMLParser(resolve_entities=False, no_network=True))
    except XMLSyntaxError as failure:
        raise ValueError(str(failure)) from failure
