"""Records and products in, documents to make out: everything about a document is decided here.

A planned document is plain data that can go to another process or machine. Nothing is written.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from legalgen.columns import KEGIATAN
from legalgen.fields import Fields
from legalgen.filenames import distinct_paths, safe_name
from legalgen.findings import Finding, Message, error, masked, message, warning
from legalgen.law import Law
from legalgen.patterns import UnknownFieldError, fill, pick
from legalgen.planning.context import EventFields
from legalgen.planning.document import Document
from legalgen.planning.grouping import Group, groups, people_for
from legalgen.products import Numbering, Product
from legalgen.records import Event, Participant
from legalgen.terbilang import roman

OF_THE_DAY = ("tahun", "bulan_romawi")  # what a number may name of the day that `date` gives it


def plan(
    event: Event, products: Sequence[Product], law: Law
) -> tuple[list[Document], list[Finding]]:
    """Plan every document of the products that an event serves.

    A group without the appointment it prints is left out: that it lacks one is said already.
    """
    shown = EventFields(event, law.profile)
    documents: list[Document] = []
    findings: list[Finding] = []
    for product in products:
        for item in _plan_product(product, event, law, shown, people_for(product, event)):
            if isinstance(item, Document):
                documents.append(item)
            else:
                findings.append(item)
    findings += _doubled_numbers(documents, products)
    paths = distinct_paths(document.file for document in documents)
    return [
        document if document.file == path else replace(document, file=path)
        for document, path in zip(documents, paths, strict=True)
    ], list(dict.fromkeys(findings))


def try_patterns(event: Event, products: Sequence[Product], law: Law) -> list[Finding]:
    """Plan one document of each product, to find what is wrong with its TOML."""
    shown = EventFields(event, law.profile)
    items = [
        item
        for product in products
        for item in _plan_product(product, event, law, shown, people_for(product, event)[:1])
    ]
    documents = [item for item in items if isinstance(item, Document)]
    findings = [item for item in items if isinstance(item, Finding)]
    return [*findings, *_doubled_numbers(documents, products)]


def _plan_product(
    product: Product,
    event: Event,
    law: Law,
    shown: EventFields,
    people: Sequence[Participant],
) -> Iterator[Document | Finding]:
    legal_bases, found = law.citations(product.legal_bases, product.place)
    yield from found
    for position, group in enumerate(groups(product, event, people)):
        if group.appointment is not None or not product.needs_penetapan:
            yield _document(product, group, _context(group, shown, legal_bases), position)


def _context(group: Group, shown: EventFields, legal_bases: Sequence[str]) -> dict[str, Any]:
    """Gather what the template sees, but for the number and the subject made from it."""
    members = [shown.person(person) for person in group.people]
    context: dict[str, Any] = {
        **group.values,
        "kegiatan": shown.kegiatan,
        "profil": shown.profil,
        "anggota": members,
        "desa_kelurahan": members[0]["desa_kelurahan"],
        "jumlah": len(members),
        "dasar_hukum": legal_bases,
    }
    if len(members) == 1:  # of several, the first is nobody a document should name by oversight
        context["orang"] = members[0]
    if group.appointment is not None:
        context["penetapan"] = shown.appointment(group.appointment)
    return context


def _document(
    product: Product, group: Group, context: dict[str, Any], position: int
) -> Document | Finding:
    """Give one document its number and name; a finding where a pattern does not fit.

    A pattern names the document's fields and, as `{nama}`, those of its first person.
    """
    fields: ChainMap[str, Any] = ChainMap(context, context["anggota"][0])
    try:
        number = context["nomor"] = _number(product.number, fields, position)
        context["tentang"] = fill(product.about, fields)
        subject = masked(fill(product.subject, fields))
        file = _file(product, fields)
    except UnknownFieldError as unknown:
        what = message("a pattern names the field {name}, which is not there", name=unknown.name)
        return error("D009", product.place, what, hint=_how_to_name(unknown.name, fields))
    except ValueError as problem:
        what = message("a pattern does not fit its value: {reason}", reason=problem.args[0])
        return error("D009", product.place, what, hint=message("a number is written as {{no:03d}}"))
    return Document(
        product=product.name,
        template=product.template,
        file=file,
        subject=subject,
        number=number,
        rows=tuple(person.row for person in group.people),
        appointment=group.appointment.row if group.appointment else None,
        context=context,
    )


def _how_to_name(unknown: str, fields: Mapping[str, Any]) -> Message:
    """Say what was meant by a field that is not there."""
    if unknown in OF_THE_DAY:
        return message("`date` in [number] names its day, as in kegiatan.tanggal_surat")
    sheet, dot, name = unknown.rpartition(".")
    there = fields.get(sheet) if dot else [*OF_THE_DAY, *fields]
    names = list(there) if isinstance(there, Fields | list) else []
    if near := get_close_matches(name.lower(), names, 1):
        return message("did you mean {near}?", near=f"{sheet}{dot}{near[0]}")
    return message("the fields: see `template fields`")


def _number(numbering: Numbering, fields: ChainMap[str, Any], position: int) -> str:
    """Write the number of the product's document at `position`, counted from 0."""
    given = _given(numbering.field, fields)
    if given or not numbering.pattern:
        return str(given)
    first = _given(f"kegiatan.{numbering.first}", fields)
    running: dict[str, object] = {"no": (first if isinstance(first, int) else 1) + position}
    day = _given(numbering.date, fields)
    if isinstance(day, date):
        running |= zip(OF_THE_DAY, (day.year, roman(day.month)), strict=True)
    return fill(numbering.pattern, ChainMap(running, *fields.maps))


def _doubled_numbers(
    documents: Iterable[Document], products: Iterable[Product]
) -> Iterator[Finding]:
    """Find products whose running numbers meet; what the office gives a number, it may repeat."""
    counted = {item.name: item for item in products if "{no" in item.number.pattern}
    taken: dict[str, Product] = {}
    said: set[tuple[str, str]] = set()
    for document in documents:
        if product := counted.get(document.product):
            first = taken.setdefault(document.number, product)
            if first is not product and (first.name, product.name) not in said:
                said.add((first.name, product.name))
                yield _doubled_number(document.number, product, first)


def _doubled_number(number: str, product: Product, first: Product) -> Finding:
    key = product.number.first or first.number.first
    return warning(
        "D015",
        product.place,
        message(
            "{product} uses numbers of {first}, such as {number}",
            product=product.name,
            first=first.name,
            number=number,
        ),
        hint=message(
            "write another first number beside {key} in the sheet {sheet}, or name one of the two"
            " with --product",
            key=key,
            sheet=KEGIATAN,
        )
        if key
        else message("give each its own pattern under [number], or name one with --product"),
        related=[first.place],
    )


def _given(field: str, fields: Mapping[str, Any]) -> object:
    """Take a field's value; empty where none is named or the office gave none."""
    try:
        return (pick(field, fields) or "") if field else ""
    except UnknownFieldError:
        return ""


def _file(product: Product, fields: Mapping[str, Any]) -> PurePosixPath:
    """Name the file; a slash in the pattern makes a folder, a slash in the data does not."""
    steps = [safe_name(fill(step, fields)) for step in product.file_name.split("/")]
    return PurePosixPath(product.name, *steps[:-1], steps[-1] + ".docx")
