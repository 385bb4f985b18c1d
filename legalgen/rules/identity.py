"""What a NIK must be, and what it says of the person who bears it.

A NIK is PPKKCC DDMMYY SSSS: where it was first registered, the birth date with forty added to the
day for a woman, and a serial number. The first part says nothing of where a person lives now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from legalgen.dates import short_date
from legalgen.findings import Finding, error, mask, message, warning
from legalgen.records import Participant
from legalgen.rules.roster import SEATS, Roster, is_nik, repeated
from legalgen.spelling import comparable

# Dukcapil's rules hold in every election, so they are no part of an election's profile.
UNIQUE = "UU 23/2006 Pasal 13, UU 24/2013 Pasal 1 angka 12"
COMPOSED = "PP 37/2007 Pasal 37"
FOR_A_WOMAN = 40


def nik_has_sixteen_digits(roster: Roster) -> Iterator[Finding]:
    """Every NIK is sixteen digits, nothing more and nothing less."""
    for person in roster.people:
        if person.nik and not is_nik(person.nik):
            yield error(
                "P001",
                person.place("nik"),
                message(
                    'NIK "{nik}" has {length} characters where sixteen digits are required',
                    nik=mask(person.nik),
                    length=len(person.nik),
                ),
                hint=message("copy the sixteen digits from the KTP into a cell formatted as Text"),
                basis=COMPOSED,
            )


def nik_is_used_once(roster: Roster) -> Iterator[Finding]:
    """A NIK belongs to one person, so it stands in one row."""
    for first, *others in repeated(roster.by_nik):
        for person in others:
            if not serves_twice(first, person):
                yield error(
                    "P002",
                    person.place("nik"),
                    message(
                        'NIK "{nik}" is already used by {name}',
                        nik=mask(person.nik),
                        name=first.nama,
                    ),
                    hint=message("one person is entered twice, or one of the NIK is mistyped"),
                    basis=UNIQUE,
                    related=[first.place("nik")],
                )


def nobody_serves_in_two_bodies(roster: Roster) -> Iterator[Finding]:
    """Nobody is a member of two bodies, nor of the same body at two polling stations."""
    for first, *others in repeated(roster.by_nik):
        for person in others:
            if serves_twice(first, person):
                yield error(
                    "P004",
                    person.place("nik"),
                    message(
                        '{name} with NIK "{nik}" already serves in {body}',
                        name=person.nama,
                        nik=mask(person.nik),
                        body=roster.body_name(first),
                    ),
                    hint=message("keep the person in one body, and fill the other place anew"),
                    basis=roster.law.basis("rangkap"),
                    related=[first.place("nik")],
                )


def serial_number_begins_at_one(roster: Roster) -> Iterator[Finding]:
    """The serial number of a NIK begins at 0001; 0000 was never issued.

    Excel keeps fifteen digits of a number and turns the sixteenth to 0, so a NIK that was ever a
    number mostly ends like this.
    """
    for person in roster.people:
        if is_nik(person.nik) and person.nik.endswith("0000"):
            yield error(
                "P005",
                person.place("nik"),
                message('NIK "{nik}" ends in 0000, which is never issued', nik=mask(person.nik)),
                hint=message(
                    "Excel turned the last digit to 0: format the column as Text and copy the NIK"
                    " from its source again"
                ),
                basis=COMPOSED,
            )


def nik_says_the_birth_date(roster: Roster) -> Iterator[Finding]:
    """The second six digits of a NIK are the birth date, a woman's day forty higher.

    A NIK issued with a wrong date is never corrected, so this is for a person to look at.
    """
    for person in roster.people:
        born = person.tanggal_lahir
        if born and is_nik(person.nik) and birth_digits(person.nik) != as_digits(born):
            yield warning(
                "P008",
                person.place("nik"),
                message(
                    'NIK "{nik}" says born {said}, the birth date says {born}',
                    nik=mask(person.nik),
                    said="-".join(re.findall("..", birth_digits(person.nik))),
                    born=short_date(born),
                ),
                hint=message("compare both with the KTP; if it says the same, waive P008"),
                basis=COMPOSED,
                related=[person.place("tanggal_lahir")],
            )


def nik_says_the_sex(roster: Roster) -> Iterator[Finding]:
    """The day in the NIK is forty higher for a woman, and only for a woman."""
    for person in roster.people:
        if not is_nik(person.nik) or not person.jenis_kelamin:
            continue
        said = "P" if int(person.nik[6:8]) > FOR_A_WOMAN else "L"
        if said != person.jenis_kelamin:
            yield warning(
                "P009",
                person.place("jenis_kelamin"),
                message(
                    'NIK "{nik}" says {said}, the column says {written}',
                    nik=mask(person.nik),
                    said=said,
                    written=person.jenis_kelamin,
                ),
                hint=message("compare both with the KTP; if it says the same, waive P009"),
                basis=COMPOSED,
                related=[person.place("nik")],
            )


def birth_digits(nik: str) -> str:
    """Give the birth date a NIK says, as DDMMYY, without the forty of a woman.

    >>> birth_digits("3303995505900001")
    '150590'
    """
    day = int(nik[6:8])
    return f"{day - FOR_A_WOMAN if day > FOR_A_WOMAN else day:02}{nik[8:12]}"


def as_digits(day: date) -> str:
    """Write a date as a NIK does, DDMMYY; strftime takes four times as long.

    >>> as_digits(date(1990, 5, 15))
    '150590'
    """
    return f"{day.day:02}{day.month:02}{day.year % 100:02}"


def serves_twice(first: Participant, other: Participant) -> bool:
    """Whether two rows with one NIK are one person, entered for two bodies."""
    return comparable(first.nama) == comparable(other.nama) and seat(first) != seat(other)


def seat(person: Participant) -> tuple[str, ...]:
    """Name the body a row puts a person in, for comparing."""
    places = (str(getattr(person, column)) for column in SEATS.get(person.badan, ()))
    return (person.badan, *map(comparable, places))
