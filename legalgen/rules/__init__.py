"""The rules an event is held to: each a function that reads as the law does, all in one tuple.

A rule takes the roster and gives findings. It stops nothing, changes nothing and knows no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from legalgen.findings import Finding
from legalgen.law import Law
from legalgen.law.regency import load_regency
from legalgen.records import Event
from legalgen.rules import appointments, bodies, identity, people, regions
from legalgen.rules.roster import Roster
from legalgen.rules.waivers import Waived, waive

Rule: TypeAlias = Callable[[Roster], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    identity.nik_has_sixteen_digits,  # P001
    identity.nik_is_used_once,  # P002
    people.nobody_is_entered_twice,  # P003
    identity.nobody_serves_in_two_bodies,  # P004
    identity.serial_number_begins_at_one,  # P005
    people.everyone_is_old_enough,  # P006
    people.nobody_is_too_old,  # P007
    identity.nik_says_the_birth_date,  # P008
    identity.nik_says_the_sex,  # P009
    people.members_live_where_they_serve,  # P010
    people.an_employer_has_one_spelling,  # P011
    people.nobody_is_entered_under_two_spellings,  # P012
    identity.a_nip_has_eighteen_digits,  # P013
    people.members_finished_secondary_school,  # P014
    bodies.a_body_has_its_number_of_members,  # B001
    bodies.a_body_has_a_ketua,  # B002
    bodies.three_in_ten_are_women,  # B003
    bodies.everyone_sits_in_a_body,  # B004
    bodies.polling_stations_have_no_gap,  # B005
    bodies.a_polling_station_has_its_own_number,  # B006
    bodies.a_body_has_no_second_ketua,  # B007
    regions.the_kecamatan_is_of_this_regency,  # R001
    regions.the_village_is_of_its_kecamatan,  # R002
    regions.a_place_has_one_spelling,  # R003
    regions.place_names_can_be_checked,  # R004
    appointments.the_decree_comes_before_the_installation,  # A001
    appointments.the_installation_comes_before_the_term,  # A002
    appointments.the_dates_are_those_of_this_election,  # A003
    appointments.an_appointment_appoints_someone,  # A004
    appointments.everyone_has_an_appointment,  # A005
    appointments.a_number_is_given_once,  # A006
    appointments.a_village_is_appointed_once,  # A007
    appointments.the_decree_is_of_the_day_scheduled,  # A008
    appointments.the_event_ends_after_it_begins,  # A009
)


def check_rules(event: Event, law: Law) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Hold an event to every rule, then apply its waivers: what was found, and what was waived."""
    regency = load_regency(str(event.kegiatan.get("kode_wilayah") or ""))
    roster = Roster(event, law.profile, regency)
    return waive((finding for rule in RULES for finding in rule(roster)), event)
