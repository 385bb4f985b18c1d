"""Appointments: their dates in order and within the law's, their numbers, and whom they appoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from legalgen.dates import short_date
from legalgen.findings import Finding, error, message, warning
from legalgen.law import Figure
from legalgen.records import Appointment, Participant
from legalgen.rules.roster import Roster
from legalgen.rules.seats import AT_POLLING_STATIONS


def the_decree_comes_before_the_installation(roster: Roster) -> Iterator[Finding]:
    """A member is installed on the day of the decree or after it, never before."""
    for row in roster.event.penetapan:
        decided, installed = row.tanggal_penetapan, row.tanggal_pelantikan
        if decided and installed and decided > installed:
            yield error(
                "A001",
                row.place("tanggal_pelantikan"),
                message(
                    "installed on {installed}, before the decree of {decided}",
                    installed=short_date(installed),
                    decided=short_date(decided),
                ),
                hint=message("one of the two dates is mistyped"),
                related=[row.place("tanggal_penetapan")],
            )


def the_installation_comes_before_the_term(roster: Roster) -> Iterator[Finding]:
    """A member is installed before the term of the body begins, or on the day it does."""
    for row, kind in appointed(roster):
        start = roster.law.figures.get(f"masa_kerja.{kind}.mulai")
        installed = row.tanggal_pelantikan
        if start and installed and installed > day_of(start):
            yield error(
                "A002",
                row.place("tanggal_pelantikan"),
                message(
                    "installed on {installed}; the term of the {kind} begins on {start}",
                    installed=short_date(installed),
                    kind=kind,
                    start=short_date(day_of(start)),
                ),
                hint=message("check the date; for a member who replaces another, waive A002"),
                basis=start.source,
            )


def the_dates_are_those_of_this_election(roster: Roster) -> Iterator[Finding]:
    """No decree is older than the decision that set its day, or younger than the term's end."""
    for row, kind in appointed(roster):
        scheduled = roster.law.figures.get(f"penetapan.{kind}")
        end = roster.law.figures.get(f"masa_kerja.{kind}.selesai")
        for column in ("tanggal_penetapan", "tanggal_pelantikan"):
            day = getattr(row, column)
            if scheduled and end and day and not scheduled.effective <= day <= day_of(end):
                yield error(
                    "A003",
                    row.place(column),
                    message(
                        "{day} is outside {first} to {last}, when the profile {profile} has a"
                        " {kind} appointed",
                        day=short_date(day),
                        first=short_date(scheduled.effective),
                        last=short_date(day_of(end)),
                        profile=roster.law.name,
                        kind=kind,
                    ),
                    hint=message("check year and month, and the profile in the sheet kegiatan"),
                    basis=end.source,
                )


def the_decree_is_of_the_day_scheduled(roster: Roster) -> Iterator[Finding]:
    """A decree bears the day the schedule gives; who is later appointed bears a later one."""
    for row, kind in appointed(roster):
        scheduled = roster.law.figures.get(f"penetapan.{kind}")
        decided = row.tanggal_penetapan
        if scheduled and decided and decided != scheduled.value:
            yield warning(
                "A008",
                row.place("tanggal_penetapan"),
                message(
                    "decree of {decided}; the schedule says {day} for the {kind}",
                    decided=short_date(decided),
                    day=short_date(day_of(scheduled)),
                    kind=kind,
                ),
                hint=message("check the date; if it is right, waive A008 and say why"),
                basis=scheduled.source,
            )


def the_event_ends_after_it_begins(roster: Roster) -> Iterator[Finding]:
    """An event ends on the day it begins, or later."""
    for key, first in roster.event.kegiatan.items():
        other = key.replace("mulai", "selesai")
        last = roster.event.kegiatan.get(other)
        if other != key and isinstance(first, date) and isinstance(last, date) and last < first:
            yield error(
                "A009",
                roster.event.places[other],
                message(
                    "{key} is {last}, before {other}, {first}",
                    key=other,
                    last=short_date(last),
                    other=key,
                    first=short_date(first),
                ),
                hint=message("one of the two dates is mistyped"),
                related=[roster.event.places[key]],
            )


def an_appointment_appoints_someone(roster: Roster) -> Iterator[Finding]:
    """Each appointment has people to appoint."""
    for row in roster.event.penetapan:
        if roster.people and not roster.kinds_appointed(row):
            yield warning(
                "A004",
                row.place("desa" if row.desa else "kecamatan"),
                message("nobody is entered for {place}", place=roster.place_name(row)),
                hint=message("enter its people, or delete the row; no decree is made of it"),
            )


def everyone_has_an_appointment(roster: Roster) -> Iterator[Finding]:
    """Where there are appointments, the PPS of every village with a KPPS has made one."""
    for person in undecided(roster):
        yield error(
            "A005",
            person.place("desa"),
            message("the sheet penetapan has no row for {place}", place=roster.place_name(person)),
            hint=message("add the row with number and dates, or mend the village's name"),
        )


def a_number_is_given_once(roster: Roster) -> Iterator[Finding]:
    """No two decrees of an event have the same number, and no two minutes."""
    for column in ("nomor", "nomor_ba"):
        taken: dict[str, Appointment] = {}
        for row in roster.event.penetapan:
            number = str(row.value(column) or "")
            first = taken.setdefault("".join(number.casefold().split()), row)
            if number and first is not row:
                yield error(
                    "A006",
                    row.place(column),
                    message('number "{number}" is already used', number=number),
                    hint=message("correct it; if each PPS counts from 1, waive A006 in each row"),
                    related=[first.place(column)],
                )


def a_village_is_appointed_once(roster: Roster) -> Iterator[Finding]:
    """A village has one appointment."""
    taken: dict[object, Appointment] = {}
    for row in roster.event.penetapan:
        first = taken.setdefault(roster.village_of(row), row)
        if first is not row:
            yield error(
                "A007",
                row.place("desa" if row.desa else "kecamatan"),
                message("{place} has a row already", place=roster.place_name(row)),
                hint=message("keep one row for each village"),
                related=[first.place("desa")],
            )


def appointed(roster: Roster) -> Iterator[tuple[Appointment, str]]:
    """Give each appointment with each kind of body that has people there."""
    for row in roster.event.penetapan:
        for kind in roster.kinds_appointed(row):
            yield row, kind


def undecided(roster: Roster) -> Iterable[Participant]:
    """Give the first member in each village that has people at polling stations and no decree."""
    decided = {roster.village_of(row) for row in roster.event.penetapan}
    firsts = {
        body.village: body.first
        for body in reversed(roster.bodies)
        if decided and body.kind in AT_POLLING_STATIONS
    }
    return [
        person
        for (kecamatan, desa), person in reversed(firsts.items())
        if not decided & {(kecamatan, desa), (kecamatan, "")}
    ]


def day_of(figure: Figure) -> date:
    """Take the day that a figure is."""
    if not isinstance(figure.value, date):
        raise TypeError(f"the law's figure of {figure.source} is no day")
    return figure.value
