"""Which planned documents an error holds back: those that print what it is about.

An error in a row holds back the documents that print the row; one in a column that says who
belongs together, all documents that gather people by it; one in a template or a product's TOML,
those made from it; any other error is about the whole event and holds back all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from legalgen.columns import PENETAPAN, PESERTA
from legalgen.findings import CellPlace, Finding, Place, TemplatePlace
from legalgen.planning.document import Document
from legalgen.products import Product
from legalgen.records import Event
from legalgen.tables.table import letters

# What an error is about: a row of a sheet, a template or product file, or (EVENT) everything.
Subject: TypeAlias = tuple[str, int] | Path | None
EVENT: Subject = None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A document that is not made, and the errors that hold it back."""

    document: Document
    because: tuple[Finding, ...]


def hold_back(
    documents: Iterable[Document],
    findings: Iterable[Finding],
    event: Event,
    products: Sequence[Product],
) -> tuple[list[Document], list[HeldBack]]:
    """Part the documents that can be made from those an error touches."""
    folders = {product.source.parent for product in products}
    sources = {product.name: product.source for product in products}
    errors: dict[Subject, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.is_error:
            subjects = {subject_of(place, event, folders) for place in _places(finding)}
            subjects.update(_misled(products, finding.place, event))
            for subject in subjects:
                errors[subject].append(finding)
    ready: list[Document] = []
    held: list[HeldBack] = []
    for document in documents:
        because = _because(document, errors, sources)
        if because:
            held.append(HeldBack(document, because))
        else:
            ready.append(document)
    return ready, held


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.place
    yield from finding.related


def _misled(products: Iterable[Product], place: Place, event: Event) -> Iterator[Path]:
    """Name the products that may list the wrong people because of an error in one row.

    A wrong value in a column that gathers people leaves someone out of a document that does not
    print the row: of which one, nobody can say. A document of one person has no other to lose.
    """
    column = _column_of_people(place, event)
    for product in products:
        gathers = "nik" not in product.group_by
        if gathers and (column in product.where or column in product.group_by):
            yield product.source


def _column_of_people(place: Place, event: Event) -> str | None:
    table = event.sheets.get(PESERTA)
    if table is None or not isinstance(place, CellPlace):
        return None
    if (table.file, table.sheet) != (place.file, place.sheet):
        return None
    letter = re.match("[A-Z]+", place.cell or "")
    names = {letters(position): name for name, position in table.positions.items()}
    return names.get(letter[0]) if letter else None


def subject_of(place: Place, event: Event, folders: Collection[Path] = ()) -> Subject:
    """Tell what a place is about; `folders` are those of the products.

    A TOML or template there that cannot even be read is about what would be made from it, too.
    """
    makes_product = place.file.suffix in (".toml", ".docx") and place.file.parent in folders
    if isinstance(place, TemplatePlace) or makes_product:
        return place.file
    if isinstance(place, CellPlace):
        for sheet in (PESERTA, PENETAPAN):
            table = event.sheets.get(sheet)
            if table is not None and (table.file, table.sheet) == (place.file, place.sheet):
                row = _row(place)
                return (sheet, row) if row is not None and row > table.header_row else EVENT
    return EVENT


def _row(place: CellPlace) -> int | None:
    digits = re.search(r"\d+$", place.cell or "")
    return int(digits[0]) if digits else None


def _because(
    document: Document, errors: Mapping[Subject, list[Finding]], sources: Mapping[str, Path]
) -> tuple[Finding, ...]:
    if not errors:
        return ()
    subjects: list[Subject] = [EVENT, document.template, sources[document.product]]
    subjects += [(PESERTA, row) for row in document.rows]
    if document.appointment is not None:
        subjects.append((PENETAPAN, document.appointment))
    found = (finding for subject in subjects for finding in errors.get(subject, ()))
    return tuple(dict.fromkeys(found))
