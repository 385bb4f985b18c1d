"""The profiles of elections, read from `law/<profile>.toml` and held to what a profile must say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from legalgen.findings import CellPlace, Finding, LegalgenError, Message, Place, error, message
from legalgen.law.legal_bases import LEGAL_BASES, LIKE_OURS, did_you_mean, read_law_file
from legalgen.law.profile import Figure, Profile

LAW = Path(__file__).parent


def profile_names(directory: Path = LAW) -> list[str]:
    """List the elections there are profiles of."""
    return sorted(profiles_in(directory))


def load_profile(name: str, directory: Path = LAW) -> Profile:
    """Read one election's profile.

    Errors: LegalgenError with L001 where there is none of that name, with an L002 for each figure
    that lacks something.
    """
    path = profiles_in(directory).get(name)
    if path is None:
        raise LegalgenError(unknown_profile(name, directory, CellPlace(directory)))
    law = read_law_file(path)
    legal_bases = law.pop("dasar_hukum", {})
    written = dict(_figures(law))
    lacking = [
        message("{name} is missing", name=figure) for figure in _ALWAYS if figure not in written
    ]
    wrong = [problem for figure in written for problem in _problems(figure, written[figure])]
    if problems := [*lacking, *wrong]:
        place = CellPlace(path)
        raise LegalgenError(*(error("L002", place, what, hint=LIKE_OURS) for what in problems))
    return Profile(
        name, {figure: Figure(**parts) for figure, parts in written.items()}, legal_bases
    )


_ALWAYS = ("nama_pemilu", "tahun", "hari_pemungutan")
# What a figure of a known name is; an office may add others, of any kind.
_KINDS: tuple[tuple[str, type | tuple[type, ...]], ...] = (
    ("nama_*", str),
    ("tahun", int),
    ("hari_pemungutan", date),
    ("sumber_anggaran", str),
    ("keterwakilan_perempuan", Decimal),
    ("jumlah_*", int),
    ("usia_*.tahun", int),
    ("usia_*.pada", date),
    ("penetapan.*", date),
    ("pelantikan.*", date),
    ("masa_kerja.*", date),
    ("honorarium.*", (Decimal, int)),
    ("aturan.*", str),
)
_CONFIDENCE = ("high", "medium", "low")


def _figures(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Walk the tables of a profile down to what should be figures."""
    for key, inner in table.items():
        if isinstance(inner, dict) and "value" not in inner:
            yield from _figures(inner, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", inner


def _problems(name: str, figure: Any) -> Iterator[Message]:
    parts = {part.name for part in fields(Figure)}
    if (
        not isinstance(figure, dict)
        or not {"value", "source", "effective"} <= figure.keys() <= parts
    ):
        yield message("{name} needs value, source, effective; seen or confidence", name=name)
        return
    if not figure["source"] or not _is_a(figure["effective"], date):
        yield message("{name} needs a source, and a date as effective", name=name)
    if not figure.get("seen") and figure.get("confidence") not in _CONFIDENCE:
        yield message("{name} needs seen, or else confidence high, medium or low", name=name)
    kind = next(
        (kind for pattern, kind in _KINDS if fnmatchcase(name, pattern)), (str, int, Decimal, date)
    )
    if not _is_a(figure["value"], kind):
        yield message(
            "{name} has a value of the wrong kind: {value}", name=name, value=figure["value"]
        )


def _is_a(value: object, kind: type | tuple[type, ...]) -> bool:
    """Tell kinds as the law means them: a truth value is no number, a moment is no day."""
    return isinstance(value, kind) and not isinstance(value, bool | datetime)


def profiles_in(directory: Path) -> dict[str, Path]:
    """Give the file of each profile by its name."""
    return {path.stem: path for path in directory.glob("*.toml") if path.name != LEGAL_BASES}


def unknown_profile(name: str, directory: Path, place: Place) -> Finding:
    """Say that there is no such profile, or that none is named."""
    there = profiles_in(directory)
    if not name:
        return error(
            "L001",
            place,
            message("the election is not named"),
            hint=message(
                "write one of these in the sheet kegiatan, beside the key profil: {names}",
                names=", ".join(sorted(there)),
            ),
        )
    what = message("there is no profile {name}", name=name)
    return error("L001", place, what, hint=did_you_mean(name, there))
