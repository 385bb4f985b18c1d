"""Who may serve: once, of age, living where they serve; and where they work."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from legalgen.dates import short_date
from legalgen.findings import Finding, error, message, warning
from legalgen.law import AgeLimit
from legalgen.names import employer_key
from legalgen.records import Participant
from legalgen.rules.roster import SEATS, Roster, repeated
from legalgen.spelling import comparable


def nobody_is_entered_twice(roster: Roster) -> Iterator[Finding]:
    """Two rows with one name and one birth date are one person, unless someone says otherwise.

    Namesakes born on one day exist, so this is for a person to look at.
    """
    for first, *others in repeated(roster.by_name_and_birth):
        for person in others:
            if not person.nik or person.nik != first.nik:
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


def members_live_where_they_serve(roster: Roster) -> Iterator[Finding]:
    """A member lives in the area where the body works: PPK the kecamatan, all others the village.

    Said only by columns of its own, `kecamatan_domisili` and `desa_domisili`: the columns
    `kecamatan` and `desa` say where a person serves, and a NIK where it was first registered.
    """
    for person in roster.people:
        for area in SEATS.get(person.badan, ()):
            home = person.lain.get(f"{area}_domisili")
            if home and comparable(str(home)) != comparable(str(getattr(person, area))):
                yield warning(
                    "P010",
                    person.place(f"{area}_domisili"),
                    message(
                        '{name} lives in "{home}" and serves in "{area}"',
                        name=person.nama,
                        home=home,
                        area=getattr(person, area),
                    ),
                    hint=message("if nobody nearer applied, waive P010 and say so"),
                    basis=roster.law.basis("domisili"),
                )
                break


def an_employer_has_one_spelling(roster: Roster) -> Iterator[Finding]:
    """One employer is spelled one way; the letter to it can bear only one name.

    Said once for each other spelling, where it first stands.
    """
    written = Counter(person.instansi for person in roster.people if person.instansi)
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, _ in written.most_common():
        spellings[employer_key(name)].append(name)
    usual = {name: names[0] for key, names in spellings.items() if key for name in names[1:]}
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
                hint=message("spell it one way; if they are two employers, waive P011"),
            )


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
