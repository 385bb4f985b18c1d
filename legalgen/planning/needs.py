"""What a product needs of an event: which products an event serves, and what is lacking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA, columns_of
from legalgen.findings import CellPlace, Finding, Message, Severity, error, message, warning
from legalgen.planning.grouping import appointment_of, appointments_by_seat, people_for, seat_of
from legalgen.products import Product
from legalgen.records import Appointment, Event, Participant, Value
from legalgen.spelling import nearest

R = TypeVar("R", Participant, Appointment)

# The day of a letter is that of the decree it goes with, or of the event, unless it has its own.
STAND_INS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"tanggal_surat": ("tanggal_keputusan", "tanggal_mulai")}
)


def serve(
    event: Event, products: Sequence[Product], *, by_name: bool
) -> tuple[list[Product], list[Finding]]:
    """Choose the products that the event can serve, and find what is lacking for them.

    `by_name` says that the user named the products: then one that cannot be made is an error;
    else it is not meant for this event, which is said where rows are there for it.
    """
    served: list[Product] = []
    findings: dict[object, Finding] = {}  # one for each place: the products need the same cells
    for product in products:
        people = people_for(product, event)
        lacking = list(_missing(product, event))
        if people and not lacking:
            served.append(product)
            found: Iterable[Finding] = _incomplete(product, event, people)
        else:
            found = _not_made(product, lacking, people_found=bool(people), by_name=by_name)
        for finding in found:
            findings.setdefault((finding.code, finding.place, finding.message), finding)
    if not served:  # then nothing at all is made, which is what the user asked for
        return [], [replace(finding, severity=Severity.ERROR) for finding in findings.values()]
    return served, list(findings.values())


def given_key(event: Event, key: str) -> str | None:
    """Name the key of `kegiatan` that gives a value for `key`: itself, else its stand-in."""
    keys = (key, *STAND_INS.get(key, ()))
    return next((name for name in keys if event.kegiatan.get(name) not in (None, "")), None)


def _missing(product: Product, event: Event) -> Iterator[Finding]:
    """Find the sheets, columns and keys that the product needs and the event does not have."""
    for sheet, needed in ((PESERTA, _named(product)), (PENETAPAN, product.needs_penetapan)):
        table = event.sheets.get(sheet)
        for column in needed:
            if table is None:
                yield error(
                    "D004",
                    CellPlace(event.source),
                    message("{product} needs the sheet {sheet}", product=product.name, sheet=sheet),
                    hint=message("add the sheet, with the column {column}", column=column),
                )
                break
            if column not in table.columns:
                yield error(
                    "D004",
                    CellPlace(table.file, table.sheet, str(table.header_row)),
                    message(
                        "{product} needs the column {column}", column=column, product=product.name
                    ),
                    hint=_how_to_give(column, sheet, table.columns),
                )
    for key in product.needs_kegiatan:
        if given_key(event, key) is None:
            yield error(
                "D006",
                event.places.get(key, event.kegiatan_place),
                message("{product} needs a value for {key}", key=key, product=product.name),
                hint=message(
                    "write {key} and its value in the sheet {sheet}", key=key, sheet=KEGIATAN
                ),
            )


def _named(product: Product) -> Iterator[str]:
    """List the columns of people that a product prints, or chooses, gathers or sorts them by.

    To sort by a column of ours that the office has no use for changes nothing.
    """
    known = columns_of(PESERTA)
    sorting = (column for column in product.sort_by if column not in known)
    return iter(dict.fromkeys((*product.needs, *product.where, *product.group_by, *sorting)))


def _how_to_give(column: str, sheet: str, there: Iterable[str]) -> Message:
    """Say what to do about a column that is not there, or that a TOML misspells."""
    if near := get_close_matches(column.lower(), there, 1, 0.7):
        return message(
            "did you mean {near}? If not, add the column to the sheet {sheet} and fill it",
            near=near[0],
            sheet=sheet,
        )
    return message("add the column to the sheet {sheet} and fill it", sheet=sheet)


def _not_made(
    product: Product, lacking: Sequence[Finding], *, people_found: bool, by_name: bool
) -> Iterator[Finding]:
    if by_name:
        yield from lacking
        if not people_found:
            yield error(
                "D011",
                product.place,
                message("no row of this event is for {product}", product=product.name),
                hint=message("`where` in its TOML says which rows it takes"),
            )
    elif people_found:
        yield warning(
            "D012",
            product.place,
            message("{product} is not made: {why}", product=product.name, why=lacking[0].message),
            hint=message("name it with --product to see everything it needs"),
            related=dict.fromkeys(finding.place for finding in lacking),
        )


def _incomplete(product: Product, event: Event, people: Sequence[Participant]) -> Iterator[Finding]:
    """Find what is empty or absent for some documents of a product that the event serves."""
    yield from _stand_ins(product, event)
    yield from _undated_waves(event, people)
    for column in product.needs:
        yield from _empty_cells(column, people, Participant.reader(column))
    if product.needs_penetapan:
        yield from _missing_appointments(event, people)
        for column in product.needs_penetapan:
            yield from _empty_cells(column, event.penetapan, Appointment.reader(column))


def _stand_ins(product: Product, event: Event) -> Iterator[Finding]:
    """Say which keys the product takes another's value for."""
    for key in product.needs_kegiatan:
        given = given_key(event, key)
        if given not in (key, None):
            yield _stands_in(event, key, given)


