"""What a PPK, a PPS, a KPPS and the officers of a polling station consist of.

Only bodies that appear are judged: an event that names no officers is about something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from legalgen.columns import PESERTA
from legalgen.findings import Finding, Message, error, message, warning
from legalgen.law import BodyLaw
from legalgen.records import Participant
from legalgen.rules.roster import Roster
from legalgen.rules.seats import SEATS, Body, Village


def a_body_has_its_number_of_members(roster: Roster) -> Iterator[Finding]:
    """A body has as many members as the law says: no fewer, no more."""
    for body, law in miscounted(roster):
        count = len(body.members)
        person = body.first if count < law.size else body.outlier
        yield error(
            "B001",
            person.place(SEATS[body.kind][-1]),
            message(
                "{body} has {count} members, the law says {size}",
                body=roster.body_name(body.first),
                count=count,
                size=law.size,
            ),
            hint=where_to_look(body, law),
            basis=law.basis,
        )


def a_body_has_a_ketua(roster: Roster) -> Iterator[Finding]:
    """Every body has a Ketua.

    Where a member is missing it may be the Ketua; that the body is incomplete is said already.
    """
    for body in roster.bodies if roster.has("jabatan") else ():
        law = roster.law.body(body.kind)
        if law and law.has_chair and not body.chairs and len(body.members) >= law.size:
            yield error(
                "B002",
                body.first.place("jabatan"),
                message("{body} has no Ketua", body=roster.body_name(body.first)),
                hint=message(
                    "enter Ketua for who chairs it; if only others are appointed, waive B002"
                ),
                basis=law.basis,
            )


def three_in_ten_are_women(roster: Roster) -> Iterator[Finding]:
    """Of the members of all bodies of one kind, three in ten at least are women.

    The law asks the office to heed it and voids nothing, so it is said once for each kind.
    """
    share = roster.law.figures.get("keterwakilan_perempuan")
    for kind, sexes in sexes_by_kind(roster).items():
        women, known = sexes["P"], sexes["P"] + sexes["L"]
        if share and women < Decimal(str(share.value)) * known:
            yield warning(
                "B003",
                roster.event.sheets[PESERTA].header_place("jenis_kelamin"),
                message(
                    "{women} of {all} members of {kind} are women, fewer than {share:.0%}",
                    women=women,
                    all=known,
                    kind=kind,
                    share=share.value,
                ),
                hint=message("the law asks to heed it; no document is stopped"),
                basis=share.source,
            )


def everyone_sits_in_a_body(roster: Roster) -> Iterator[Finding]:
    """Each row says in which body the person sits and where that is; else no decree names them."""
    for person, column in unseated(roster):
        yield error(
            "B004",
            person.place(column),
            message(
                "{name} sits in no body: {column} is not given", name=person.nama, column=column
            ),
            hint=message("fill the cell, or no decree will name this person"),
        )


def polling_stations_have_no_gap(roster: Roster) -> Iterator[Finding]:
    """The polling stations of a village are numbered from 1 upwards, none left out.

    Those at special places (a prison, a boarding school) have a series of their own, not counted.
    """
    for first, last, beside in gaps(roster):
        yield error(
            "B005",
            beside.place("tps"),
            message(
                "nobody is entered for {kind} TPS {numbers} {village}",
                kind=beside.badan,
                numbers=numbers(first, last),
                village=roster.village_name(beside),
            ),
            hint=message("look for lost rows or a mistyped number; if it was closed, waive B005"),
        )


def a_polling_station_has_its_own_number(roster: Roster) -> Iterator[Finding]:
    """No two polling stations of a village have one number."""
    for body in roster.bodies:
        if is_doubled(roster, body):
            yield error(
                "B006",
                body.chairs[1].place("tps"),
                message(
                    "{body} is entered {times} times",
                    body=roster.body_name(body.first),
                    times=len(body.chairs),
                ),
                hint=message("two polling stations have one number, or rows are pasted twice"),
                related=[body.chairs[0].place("tps")],
            )


def a_body_has_no_second_ketua(roster: Roster) -> Iterator[Finding]:
    """No body has more than one Ketua."""
    for body in roster.bodies:
        law = roster.law.body(body.kind)
        for second in body.chairs[1:]:
            if law and law.has_chair and not is_doubled(roster, body):
                yield error(
                    "B007",
                    second.place("jabatan"),
                    message(
                        "{body} has a second Ketua, {name}",
                        body=roster.body_name(second),
                        name=second.nama,
                    ),
                    hint=message("leave one Ketua; the others are Anggota"),
                    basis=law.basis,
                    related=[body.chairs[0].place("jabatan")],
                )


def miscounted(roster: Roster) -> Iterator[tuple[Body, BodyLaw]]:
    """Give the bodies with too few or too many members, each with its law.

    What another finding says already is left out: a TPS entered twice, and a body that lacks no
    one but the rows among its own whose village is wrong.
    """
    for body in roster.bodies:
        law, count = roster.law.body(body.kind), len(body.members)
        if law is None or count == law.size or is_doubled(roster, body):
            continue
        if count > law.size or count + roster.strays_beside(body) < law.size:
            yield body, law


def where_to_look(body: Body, law: BodyLaw) -> Message:
    """Say where the member may be who lacks, or whose the row is that is too much."""
    if len(body.members) > law.size:
        return message("look for a row that belongs elsewhere or is entered twice")
    return message(
        "look for a lost row or a mistyped {seat}; if only a replacement is appointed, waive B001",
        seat=", ".join(SEATS[body.kind]),
    )


def unseated(roster: Roster) -> Iterator[tuple[Participant, str]]:
    """Give everyone whose row does not name a whole seat, with the first column that lacks."""
    for together in roster.seats if roster.has("badan") else ():
        seat = SEATS.get(together[0].badan, ("badan",))
        lacking = [name for name in seat if not getattr(together[0], name) and roster.has(name)]
        for person in together if lacking else ():
            yield person, lacking[0]


def gaps(roster: Roster) -> Iterator[tuple[int, int, Participant]]:
    """Give the first and last number of each gap, with the member beside it.

    The last polling station of a village is the last that any kind of body sits at.
    """
    for kinds in stations(roster).values():
        last = max(max(bodies) for bodies in kinds.values())
        for bodies in kinds.values():
            for before, after in pairwise([0, *sorted(bodies), last + 1]):
                if after > before + 1:
                    yield before + 1, after - 1, (bodies.get(after) or bodies[before]).first


def numbers(first: int, last: int) -> Message | str:
    """Say which polling stations, one or several in a row."""
    if first == last:
        return f"{first:03}"
    return message("{first:03d} to {last:03d}", first=first, last=last)


def sexes_by_kind(roster: Roster) -> Mapping[str, Counter[str]]:
    """Count the sexes in all bodies of each kind that the duty to heed women is about."""
    sexes: dict[str, Counter[str]] = defaultdict(Counter)
    for body in roster.bodies:
        law = roster.law.body(body.kind)
        if law and law.has_chair:  # officers of a polling station are no electoral body
            sexes[body.kind].update(member.jenis_kelamin for member in body.members)
    return sexes


def is_doubled(roster: Roster, body: Body) -> bool:
    """Whether several whole bodies, each with its Ketua, share the number of one TPS."""
    law = roster.law.body(body.kind)
    times = len(body.chairs)
    return (
        law is not None
        and times > 1
        and body.tps is not None
        and (len(body.members) == times * law.size)
    )


def stations(roster: Roster) -> Mapping[Village, Mapping[str, Mapping[int, Body]]]:
    """Give each village's bodies at ordinary polling stations, by kind and by number."""
    villages: dict[Village, dict[str, dict[int, Body]]] = defaultdict(lambda: defaultdict(dict))
    special = roster.law.figures.get("tps_lokasi_khusus")
    for body in roster.bodies:
        if body.tps and (special is None or body.tps < int(str(special.value))):
            villages[body.village][body.kind][body.tps] = body
    return villages
