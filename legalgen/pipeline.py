"""The road: read, check, plan, make. Each stage gives its result and what it found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalgen.batch import NOTHING, Batch, Run, Scope, run_batch
from legalgen.chunk import Execute
from legalgen.document import Document
from legalgen.findings import Finding
from legalgen.grouping import people_for
from legalgen.holdback import HeldBack, Subject, hold_back, subject_of
from legalgen.law import Law, read_law
from legalgen.origin import Origin, hash_file, hash_source, versions
from legalgen.output.folder import Folder
from legalgen.plan import plan
from legalgen.products import Product, read_products
from legalgen.records import Event, read_event
from legalgen.rules import check_rules
from legalgen.rules.waivers import Waived
from legalgen.tables import read_tables


@dataclass(frozen=True, slots=True)
class Checked:
    """An event read and held against the law, and the products that may be made of it."""

    event: Event
    products: Sequence[Product]
    law: Law
    findings: Sequence[Finding]
    waived: Sequence[Waived]


@dataclass(frozen=True, slots=True)
class Planned:
    """The documents that will be made, those that errors hold back, and all that was found.

    `products` are those that were planned, `named` says that the user named them.
    """

    checked: Checked
    products: Sequence[Product]
    named: bool
    ready: Sequence[Document]
    held_back: Sequence[HeldBack]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made, what it left, and all that was found on the way."""

    run: Run
    held_back: Sequence[HeldBack]
    findings: Sequence[Finding]


def check(source: Path, templates: Path) -> Checked:
    """Read an event and the products, and find all that is wrong with them; writes nothing."""
    tables, found_in_tables = read_tables(source)
    event, found_in_records = read_event(source, tables)
    products, found_in_products = read_products(templates)
    law, found_in_law = read_law(event)
    found_by_rules, waived = check_rules(event, law)
    return Checked(
        event,
        products,
        law,
        [
            *found_in_tables,
            *found_in_records,
            *found_in_products,
            *found_in_law,
            *found_by_rules,
        ],
        waived,
    )


def plan_documents(checked: Checked, names: Sequence[str] = ()) -> Planned:
    """Plan the products named, or all that are meant for the event; hold back what errors touch."""
    products = [item for item in checked.products if not names or item.name in names]
    documents, found = plan(checked.event, products, checked.law, by_name=bool(names))
    # What a rule has said of a cell, a product that needs the cell need not say again.
    said = {finding.place for finding in checked.findings if finding.is_error}
    findings = [*checked.findings, *(new for new in found if new.place not in said)]
    ready, held_back = hold_back(documents, findings, checked.event, products)
    return Planned(checked, products, bool(names), ready, held_back, findings)


def make(
    planned: Planned,
    folder: Folder,
    execute: Execute,
    advance: Callable[[int], None],
    *,
    prune: bool = False,
) -> Made:
    """Make the documents and their manifest; `advance` hears of each chunk's size.

    `prune` removes the files of documents that are no longer made.
    """
    batch = Batch(
        documents=planned.ready,
        held_back=[held.document for held in planned.held_back],
        origin=_origin(planned.checked),
        scope=_scope(planned),
        prune=prune,
    )
    run = run_batch(batch, folder, execute, advance)
    return Made(run, planned.held_back, [*planned.findings, *run.findings])


def _origin(checked: Checked) -> Origin:
    """Gather what the manifest says of where the documents came from."""
    waivers: dict[Subject, list[str]] = defaultdict(list)
    for waived in checked.waived:
        waivers[subject_of(waived.waiver.place, checked.event)].append(
            f"{waived.waiver.code}: {waived.waiver.reason}"
        )
    return Origin(
        input_sha256=hash_source(checked.event.source),
        product_sha256={item.name: hash_file(item.source) for item in checked.products},
        versions=versions(),
        waivers={row: "; ".join(reasons) for row, reasons in waivers.items()},
    )


def _scope(planned: Planned) -> Scope:
    """Tell of which products the plan has every document there should be.

    Not where there are errors, for they may hide some; and not of a product that has rows and no
    document, for it lacks something.
    """
    if any(finding.is_error for finding in planned.findings):
        return NOTHING
    made = {document.product for document in planned.ready}
    lacking = [
        product.name
        for product in planned.products
        if product.name not in made and people_for(product, planned.checked.event)
    ]
    names = frozenset(product.name for product in planned.products) if planned.named else None
    return Scope(names, frozenset(lacking))
