"""Who may serve: once, of age, living where they serve; and where they work."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from legalgen.dates import short_date
from legalgen.findings import Finding, error, message, warning
from legalgen.law import AgeLimit
from legalgen.names import employer_key, namesake_key, person_key
from legalgen.records import Participant
from legalgen.rules.roster import Roster
from legalgen.rules.seats import SEATS
from legalgen.spelling import bare_place_key, blotted, comparable

# As offices write it, and as the family card does: "TAMAT SD/SEDERAJAT".
_BELOW_SMA = re.compile(
    r"(tidak|belum|(tamat )?(sd|sdlb|sr|mi|smp|smplb|mts|sltp|sekolah (dasar|rakyat|menengah "
    r"pertama|lanjutan tingkat pertama)|madrasah (ibtidaiyah|tsanawiyah))|paket [ab])\b"
)


def nobody_is_entered_twice(roster: Roster) -> Iterator[Finding]:
    """Two rows with one name and one birth date are one person, unless someone says otherwise.

    Namesakes born on one day exist, so this is for a person to look at. Titles are no part of a
    name, and Moh. is short for Muhammad.
    """
    for first, person in roster.namesakes:
        if not has_one_nik(first, person):
            yield warning(
                "P003",
                person.place("nama"),
                message(
                    "{name}, born {born}, already stands in row {row}",
                    name=person.nama,
                    born=short_date(person.tanggal_lahir or date.min),
                    row=first.row,
                ),
                hint=message("compare both KTP; if they are two people, waive P003"),
                basis=roster.law.basis("rangkap"),
                related=[first.place("nama")],
            )


def nobody_is_entered_under_two_spellings(roster: Roster) -> Iterator[Finding]:
    """Two people of one village born on one day, their names a slip apart, are mostly one.

    Twins exist, so this is for a person to look at.
    """
    for first, person in near_namesakes(roster):
        yield warning(
            "P012",
            person.place("nama"),
            message(
                "{name}, born {born}, is nearly the same as {other} in row {row}",
                name=person.nama,
                born=short_date(person.tanggal_lahir or date.min),
                other=first.nama,
                row=first.row,
            ),
            hint=message("compare both KTP; if they are two people, waive P012"),
            basis=roster.law.basis("rangkap"),
            related=[first.place("nama")],
        )


def everyone_is_old_enough(roster: Roster) -> Iterator[Finding]:
    """A member has reached the least age the law asks of the body, on the day it names."""
    for person, age, limit in ages(roster, roster.law.least_age):
        if age < limit.years:
            yield error(
                "P006",
                person.place("tanggal_lahir"),
                message(
                    "{name} is {age} on {day}, the law asks for {least}",
                    name=person.nama,
                    age=age,
                    day=short_date(limit.day),
                    least=limit.years,
                ),
                hint=message("check the birth date; who is too young cannot be appointed"),
                basis=limit.basis,
            )


def nobody_is_too_old(roster: Roster) -> Iterator[Finding]:
    """A member has not passed the greatest age the guideline allows, on the day it names."""
    for person, age, limit in ages(roster, roster.law.greatest_age):
        if age > limit.years:
            yield warning(
                "P007",
                person.place("tanggal_lahir"),
                message(
                    "{name} is {age} on {day}, the guideline allows {greatest}",
                    name=person.nama,
                    age=age,
                    day=short_date(limit.day),
                    greatest=limit.years,
                ),
                hint=message("check the birth date; if nobody else applied, waive P007"),
                basis=limit.basis,
            )


def members_finished_secondary_school(roster: Roster) -> Iterator[Finding]:
    """A member of a PPK, PPS or KPPS has finished SMA or a school of its rank.

    Said only by a column of its own, `pendidikan`.
    """
    for person in roster.people if roster.has("pendidikan") else ():
        law, school = roster.law.body(person.badan), str(person.value("pendidikan") or "")
        if law and law.has_chair and _BELOW_SMA.match(comparable(school.replace(".", ""))):
            yield warning(
                "P014",
                person.place("pendidikan"),
                message(
                    '{name} has "{school}", the law asks for SMA or its like',
                    name=person.nama,
                    school=school,
                ),
                hint=message("check the diploma; if nobody else applied, waive P014"),
                basis=roster.law.basis("pendidikan"),
            )


def members_live_where_they_serve(roster: Roster) -> Iterator[Finding]:
    """A member lives in the area where the body works: PPK the kecamatan, all others the village.

    Said only by columns of its own, `kecamatan_domisili` and `desa_domisili`: the columns
    `kecamatan` and `desa` say where a person serves, and a NIK where it was first registered.
    """
    for person, area in living_elsewhere(roster):
        yield warning(
            "P010",
            person.place(f"{area}_domisili"),
            message(
                '{name} lives in "{home}" and serves in "{area}"',
                name=person.nama,
                home=person.value(f"{area}_domisili"),
                area=person.value(area),
            ),
            hint=message("if nobody nearer applied, waive P010 and say so"),
            basis=roster.law.basis("domisili"),
        )


def an_employer_has_one_spelling(roster: Roster) -> Iterator[Finding]:
    """One employer is spelled one way; the letter to it can bear only one name.

    Said once for each other spelling, where it first stands.
    """
    written = Counter(person.instansi for person in roster.people if person.instansi)
    usual = more_usual(written)
    for person in roster.people if usual else ():
        if person.instansi in usual:
            yield warning(
                "P011",
                person.place("instansi"),
                message(
                    'employer "{name}" (rows: {count}) is elsewhere spelled "{usual}"',
                    name=person.instansi,
                    count=written[person.instansi],
                    usual=usual.pop(person.instansi),
                ),
                hint=message("spell it one way; if they are two employers, add where each is"),
            )


def more_usual(written: Counter[str]) -> dict[str, str]:
    """Give the most usual spelling of each employer that is spelled otherwise as well."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, _ in written.most_common():
        spellings[employer_key(name)].append(name)
    return {name: names[0] for key, names in spellings.items() if key for name in names[1:]}