def _undated_waves(event: Event, people: Sequence[Participant]) -> Iterator[Finding]:
    """Say which waves have no day where others have one: the event's days are printed for them."""
    waves = {person.gelombang for person in people if person.gelombang}
    keys = [f"tanggal_gelombang_{wave}" for wave in sorted(waves)]
    undated = [key for key in keys if not event.kegiatan.get(key)]
    if len(undated) < len(keys):
        for key in undated:
            yield _stands_in(event, key, "tanggal_mulai")


def _stands_in(event: Event, key: str, given: str | None) -> Finding:
    return warning(
        "D013",
        event.places.get(key, event.kegiatan_place),
        message("{key} is not given: {given} stands in for it", key=key, given=given),
        hint=message("write {key} in the sheet {sheet}", key=key, sheet=KEGIATAN),
    )


def _empty_cells(
    column: str, records: Sequence[R], read: Callable[[R], Value]
) -> Iterator[Finding]:
    values = list(map(read, records))
    if "" not in values and None not in values:  # as it should be, and soon known
        return
    for record, value in zip(records, values, strict=True):
        if value is None or value == "":
            yield error(
                "D005",
                record.place(column),
                message("{column} is empty; a document prints it", column=column),
                hint=message("fill the cell"),
            )


def _missing_appointments(event: Event, people: Sequence[Participant]) -> Iterator[Finding]:
    """Find villages without an appointment, at the one that was meant for them if it is there."""
    appointments = appointments_by_seat(event)
    spelled = {(person.kecamatan, person.desa): person for person in reversed(people)}
    firsts = {seat_of(person): person for person in spelled.values()}
    idle = {
        f"{row.kecamatan} {row.desa}": row
        for seat, row in appointments.items()
        if seat not in firsts
    }
    for first in reversed(firsts.values()):
        if appointment_of(first, appointments) is None:
            near = idle.get(nearest(f"{first.kecamatan} {first.desa}", idle) or "")
            place = first.place("desa")
            yield error(
                "D007",
                _misspelt(near, first) if near else place,
                message(
                    "there is no appointment for {desa}, {kecamatan}; a document prints it",
                    desa=first.desa,
                    kecamatan=first.kecamatan,
                ),
                hint=message(
                    "add a row for it to the sheet {sheet}, or mend its name there", sheet=PENETAPAN
                ),
                related=[place] if near else [],
            )


def _misspelt(row: Appointment, person: Participant) -> CellPlace:
    return row.place("desa" if seat_of(row)[0] == seat_of(person)[0] else "kecamatan")
