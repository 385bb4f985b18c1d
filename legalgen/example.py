"""A product as an example: the documents it makes of the first event that has rows for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from legalgen.columns import PESERTA, columns_of
from legalgen.fields import Fields
from legalgen.findings import Finding, LegalgenError, error, message
from legalgen.law import Law, read_law
from legalgen.planning.document import Document
from legalgen.planning.needs import serve
from legalgen.planning.plan import plan
from legalgen.products import Numbering, Product
from legalgen.records import Event, read_event
from legalgen.tables import read_tables


@dataclass(frozen=True, slots=True)
class Example:
    """An event, its law, and the documents that a product makes of it: at least one.

    `because` are the errors for which the product itself would not make them.
    """

    event: Event
    law: Law
    documents: Sequence[Document]
    because: Sequence[Finding] = ()

    @property
    def document(self) -> Document:
        """Give the first."""
        return self.documents[0]

    @property
    def people(self) -> Iterator[Fields]:
        """List the people of all documents as templates see them."""
        for document in self.documents:
            members: Any = document.context["anggota"]
            yield from members


def example_of(product: Product, sources: Iterable[Path]) -> Example:
    """Make an example of a product out of the first event that has rows for it.

    Where none has, the first with any people stands in, whatever the product asks for.
    Errors: LegalgenError with D011 where there is no event with people.
    """
    unfit: list[Example] = []  # those with all columns that the product needs come first
    for event, law in map(_read, sources):
        served, lacking = serve(event, [product], by_name=True)
        documents, found = plan(event, served, law)
        errors = [finding for finding in (found if served else lacking) if finding.is_error]
        example = Example(event, law, documents, errors)
        if documents:
            return example
        unfit.insert(0 if served else len(unfit), example)
    for example in unfit:
        served, _ = serve(example.event, [_undemanding(product)], by_name=False)
        documents, _ = plan(example.event, served, example.law)
        if documents:
            return replace(example, documents=documents)
    raise LegalgenError(
        error(
            "D011",
            product.place,
            message("no row of this event is for {product}", product=product.name),
            hint=message("`where` in its TOML says which rows it takes"),
        )
    )


def _read(source: Path) -> tuple[Event, Law]:
    tables, _ = read_tables(source)
    event, _ = read_event(source, tables)
    return event, read_law(event)[0]


def _undemanding(product: Product) -> Product:
    """Let a product take any rows: it may ask for columns that only its office's events have."""
    known = columns_of(PESERTA)
    return replace(
        product,
        where={},
        needs=(),
        needs_penetapan=(),
        needs_kegiatan=(),
        group_by=tuple(column for column in product.group_by if column in known),
        sort_by=(),
        about="",
        file_name=product.name,
        subject="",
        number=Numbering(),
    )