def has_one_nik(first: Participant, other: Participant) -> bool:
    """Whether two rows have one NIK, so that of the NIK it is said that they are double."""
    return bool(first.nik) and first.nik == other.nik


def is_namesake(first: Participant, other: Participant) -> bool:
    """Whether two people have one name, so that it is said that they may be one."""
    return namesake_key(first.nama) == namesake_key(other.nama)


def near_namesakes(roster: Roster) -> Iterator[tuple[Participant, Participant]]:
    """Give those of one village born on one day whose names are a slip apart, in pairs."""
    for together in roster.born_in_one_village:
        seen: dict[str, Participant] = {}
        for person in together:
            name = person_key(person.nama)
            first = next((seen[near] for near in blotted(name) if near in seen), person)
            known_as_one = has_one_nik(first, person) or is_namesake(first, person)
            if is_a_slip(person_key(first.nama), name) and not known_as_one:
                yield first, person
            for near in blotted(name):
                seen.setdefault(near, person)


def is_a_slip(name: str, other: str) -> bool:
    """Whether names so near may be one mistyped: short words and figures are other names.

    >>> is_a_slip("rina lestari", "rini lestari"), is_a_slip("budi a", "budi b")
    (True, False)
    """
    words = set(name.split()) ^ set(other.split())
    return all(word.isalpha() for word in words) and max(map(len, words), default=0) > 3


def living_elsewhere(roster: Roster) -> Iterator[tuple[Participant, str]]:
    """Give everyone who lives outside the area of the body, with the widest area that is left."""
    areas = [area for area in ("kecamatan", "desa") if roster.has(f"{area}_domisili")]
    for person in roster.people if areas else ():
        for area in areas:
            home = bare_place_key(str(person.lain.get(f"{area}_domisili") or ""))
            served = bare_place_key(str(person.value(area)))
            if home and area in SEATS.get(person.badan, ()) and home != served:
                yield person, area
                break


def ages(
    roster: Roster, limit_of: Callable[[str], AgeLimit | None]
) -> Iterator[tuple[Participant, int, AgeLimit]]:
    """Give everyone whose body has an age limit, with the age on the day the limit names."""
    limits = {kind: limit_of(kind) for kind in SEATS}
    for person in roster.people:
        limit = limits.get(person.badan)
        if limit is not None and person.tanggal_lahir is not None:
            yield person, age_on(limit.day, person.tanggal_lahir), limit


def age_on(day: date, born: date) -> int:
    """Count the birthdays a person has had by a day; one born on 29 February has it on 1 March.

    >>> age_on(date(2024, 2, 14), date(1968, 2, 14)), age_on(date(2024, 2, 14), date(1968, 2, 15))
    (56, 55)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
