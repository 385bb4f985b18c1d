"""What a NIK and a NIP must be, that each is one person's, and what they say of that person."""

from __future__ import annotations

from collections.abc import Iterator

from legalgen.findings import Finding, Place, error, mask, message, warning
from legalgen.names import namesake_key
from legalgen.records import Participant
from legalgen.rules.digits import fault_of_birth, fault_of_nik, fault_of_nip, is_nik, sex_said
from legalgen.rules.roster import Roster
from legalgen.rules.seats import SEATS
from legalgen.spelling import comparable

# Dukcapil's rules hold in every election, so they are no part of an election's profile.
UNIQUE = "UU 23/2006 Pasal 13, UU 24/2013 Pasal 1 angka 12"
COMPOSED = "PP 37/2007 Pasal 37, diganti dengan PP 40/2019"


def nik_has_sixteen_digits(roster: Roster) -> Iterator[Finding]:
    """Every NIK is sixteen digits, nothing more and nothing less."""
    for person in roster.people:
        if person.nik and not is_nik(person.nik):
            yield error(
                "P001",
                person.place("nik"),
                fault_of_nik(person.nik),
                hint=message("copy the sixteen digits from the KTP into a cell formatted as Text"),
                basis=COMPOSED,
            )


def nik_is_used_once(roster: Roster) -> Iterator[Finding]:
    """A NIK belongs to one person, so it stands in one row."""
    for first, person in roster.sharing_a_nik:
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
    for first, person in roster.sharing_a_nik:
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
    for person in roster.with_nik:
        if person.nik.endswith("0000"):
            yield error(
                "P005",
                person.place("nik"),
                message('NIK "{nik}" ends in 0000, which is never issued', nik=mask(person.nik)),
                hint=message(
                    "Excel may have turned the last digit to 0: format the column as Text, and copy"
                    " the NIK from its source again"
                ),
                basis=COMPOSED,
            )


def nik_says_the_birth_date(roster: Roster) -> Iterator[Finding]:
    """The second six digits of a NIK are the birth date, a woman's day forty higher.

    A NIK issued with a wrong date is never corrected, so this is for a person to look at.
    """
    for person in roster.with_nik:
        if fault := fault_of_birth(person.nik, person.tanggal_lahir):
            yield warning(
                "P008",
                person.place("nik"),
                fault,
                hint=message("compare both with the KTP; if it says the same, waive P008"),
                basis=COMPOSED,
                related=[person.place("tanggal_lahir")],
            )


def nik_says_the_sex(roster: Roster) -> Iterator[Finding]:
    """The day in the NIK is forty higher for a woman, and only for a woman."""
    for person in roster.with_nik:
        said = sex_said(person.nik)
        if said and person.jenis_kelamin and said != person.jenis_kelamin:
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


def a_nip_has_eighteen_digits(roster: Roster) -> Iterator[Finding]:
    """A NIP is eighteen digits: birth date, month of appointment, sex, serial number.

    The month is left alone: the numbers of PPPK are composed otherwise in the middle.
    """
    for nip, place in nips(roster):
        if fault := fault_of_nip("".join(nip.split())):
            yield warning(
                "P013",
                place,
                fault,
                hint=message(
                    "copy it as Text from the decree of appointment; no document is stopped"
                ),
            )


def nips(roster: Roster) -> Iterator[tuple[str, Place]]:
    """Give every NIP of the event with its place: of the office's people, and of participants."""
    for key, value in roster.event.kegiatan.items():
        if key.split("_")[0] == "nip" and value:
            yield str(value), roster.event.places[key]
    for person in roster.people if roster.has("nip") else ():
        if person.lain.get("nip"):
            yield str(person.lain["nip"]), person.place("nip")


def serves_twice(first: Participant, other: Participant) -> bool:
    """Whether two rows with one NIK are one person, entered for two bodies."""
    same_name = namesake_key(first.nama) == namesake_key(other.nama)
    return same_name and seat(first) != seat(other)


def seat(person: Participant) -> tuple[str, ...]:
    """Name the body a row puts a person in, for comparing."""
    places = (str(getattr(person, column)) for column in SEATS.get(person.badan, ()))
    return (person.badan, *map(comparable, places))
