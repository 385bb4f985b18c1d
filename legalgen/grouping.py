"""Which people make one document together, and in what order it lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from legalgen.columns import BODIES, POSITIONS, matching_key
from legalgen.names import employer_key
from legalgen.products import ANY_VALUE, Product
from legalgen.records import Appointment, Event, Participant, Value
from legalgen.spelling import place_key


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
    accepted = {
        column: None if choices == (ANY_VALUE,) else {matching_key(choice) for choice in choices}
        for column, choices in product.where.items()
    }
    return [person for person in event.peserta if _accepts(accepted, person)]


def _accepts(accepted: Mapping[str, set[str] | None], person: Participant) -> bool:
    for column, choices in accepted.items():
        value = person.value(column)
        if value is None or value == "":
            return False
        if choices is not None and matching_key(str(value)) not in choices:
            return False
    return True


def groups(product: Product, event: Event, people: Sequence[Participant]) -> Iterator[Group]:
    """Gather the people of each document, in the order their first row stands in the sheet."""
    gathered: dict[tuple[str, ...], list[Participant]] = {}
    for person in people:
        key = tuple(_same(column, person.value(column)) for column in product.group_by)
        gathered.setdefault(key, []).append(person)
    appointments = {_seat(item): item for item in event.penetapan}
    for members in gathered.values():
        members.sort(
            key=lambda person: [_rank(name, person.value(name)) for name in product.sort_by]
        )
        yield Group(
            values={column: _usual(members, column) for column in product.group_by},
            people=tuple(members),
            appointment=appointments.get(_seat(members[0])) if product.needs_penetapan else None,
        )


def _seat(record: Participant | Appointment) -> tuple[str, str]:
    return _same("kecamatan", record.kecamatan), _same("desa", record.desa)


def _same(column: str, value: Value) -> str:
    """Reduce a value to what makes two spellings of it one."""
    text = "" if value is None else str(value)
    if column in ("kecamatan", "desa"):
        return place_key(text)
    return employer_key(text) if column == "instansi" else " ".join(text.casefold().split())


def _usual(members: Sequence[Participant], column: str) -> Value:
    """Take the spelling that most of the rows have, the first where they are level."""
    return Counter(person.value(column) for person in members).most_common(1)[0][0]


_ORDERS: Mapping[str, Sequence[str]] = {
    "jabatan": tuple(dict.fromkeys(POSITIONS.values())),
    "badan": tuple(dict.fromkeys(BODIES.values())),
}
_LAST = 1 << 40


def _rank(column: str, value: Value) -> tuple[int, str]:
    """Order values as people expect: offices by rank, numbers by size, blanks last."""
    if value is None or value == "":
        return _LAST, ""
    if isinstance(value, int):
        return value, ""
    if isinstance(value, date | time):
        return 0, value.isoformat()
    order = _ORDERS.get(column, ())
    text = str(value)
    return (order.index(text) if text in order else len(order)), text.casefold()
