"""Which people make one document together, and in what order it lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import partial
from itertools import compress
from typing import TypeAlias, TypeVar

from legalgen.columns import BODIES, POSITIONS, matching_key
from legalgen.names import employer_key
from legalgen.products import ANY_VALUE, Product
from legalgen.records import Appointment, Event, Participant, Value
from legalgen.spelling import place_key

T = TypeVar("T")
Seat: TypeAlias = tuple[str, str]  # keys of the names of kecamatan and desa


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one document in the order it lists them, and what they were gathered by.

    `appointment` is that of their village or kecamatan, where the product prints one.
    """

    values: Mapping[str, Value]
    people: tuple[Participant, ...]
    appointment: Appointment | None


def people_for(product: Product, event: Event) -> list[Participant]:
    """Take the rows that the product's `where` names."""
    people = list(event.peserta)
    for column, choices in product.where.items():
        chosen = _reduced(column, people, partial(_is_chosen, choices))
        people = list(compress(people, chosen))
    return people


def _is_chosen(choices: Sequence[str], _column: str, value: Value) -> bool:
    if value is None or value == "":
        return False
    chosen = map(matching_key, choices)
    return tuple(choices) == (ANY_VALUE,) or matching_key(str(value)) in chosen


def groups(product: Product, event: Event, people: Sequence[Participant]) -> Iterator[Group]:
    """Gather the people of each document, in the order their first row stands in the sheet."""
    keys = [_reduced(column, people, _same) for column in product.group_by]
    gathered: dict[tuple[str, ...], list[Participant]] = {}
    for person, *key in zip(people, *keys, strict=True):
        gathered.setdefault(tuple(key), []).append(person)
    appointments = appointments_by_seat(event) if product.needs_penetapan else {}
    for members in gathered.values():
        if len(members) > 1:
            members.sort(key=partial(_ranks, product.sort_by))
        yield Group(
            values={column: _usual(members, column) for column in product.group_by},
            people=tuple(members),
            appointment=appointment_of(members[0], appointments),
        )


def appointments_by_seat(event: Event) -> dict[Seat, Appointment]:
    """Give each appointment by the village, or where it names none the kecamatan, it is for."""
    return {seat_of(item): item for item in event.penetapan}


def appointment_of(
    person: Participant, appointments: Mapping[Seat, Appointment]
) -> Appointment | None:
    """Give the appointment of a person's village, or else of the kecamatan."""
    if not appointments:
        return None
    seat = seat_of(person)
    return appointments.get(seat) or appointments.get((seat[0], ""))


def _reduced(
    column: str, people: Sequence[Participant], reduce: Callable[[str, Value], T]
) -> list[T]:
    """Reduce a column's values, each distinct one once: thousands of rows name a few villages."""
    values = list(map(Participant.reader(column), people))
    reduced = {value: reduce(column, value) for value in set(values)}
    return [reduced[value] for value in values]


def seat_of(record: Participant | Appointment) -> Seat:
    """Name the village or kecamatan a row is about, whichever way it is spelled."""
    return _same("kecamatan", record.kecamatan), _same("desa", record.desa)


def _same(column: str, value: Value) -> str:
    """Reduce a value to what makes two spellings of it one."""
    text = "" if value is None else str(value)
    if column in ("kecamatan", "desa"):
        return place_key(text)
    return employer_key(text) if column == "instansi" else " ".join(text.casefold().split())


def _usual(members: Sequence[Participant], column: str) -> Value:
    """Take the spelling that most of the rows have, the first where they are level."""
    if len(members) == 1:
        return members[0].value(column)
    return Counter(person.value(column) for person in members).most_common(1)[0][0]


_ORDERS: Mapping[str, Sequence[str]] = {
    "jabatan": tuple(dict.fromkeys(POSITIONS.values())),
    "badan": tuple(dict.fromkeys(BODIES.values())),
}
_LAST = 1 << 40


def _ranks(columns: Sequence[str], person: Participant) -> list[tuple[int | Decimal, str]]:
    return [_rank(column, person.value(column)) for column in columns]


def _rank(column: str, value: Value) -> tuple[int | Decimal, str]:
    """Order values as people expect: offices by rank, numbers by size, blanks last."""
    if value is None or value == "":
        return _LAST, ""
    if isinstance(value, int | Decimal):
        return value, ""
    if isinstance(value, date | time):
        return 0, value.isoformat()
    order = _ORDERS.get(column, ())
    text = str(value)
    return (order.index(text) if text in order else len(order)), text.casefold()
