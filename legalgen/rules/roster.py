"""What every rule looks at: the event's people in the bodies they form, the law, the regency.

Groupings are made once and shared, so that a rule says only what must hold. A misspelt village
counts as the one it was meant to be: the misspelling is one fault, not an incomplete body too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from types import MappingProxyType
from typing import TypeAlias

from legalgen.columns import PESERTA
from legalgen.law import Profile
from legalgen.law.regency import Regency
from legalgen.records import Appointment, Event, Participant
from legalgen.spelling import comparable, place_key

# Where each body sits: the columns that together name one body of its kind.
SEATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "PPK": ("kecamatan",),
        "PPS": ("kecamatan", "desa"),
        "KPPS": ("kecamatan", "desa", "tps"),
        "LINMAS": ("kecamatan", "desa", "tps"),
    }
)
AT_POLLING_STATIONS = frozenset(kind for kind, seat in SEATS.items() if "tps" in seat)

Village: TypeAlias = tuple[str, str]  # keys of the names of kecamatan and desa
Groups: TypeAlias = Mapping[Hashable, Sequence[Participant]]


@dataclass(frozen=True, slots=True)
class Body:
    """The people who sit together: one PPK, one PPS, the KPPS or the officers of one TPS."""

    kind: str
    village: Village
    tps: int | None
    members: Sequence[Participant]

    @property
    def first(self) -> Participant:
        """The member whose row stands first."""
        return self.members[0]

    @property
    def chairs(self) -> Sequence[Participant]:
        """The members entered as Ketua."""
        return [member for member in self.members if member.jabatan == "Ketua"]

    @property
    def outlier(self) -> Participant:
        """The member whose row stands farthest from the others: the likeliest stray."""
        middle = median(member.row for member in self.members)
        return max(self.members, key=lambda member: (abs(member.row - middle), member.row))


@dataclass(frozen=True)
class Roster:
    """An event, the law of its election, and the regency it happens in (None: not known)."""

    event: Event
    law: Profile
    regency: Regency | None

    @property
    def people(self) -> Sequence[Participant]:
        """Everyone in `peserta`."""
        return self.event.peserta

    def has(self, *columns: str) -> bool:
        """Whether `peserta` has these columns at all; a rule about others does not apply."""
        sheet = self.event.sheets.get(PESERTA)
        return sheet is not None and all(column in sheet.columns for column in columns)

    @cached_property
    def bodies(self) -> Sequence[Body]:
        """Every body that anyone was entered for, in order of first appearance.

        Who lacks part of the seat (a KPPS member without TPS) is in none of them.
        """
        members: dict[tuple[str, Village, int | None], list[Participant]] = defaultdict(list)
        for person in self.people:
            seat = SEATS.get(person.badan, ())
            if seat and self.is_seated(person):
                kecamatan, desa = self.village_of(person)
                village = (kecamatan, desa if "desa" in seat else "")
                tps = person.tps if "tps" in seat else None
                members[person.badan, village, tps].append(person)
        return [Body(*key, members=together) for key, together in members.items()]

    @staticmethod
    def is_seated(person: Participant) -> bool:
        """Whether the row says everything that names the person's body."""
        return all(getattr(person, column) for column in SEATS[person.badan])

    def kinds_appointed(self, row: Appointment) -> Collection[str]:
        """Give the kinds of bodies (KPPS, LINMAS, …) that have people where a row appoints."""
        return self._kinds.get(self.village_of(row), ())

    @cached_property
    def _kinds(self) -> Mapping[Village, Collection[str]]:
        kinds: dict[Village, dict[str, None]] = defaultdict(dict)
        for body in self.bodies:
            for village in (body.village, (body.village[0], "")):
                kinds[village][body.kind] = None
        return kinds

    def body_name(self, person: Participant) -> str:
        """Name the body a person sits in as far as the row says it: `KPPS TPS 001 Desa Bokol`."""
        seat = SEATS.get(person.badan, ())
        parts = [person.badan]
        if "tps" in seat and person.tps:
            parts.append(f"TPS {person.tps:03}")
        if "desa" in seat and person.desa:
            parts.append(self.village_name(person))
        elif person.kecamatan:
            parts.append(f"Kecamatan {person.kecamatan}")
        return " ".join(parts)

    def village_name(self, row: Participant | Appointment) -> str:
        """Name a row's village with its kind, `Desa` or `Kelurahan`."""
        kind = self.regency and self.regency.kind(row.kecamatan, row.desa)
        return f"{(kind or 'desa').title()} {row.desa}"

    def village_of(self, row: Participant | Appointment) -> Village:
        """Give the village a row means, whichever way it spells it."""
        return self._villages[row.kecamatan, row.desa]

    @cached_property
    def rows(self) -> Sequence[Participant | Appointment]:
        """Every row that names a place: appointments and people."""
        return (*self.event.penetapan, *self.event.peserta)

    @cached_property
    def places(self) -> Mapping[tuple[str, str], int]:
        """Count the rows of each kecamatan and village, as they are written."""
        return Counter((row.kecamatan, row.desa) for row in self.rows)

    @cached_property
    def _villages(self) -> Mapping[tuple[str, str], Village]:
        return {names: self._village_meant(*names) for names in self.places}

    def _village_meant(self, kecamatan: str, desa: str) -> Village:
        if self.regency is not None:
            kecamatan, desa = self.regency.meant(kecamatan, desa)
        return place_key(kecamatan), place_key(desa)

    @cached_property
    def by_nik(self) -> Groups:
        """Everyone with a NIK of sixteen digits, under it."""
        return grouped((person.nik, person) for person in self.people if is_nik(person.nik))

    @cached_property
    def by_name_and_birth(self) -> Groups:
        """Everyone whose birth date is known, under name and date."""
        return grouped(
            ((comparable(person.nama), person.tanggal_lahir), person)
            for person in self.people
            if person.nama and person.tanggal_lahir
        )


def is_nik(text: str) -> bool:
    """Whether a text has the shape of a NIK: sixteen digits, nothing else."""
    return len(text) == 16 and text.isascii() and text.isdigit()


def grouped(keyed: Iterable[tuple[Hashable, Participant]]) -> Groups:
    """Put people with the same key together, in the order of their rows."""
    groups: dict[Hashable, list[Participant]] = {}
    for key, person in keyed:
        groups.setdefault(key, []).append(person)
    return groups


def repeated(groups: Groups) -> Iterator[Sequence[Participant]]:
    """Give the groups of more than one."""
    return (group for group in groups.values() if len(group) > 1)
