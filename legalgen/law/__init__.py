"""Law as data: an election's figures, the legal bases by key, the villages of a regency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from legalgen.findings import CellPlace, Finding, Place
from legalgen.law.legal_bases import LegalBasis, cite, read_legal_bases
from legalgen.law.profile import AgeLimit, BodyLaw, Figure, Profile
from legalgen.law.profiles import (
    LAW,
    load_profile,
    profile_names,
    profiles_in,
    unknown_profile,
)
from legalgen.records import Event

__all__ = [
    "LAW",
    "AgeLimit",
    "BodyLaw",
    "Figure",
    "Law",
    "Profile",
    "load_profile",
    "profile_names",
    "read_law",
]


@dataclass(frozen=True, slots=True)
class Law:
    """What an event is held against: its election's profile, and the legal bases by key."""

    profile: Profile
    bases: Mapping[str, LegalBasis]

    def citations(
        self, keys: Sequence[str], place: Place, on: date | None = None
    ) -> tuple[list[str], list[Finding]]:
        """Cite legal bases in full, with the last amendment that was in effect `on` the day.

        What each election has its own of, such as `tahapan`, the profile names the key of. Without
        a day the voting day counts: a later amendment was none of that election's.
        Findings: L003 at `place` for each unknown key.
        """
        own = [self.profile.legal_bases.get(key, key) for key in keys]
        return cite(self.bases, own, place, on or self.profile.voting_day or date.max)


def read_law(event: Event, directory: Path = LAW) -> tuple[Law, list[Finding]]:
    """Read the law an event is held against: the profile that its `kegiatan` names, legal bases.

    Findings: L001 where the event names no profile that is there; the profile is then empty.
    Errors: LegalgenError with L002 where a law file is broken.
    """
    name = str(event.kegiatan.get("profil") or "")
    bases = read_legal_bases(directory)
    if name in profiles_in(directory):
        return Law(load_profile(name, directory), bases), []
    place = event.places.get("profil") or CellPlace(event.source)
    return Law(Profile(name, {}), bases), [unknown_profile(name, directory, place)]
