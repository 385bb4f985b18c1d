"""The legal bases a decree cites, out of `law/dasar-hukum.toml`: full citations by key, in order.

A citation is composed of an act's parts, never typed whole, and so are the titles of amendments.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from legalgen.findings import (
    CellPlace,
    Finding,
    LegalgenError,
    Message,
    Place,
    error,
    message,
)

LEGAL_BASES = "dasar-hukum.toml"
LIKE_OURS = message("compare it with the law file that came with legalgen")

_PARTS = frozenset(
    {"kind", "number", "year", "subject", "amends", "change", "ln", "tln", "bn"}
    | {"source", "effective", "confidence"}
)
_CHANGES = ("", "Kedua ", "Ketiga ", "Keempat ", "Kelima ", "Keenam ", "Ketujuh ", "Kedelapan ")


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One act, regulation or decision.

    `citation` is whole but for amendments; `rank` orders Mengingat: of its kind, its year, its
    number. `amends` is the key of what it changes and `change` the how many-th change it is.
    """

    citation: str
    rank: tuple[int, int, int]
    effective: date
    amends: str = ""
    change: int = 0


def cite(
    bases: Mapping[str, LegalBasis], keys: Sequence[str], place: Place, day: date
) -> tuple[list[str], list[Finding]]:
    """Cite legal bases in full as they stood on a day, by rank and then by age.

    A key named twice is cited once. Findings: L003 at `place` for each key that is not there.
    """
    distinct = list(dict.fromkeys(keys))
    known = sorted((key for key in distinct if key in bases), key=lambda key: bases[key].rank)
    unknown = [
        error(
            "L003",
            place,
            message("there is no legal basis {key}", key=key),
            hint=did_you_mean(key, bases),
        )
        for key in distinct
        if key not in bases
    ]
    return [_with_last_change(bases, key, day) for key in known], unknown


def _with_last_change(bases: Mapping[str, LegalBasis], key: str, day: date) -> str:
    base = bases[key]
    changes = [item for item in bases.values() if item.amends == key and item.effective <= day]
    if not changes:
        return base.citation
    # An act that enacts an emergency regulation takes its place: the same change, later.
    last = max(changes, key=lambda item: (item.change, item.effective))
    changed = "diubah dengan" if last.change == 1 else "beberapa kali diubah, terakhir dengan"
    return f"{base.citation} sebagaimana telah {changed} {last.citation}"


def read_legal_bases(directory: Path) -> dict[str, LegalBasis]:
    """Read every legal basis of a law directory, by key.

    Errors: LegalgenError with L002 where the file cannot be read or an entry lacks a part.
    """
    path = directory / LEGAL_BASES
    entries = read_law_file(path)
    ranks: list[str] = entries.pop("ranks", [])
    bases: dict[str, LegalBasis] = {}
    findings: list[Finding] = []
    for key, entry in entries.items():
        try:
            bases[key] = _legal_basis(entry, entries, ranks)
        except (KeyError, TypeError, ValueError, IndexError) as problem:
            what = message(
                "{key} is incomplete or wrong: {problem}", key=key, problem=repr(problem)
            )
            findings.append(error("L002", CellPlace(path), what, hint=LIKE_OURS))
    if findings:
        raise LegalgenError(*findings)
    return bases


def _legal_basis(
    entry: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]], ranks: Sequence[str]
) -> LegalBasis:
    if unknown := sorted(entry.keys() - _PARTS):
        raise ValueError(*unknown)
    if "amends" in entry and entry["amends"] not in entries:
        raise ValueError(entry["amends"])
    name = _name(entry, entries)
    gazette = ", ".join(_gazette(entry))
    return LegalBasis(
        citation=f"{name} ({gazette})" if gazette else name,
        rank=(ranks.index(entry["kind"]), entry["year"], entry["number"]),
        effective=entry["effective"],
        amends=entry.get("amends", ""),
        change=entry["change"] if "amends" in entry else 0,
    )


def _name(entry: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> str:
    subject = entry.get("subject")
    if subject is None:
        changed = _name(entries[entry["amends"]], entries)
        subject = f"Perubahan {_CHANGES[entry['change'] - 1]}atas {changed}"
    return f"{entry['kind']} Nomor {entry['number']} Tahun {entry['year']} tentang {subject}"


def _gazette(entry: Mapping[str, Any]) -> list[str]:
    parts = []
    for key, name in (("ln", "Lembaran Negara"), ("bn", "Berita Negara")):
        if key in entry:
            year, number = entry[key]
            parts.append(f"{name} Republik Indonesia Tahun {year} Nomor {number}")
    if "tln" in entry:
        parts.append(f"Tambahan Lembaran Negara Republik Indonesia Nomor {entry['tln']}")
    return parts


def read_law_file(path: Path) -> dict[str, Any]:
    """Read a TOML file of the law; what has a decimal point is Decimal.

    Errors: LegalgenError with L002.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        what = message("the law file cannot be read: {reason}", reason=str(problem))
        raise LegalgenError(error("L002", CellPlace(path), what, hint=LIKE_OURS)) from problem


def did_you_mean(name: str, known: Mapping[str, object] | Sequence[str]) -> Message:
    """Hint at the known name that comes nearest, else at all of them."""
    if near := get_close_matches(name, list(known), n=1):
        return message("did you mean {near}?", near=near[0])
    return message("there are: {names}", names=", ".join(sorted(known)))
