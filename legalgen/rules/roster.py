"""What every rule looks at: the event's people in the bodies they form, the law, the regency.

Groupings are made once and shared, so that a rule says only what must hold. A misspelt village
counts as the one it was meant to be: the misspelling is one fault, not an incomplete body too.
Where nobody can tell which village is meant, the row counts nowhere, and is held against no body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from legalgen.columns import PESERTA
from legalgen.law import Profile
from legalgen.law.regency import Regency
from legalgen.names import namesake_key
from legalgen.records import Appointment, Event, Participant
from legalgen.rules.digits import is_nik
from legalgen.rules.seats import AT_POLLING_STATIONS, SEATS, Body, Village
from legalgen.spelling import bare_place_key, nearest, place_key

_SEAT = attrgetter("badan", "kecamatan", "desa", "tps")
_NIK, _BIRTH, _ROW = attrgetter("nik"), attrgetter("tanggal_lahir"), attrgetter("row")
_BIRTH_AND_VILLAGE = attrgetter("tanggal_lahir", "kecamatan", "desa")


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

        Who lacks part of the seat (a KPPS member without TPS), or whose village is in doubt, is in
        none of them.
        """
        members: dict[tuple[str, Village, int | None], list[Participant]] = defaultdict(list)
        for together in self.seats:
            first = together[0]
            seat = SEATS.get(first.badan, ())
            stray = "desa" in seat and (first.kecamatan, first.desa) in self.in_doubt
            if seat and not stray and all(getattr(first, column) for column in seat):
                kecamatan, desa = self.village_of(first)
                village = (kecamatan, desa if "desa" in seat else "")
                members[first.badan, village, first.tps if "tps" in seat else None] += together
        return [Body(*key, members=sorted(people, key=_ROW)) for key, people in members.items()]

    @cached_property
    def seats(self) -> Collection[Sequence[Participant]]:
        """Everyone, those together whose rows say the same of body, kecamatan, village and TPS."""
        said: dict[object, list[Participant]] = defaultdict(list)
        for person in self.people:
            said[_SEAT(person)].append(person)
        return said.values()

    @cached_property
    def in_doubt(self) -> Collection[tuple[str, str]]:
        """The kecamatan and villages, as they are written, of which the village is in doubt."""
        regency = self.regency
        return {names for names in self.places if regency and is_in_doubt(regency, *names)}

    def strays_beside(self, body: Body) -> int:
        """Count the rows whose village is in doubt that stand among a body's, with its TPS."""
        seats = [(body.kind, body.tps, name) for name in body.village]
        rows = {row for seat in seats for row in self._strays.get(seat, ())}
        first, last = body.members[0].row, body.members[-1].row
        return sum(first - 1 <= row <= last + 1 for row in rows)

    @cached_property
    def _strays(self) -> Mapping[tuple[str, int | None, str], Sequence[int]]:
        """The rows whose village is in doubt, under kind, TPS and either of the names they give."""
        strays: dict[tuple[str, int | None, str], list[int]] = defaultdict(list)
        for together in self.seats if self.in_doubt else ():
            first = together[0]
            if (first.kecamatan, first.desa) in self.in_doubt:
                tps = first.tps if first.badan in AT_POLLING_STATIONS else None
                for name in (first.kecamatan, first.desa):
                    strays[first.badan, tps, place_key(name)] += map(_ROW, together)
        return strays

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
        """Name a row's village with its kind, `Desa` or `Kelurahan`, unless the row does."""
        if bare_place_key(row.desa) != place_key(row.desa):
            return row.desa
        listed = self.regency and self.regency.kind(row.kecamatan, row.desa)
        kind = str(row.value("jenis_desa") or listed or "desa/kelurahan")
        return f"{kind.title()} {row.desa}"

    def place_name(self, row: Participant | Appointment) -> str:
        """Name where a row is about: `Desa Bokol, Kecamatan Kemangkon`, or the kecamatan alone."""
        village = [self.village_name(row)] if row.desa else []
        return ", ".join((*village, f"Kecamatan {row.kecamatan}"))

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
    def with_nik(self) -> Sequence[Participant]:
        """Everyone with a NIK of sixteen digits."""
        return [person for person in self.people if is_nik(person.nik)]

    @cached_property
    def sharing_a_nik(self) -> Sequence[tuple[Participant, Participant]]:
        """Each whose NIK stood in a row before, with the first who has it."""
        return pairs(alike(self.with_nik, _NIK))

    @cached_property
    def namesakes(self) -> Sequence[tuple[Participant, Participant]]:
        """Each whose birth date and name stood in a row before, with the first; titles apart."""
        born = self._born_with_others
        return pairs(alike(born, lambda one: (one.tanggal_lahir, namesake_key(one.nama))))

    @cached_property
    def born_in_one_village(self) -> Sequence[Sequence[Participant]]:
        """Those who have one birth date and one village, as it is written, together."""
        return alike(self._born_with_others, _BIRTH_AND_VILLAGE)

    @cached_property
    def _born_with_others(self) -> Sequence[Participant]:
        """Those with a name whose birth date is another's too; names take long to compare."""
        times = Counter(map(_BIRTH, self.people))
        return [
            person
            for person in self.people
            if person.nama and person.tanggal_lahir and times[person.tanggal_lahir] > 1
        ]


def is_in_doubt(regency: Regency, kecamatan: str, desa: str) -> bool:
    """Whether a kecamatan has no such village, nor one of which it is plainly a misspelling."""
    home, _ = regency.meant(kecamatan, "")
    villages = regency.villages.get(home)
    if not desa or villages is None or regency.village(home, desa) is not None:
        return False
    return bool(regency.homes_of(desa)) or nearest(desa, villages) is None


def alike(
    people: Sequence[Participant], key: Callable[[Participant], Hashable]
) -> Sequence[Sequence[Participant]]:
    """Put together people with one key, in the order of their rows; who is alone is left out."""
    keys = list(map(key, people))
    times = Counter(keys)
    groups: dict[Hashable, list[Participant]] = defaultdict(list)
    for each, person in zip(keys, people, strict=True):
        if times[each] > 1:
            groups[each].append(person)
    return list(groups.values())


def pairs(
    groups: Iterable[Sequence[Participant]],
) -> Sequence[tuple[Participant, Participant]]:
    """Pair each of a group but the first with the first."""
    return [(group[0], other) for group in groups for other in group[1:]]
