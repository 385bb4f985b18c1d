"""Law as data: an election's figures out of `law/<profile>.toml`, and the legal bases by key.

Every figure keeps the provision that sets it and the day it takes effect beside it. Knows no rule
that holds data against a figure, and no product: those ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from legalgen.findings import CellPlace, Finding, LegalgenError, Message, Place, error, message
from legalgen.legal_bases import (
    LEGAL_BASES,
    LegalBasis,
    cite,
    did_you_mean,
    read_law_file,
    read_legal_bases,
)
from legalgen.records import Event

LAW = Path(__file__).with_suffix("")

Value: TypeAlias = str | int | Decimal | date
T = TypeVar("T", str, int, Decimal, date)


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing the law says: its value, the provision that sets it, the day it takes effect.

    `seen` is where it was read; what was read nowhere says how sure general knowledge is in
    `confidence`: high, medium or low.
    """

    value: Value
    source: str
    effective: date
    seen: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class BodyLaw:
    """How many sit in a body, whether one of them is its chair, and on what basis."""

    size: int
    has_chair: bool
    basis: str


@dataclass(frozen=True, slots=True)
class AgeLimit:
    """An age in full years, the day it is measured on, and on what basis."""

    years: int
    day: date
    basis: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An election as the law sees it: figures by dotted name, `masa_kerja.KPPS.mulai`.

    Questions about a body or rule that the profile says nothing of are answered None or "".
    """

    name: str
    figures: Mapping[str, Figure]

    @property
    def voting_day(self) -> date | None:
        """The day of the vote; None only in a profile that could not be read."""
        return self._value("hari_pemungutan", date)

    def body(self, kind: str) -> BodyLaw | None:
        """Say what the law asks of a PPK, a PPS and so on."""
        size = self._value(f"jumlah_anggota.{kind}", int)
        if size is None:
            return None
        chairs = self._value(f"jumlah_ketua.{kind}", int)
        return BodyLaw(size, bool(chairs), self._source(f"jumlah_anggota.{kind}"))

    def least_age(self, kind: str) -> AgeLimit | None:
        """Say how old a member of a body must be."""
        return self._age_limit(f"usia_minimal.{kind}")

    def greatest_age(self, kind: str) -> AgeLimit | None:
        """Say how old a member of a body may be."""
        return self._age_limit(f"usia_maksimal.{kind}")

    def basis(self, rule: str) -> str:
        """Name the provision of a rule that is no figure, such as `rangkap`."""
        return self._source(f"aturan.{rule}")

    def values(self) -> dict[str, Any]:
        """Give the bare values, nested as templates name them: profil.masa_kerja.KPPS.mulai."""
        nested: dict[str, Any] = {}
        for name, figure in self.figures.items():
            *path, last = name.split(".")
            inner = nested
            for part in path:
                inner = inner.setdefault(part, {})
            inner[last] = figure.value
        return nested

    def _age_limit(self, name: str) -> AgeLimit | None:
        years = self._value(f"{name}.tahun", int)
        day = self._value(f"{name}.pada", date) or self.voting_day
        return AgeLimit(years, day, self._source(f"{name}.tahun")) if years and day else None

    def _value(self, name: str, kind: type[T]) -> T | None:
        figure = self.figures.get(name)
        return figure.value if figure and isinstance(figure.value, kind) else None

    def _source(self, name: str) -> str:
        return self.figures[name].source if name in self.figures else ""


@dataclass(frozen=True, slots=True)
class Law:
    """What an event is held against: its election's profile, and the legal bases by key."""

    profile: Profile
    bases: Mapping[str, LegalBasis]

    def citations(
        self, keys: Sequence[str], place: Place, on: date | None = None
    ) -> tuple[list[str], list[Finding]]:
        """Cite legal bases in full, with the last amendment that was in effect `on` the day.

        Without a day the voting day counts: a later amendment was none of that election's.
        Findings: L003 at `place` for each unknown key.
        """
        return cite(self.bases, keys, place, on or self.profile.voting_day or date.max)


def read_law(event: Event, directory: Path = LAW) -> tuple[Law, list[Finding]]:
    """Read the law an event is held against: the profile that its `kegiatan` names, legal bases.

    Findings: L001 where the event names no profile that is there; the profile is then empty.
    Errors: LegalgenError with L002 where a law file is broken.
    """
    name = str(event.kegiatan.get("profil") or "")
    bases = read_legal_bases(directory)
    if name in _profiles(directory):
        return Law(load_profile(name, directory), bases), []
    place = event.places.get("profil") or CellPlace(event.source)
    return Law(Profile(name, {}), bases), [_unknown_profile(name, directory, place)]


def profile_names(directory: Path = LAW) -> list[str]:
    """List the elections there are profiles of."""
    return sorted(_profiles(directory))


def load_profile(name: str, directory: Path = LAW) -> Profile:
    """Read one election's profile.

    Errors: LegalgenError with L001 where there is none of that name, with an L002 for each figure
    that lacks something.
    """
    path = _profiles(directory).get(name)
    if path is None:
        raise LegalgenError(_unknown_profile(name, directory, CellPlace(directory)))
    written = dict(_figures(read_law_file(path)))
    lacking = [
        message("{name} is missing", name=figure) for figure in _ALWAYS if figure not in written
    ]
    wrong = [problem for figure in written for problem in _problems(figure, written[figure])]
    if findings := [error("L002", CellPlace(path), what) for what in (*lacking, *wrong)]:
        raise LegalgenError(*findings)
    return Profile(name, {figure: Figure(**parts) for figure, parts in written.items()})


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


def _profiles(directory: Path) -> dict[str, Path]:
    return {path.stem: path for path in directory.glob("*.toml") if path.name != LEGAL_BASES}


def _unknown_profile(name: str, directory: Path, place: Place) -> Finding:
    what = (
        message("there is no profile {name}", name=name) if name else message("no profile is named")
    )
    return error("L001", place, what, hint=did_you_mean(name, _profiles(directory)))
