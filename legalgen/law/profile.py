"""An election as the law sees it: figures, each with the provision that sets it and its day.

Knows no rule that holds data against a figure, and no product: those ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

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

    `legal_bases` maps what a product cites of any election, such as `tahapan`, to the key of this
    one's. Questions about a body or rule that the profile says nothing of are answered None or "".
    """

    name: str
    figures: Mapping[str, Figure]
    legal_bases: Mapping[str, str] = field(default_factory=dict)

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
