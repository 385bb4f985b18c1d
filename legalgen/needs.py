"""What a product needs of an event before a document of it can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA
from legalgen.findings import CellPlace, Finding, error, message, warning
from legalgen.grouping import Group
from legalgen.products import Product
from legalgen.records import Appointment, Event, Participant

# The day of a letter is that of the decree it goes with, or of the event, unless it has its own.
STAND_INS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"tanggal_surat": ("tanggal_keputusan", "tanggal_mulai")}
)


def missing_columns(product: Product, event: Event) -> Iterator[Finding]:
    """Find the sheets, columns and keys that the product needs and the event does not have."""
    for sheet, needed in ((PESERTA, product.needs), (PENETAPAN, product.needs_penetapan)):
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
                    hint=message("add the column to the sheet {sheet} and fill it", sheet=sheet),
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


def given_key(event: Event, key: str) -> str | None:
    """Name the key of `kegiatan` that gives a value for `key`: itself, else its stand-in."""
    keys = (key, *STAND_INS.get(key, ()))
    return next((name for name in keys if event.kegiatan.get(name) not in (None, "")), None)


def stand_ins(product: Product, event: Event) -> Iterator[Finding]:
    """Say which keys the product takes another's value for."""
    for key in product.needs_kegiatan:
        given = given_key(event, key)
        if given not in (key, None):
            yield warning(
                "D013",
                event.places.get(key, event.kegiatan_place),
                message("{key} is not given: {given} stands in for it", key=key, given=given),
                hint=message("write {key} in the sheet {sheet}", key=key, sheet=KEGIATAN),
            )


def missing_appointment(product: Product, group: Group) -> Iterator[Finding]:
    """Find that a document prints an appointment which the event does not have."""
    if product.needs_penetapan and group.appointment is None:
        first = group.people[0]
        yield error(
            "D007",
            first.place("desa"),
            message(
                "there is no appointment for {desa}, {kecamatan}; {product} prints it",
                desa=first.desa,
                kecamatan=first.kecamatan,
                product=product.name,
            ),
            hint=message("add a row for it to the sheet {sheet}", sheet=PENETAPAN),
        )


def empty_cells(product: Product, group: Group) -> Iterator[Finding]:
    """Find the empty cells of one document's rows that the product prints."""
    for person in group.people:
        yield from _empty(product, person, product.needs)
    if group.appointment is not None:
        yield from _empty(product, group.appointment, product.needs_penetapan)


def _empty(
    product: Product, record: Participant | Appointment, needed: Iterable[str]
) -> Iterator[Finding]:
    for column in needed:
        if record.value(column) in (None, ""):
            yield error(
                "D005",
                record.place(column),
                message(
                    "{column} is empty; {product} prints it", column=column, product=product.name
                ),
                hint=message("fill the cell"),
            )
