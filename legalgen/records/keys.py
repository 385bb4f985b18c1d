"""The sheet `kegiatan`: a key and its value in each row; the key says what the value is."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from string import digits

from legalgen.columns import KEGIATAN, KEGIATAN_KEYS, columns_of, field_name, kegiatan_column
from legalgen.findings import CellPlace, Finding, error, message, shown, warning
from legalgen.records.rows import faults_at, foreign_zones
from legalgen.tables.table import Table
from legalgen.values import Value, parse_column


def read_keys(
    table: Table | None, findings: list[Finding]
) -> tuple[dict[str, Value], dict[str, CellPlace]]:
    """Read every key's value, and note its place."""
    values: dict[str, Value] = {}
    places: dict[str, CellPlace] = {}
    if table is None or not {"kunci", "nilai"} <= table.columns.keys():
        return values, places
    keys, faults = parse_column(columns_of(KEGIATAN)["kunci"], table.columns["kunci"])
    findings += faults_at(table, "kunci", faults)
    zones = []
    for row, key, cell in zip(table.numbers, keys, table.columns["nilai"], strict=True):
        name, place = field_name(str(key)), table.place("nilai", row)
        if name in places:
            findings.append(_twice(table.place("kunci", row), name, places[name]))
            continue
        if not name:
            findings += _keyless(place, cell)
            continue
        (values[name],), value_faults = parse_column(kegiatan_column(name), [cell])
        places[name] = place
        zones.append((place, cell))
        findings += [fault.at(place) for _, fault in value_faults]
    findings += foreign_zones(zones, str(values.get("zona_waktu") or ""))
    findings += _near_misses(places)
    return values, places


def _twice(place: CellPlace, key: str, first: CellPlace) -> Finding:
    return error(
        "V023",
        place,
        message("the key {key} stands twice", key=shown(key)),
        hint=message("delete one of the two rows"),
        related=[first],
    )


def _keyless(place: CellPlace, cell: object) -> list[Finding]:
    if not str(cell).strip():
        return []
    return [
        warning(
            "V026",
            place,
            message("the row has no key, so its value is left out"),
            hint=message("write the key before it, or delete the row"),
        )
    ]


def _near_misses(places: Mapping[str, CellPlace]) -> list[Finding]:
    """Ask about keys that are nearly one that products know and the sheet lacks."""
    lacking = [key for key in KEGIATAN_KEYS if key not in places]
    findings = []
    for key, place in places.items():
        near = [] if key in KEGIATAN_KEYS else get_close_matches(key, lacking, 1, 0.85)
        if near and not _numbered_alike(key, near[0]):
            findings.append(
                warning(
                    "V027",
                    place,
                    message(
                        "the key {key} is not known; did you mean {near}?",
                        key=shown(key),
                        near=near[0],
                    ),
                    hint=message("if so, correct it; if not, templates see it as it is"),
                )
            )
    return findings


def _numbered_alike(key: str, other: str) -> bool:
    """Whether two keys differ in their number alone: a fourth wave is no third one misspelt."""
    return key.rstrip(digits) == other.rstrip(digits)
