"""Records and products in, documents to make out: everything about a document is decided here.

A planned document is plain data that can go to another process or machine. Nothing is written.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from legalgen.context import EventFields, event_fields
from legalgen.document import Document
from legalgen.filenames import distinct_paths, safe_name
from legalgen.findings import Finding, error, message, warning
from legalgen.grouping import Group, groups, people_for
from legalgen.law import Law
from legalgen.needs import empty_cells, missing_appointment, missing_columns, stand_ins
from legalgen.patterns import UnknownFieldError, fill, pick
from legalgen.products import Numbering, Product
from legalgen.records import Event
from legalgen.terbilang import roman


def plan(
    event: Event, products: Sequence[Product], law: Law, *, by_name: bool
) -> tuple[list[Document], list[Finding]]:
    """Plan every document the products make of an event.

    `by_name` says that the user named the products: then one that cannot be made is an error;
    else it is not meant for this event, which is said where rows are there for it.
    """
    shown = event_fields(event, law.profile)
    documents: list[Document] = []
    findings: list[Finding] = []
    for product in products:
        people = people_for(product, event)
        lacking = list(missing_columns(product, event))
        if not people or lacking:
            findings += _not_made(product, lacking, people_found=bool(people), by_name=by_name)
            continue
        legal_bases, found = law.citations(product.legal_bases, product.place)
        findings += [*stand_ins(product, event), *found]
        for position, group in enumerate(groups(product, event, people)):
            found = [*missing_appointment(product, group), *empty_cells(product, group)]
            if not found:
                context = _context(group, shown, legal_bases)
                match _document(product, group, context, position):
                    case Document() as document:
                        documents.append(document)
                    case Finding() as problem:
                        found = [problem]
            findings += found
    paths = distinct_paths(document.file for document in documents)
    return [
        replace(document, file=path) for document, path in zip(documents, paths, strict=True)
    ], list(dict.fromkeys(findings))


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
            related=(finding.place for finding in lacking),
        )


def _context(group: Group, shown: EventFields, legal_bases: Sequence[str]) -> dict[str, Any]:
    """Gather what the template sees, but for the number and the subject made from it."""
    members = [shown.people[person.row] for person in group.people]
    context: dict[str, Any] = {
        **group.values,
        "kegiatan": shown.kegiatan,
        "profil": shown.profil,
        "anggota": members,
        "orang": members[0],
        "desa_kelurahan": members[0]["desa_kelurahan"],
        "jumlah": len(members),
        "dasar_hukum": legal_bases,
    }
    if group.appointment is not None:
        context["penetapan"] = shown.appointments[group.appointment.row]
    return context


def _document(
    product: Product, group: Group, context: dict[str, Any], position: int
) -> Document | Finding:
    """Give one document its number and name; a finding where a pattern does not fit.

    A pattern names the document's fields and, as `{nama}`, those of its first person.
    """
    fields = ChainMap(context, context["orang"])
    try:
        number = context["nomor"] = _number(product.number, fields, position)
        context["tentang"] = fill(product.about, fields)
        subject = fill(product.subject, fields)
        file = _file(product, fields)
    except UnknownFieldError as unknown:
        what = message("a pattern names the field {name}, which is not there", name=unknown.name)
        return error("D009", product.place, what, hint=message("the fields: see `template fields`"))
    except ValueError as problem:
        what = message("a pattern does not fit its value: {reason}", reason=str(problem))
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


def _number(numbering: Numbering, context: Mapping[str, object], position: int) -> str:
    """Write the number of the product's document at `position`, counted from 0."""
    given = _given(numbering.field, context)
    if given or not numbering.pattern:
        return str(given)
    first = _given(f"kegiatan.{numbering.first}", context)
    running: dict[str, object] = {"no": (first if isinstance(first, int) else 1) + position}
    day = _given(numbering.date, context)
    if isinstance(day, date):
        running |= {"tahun": day.year, "bulan_romawi": roman(day.month)}
    return fill(numbering.pattern, {**context, **running})


def _given(field: str, context: Mapping[str, object]) -> object:
    """Take a field's value; empty where the office gave none."""
    try:
        return pick(field, context) or ""
    except UnknownFieldError:
        return ""


def _file(product: Product, context: Mapping[str, object]) -> PurePosixPath:
    """Name the file; a slash in the pattern makes a folder, a slash in the data does not."""
    steps = [safe_name(fill(step, context)) for step in product.file_name.split("/")]
    return PurePosixPath(product.name, *steps[:-1], steps[-1] + ".docx")
