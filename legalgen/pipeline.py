"""The road: read, check, plan, make. Each stage gives its result and what it found."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from legalgen.batch.chunk import Execute
from legalgen.batch.origin import Origin, hash_file, hash_source, versions
from legalgen.batch.run import NOTHING, Batch, Run, Scope, run_batch
from legalgen.findings import Finding, gathered
from legalgen.law import Law, read_law
from legalgen.output.folder import Folder
from legalgen.planning.document import Document
from legalgen.planning.grouping import people_for
from legalgen.planning.holdback import HeldBack, Subject, hold_back, subject_of
from legalgen.planning.needs import serve
from legalgen.planning.plan import plan, try_patterns
from legalgen.products import Product, read_products
from legalgen.records import Event, read_event
from legalgen.rules import check_rules
from legalgen.rules.waivers import Waived
from legalgen.shipped import is_as_shipped
from legalgen.tables import read_tables


@dataclass(frozen=True, slots=True)
class Checked:
    """An event read and held against the law, and the products that can be made of it.

    `input_sha256` is of the data as they were read; `asked` are the products there are, or those
    the user named; `served` those of them that the event has all columns and keys for.
    """

    input_sha256: str
    event: Event
    asked: Sequence[Product]
    served: Sequence[Product]
    named: bool
    law: Law
    findings: Sequence[Finding]
    waived: Sequence[Waived]


@dataclass(frozen=True, slots=True)
class Planned:
    """The documents that will be made, those that errors hold back, and all that was found."""

    checked: Checked
    ready: Sequence[Document]
    held_back: Sequence[HeldBack]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made, what it left, and all that was found on the way."""

    run: Run
    held_back: Sequence[HeldBack]
    findings: Sequence[Finding]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the collector of cycles: a stage makes a million objects, and no cycle among them.

    They last as long as the run, so it need not look at them afterwards either: that would take a
    tenth of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@_without_collector()
def check(source: Path, templates: Path, names: Sequence[str] = ()) -> Checked:
    """Read an event and the products, and find all that is wrong with them; writes nothing.

    `names` are the products the user asks for; without them, all that the event can serve.
    """
    tables, found_in_tables = read_tables(source)
    input_sha256 = hash_source(source)  # now, and not when the office has saved it again
    event, found_in_records = read_event(source, tables)
    law, found_in_law = read_law(event)
    found_by_rules, waived = check_rules(event, law)
    products, found_in_products = read_products(templates)
    asked = [product for product in products if not names or product.name in names]
    served, found_lacking = serve(event, asked, by_name=bool(names))
    found = [*found_in_tables, *found_in_records, *found_in_law]
    found += _not_said_yet(found, found_by_rules)
    found += _not_said_yet(found, found_lacking)
    found += [*found_in_products, *try_patterns(event, served, law)]
    found += proofread_edited(served, event, law)
    return Checked(input_sha256, event, asked, served, bool(names), law, found, waived)


def _not_said_yet(said: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """Leave out what is found of a cell that has an error already: one fault is said once."""
    faulty = {finding.place for finding in said if finding.is_error}
    return [finding for finding in found if finding.place not in faulty]


def proofread_edited(products: Sequence[Product], event: Event, law: Law) -> list[Finding]:
    """Proofread the templates that somebody has edited; those as shipped have been."""
    edited = [product for product in products if not is_as_shipped(product)]
    if not edited:
        return []
    from legalgen.proofing import proofread_products  # noqa: PLC0415 - docxtpl is slow to import

    return proofread_products(edited, event, law)


@_without_collector()
def plan_documents(checked: Checked) -> Planned:
    """Plan the documents of the products the event serves; hold back what errors touch."""
    documents, found = plan(checked.event, checked.served, checked.law)
    findings = list(dict.fromkeys((*checked.findings, *found)))
    ready, held_back = hold_back(documents, findings, checked.event, checked.served)
    return Planned(checked, ready, held_back, findings)


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
    return Made(run, planned.held_back, [*planned.findings, *gathered(run.findings)])


def _origin(checked: Checked) -> Origin:
    """Gather what the manifest says of where the documents came from."""
    waivers: dict[Subject, list[str]] = defaultdict(list)
    for waived in checked.waived:
        waivers[subject_of(waived.waiver.place, checked.event)].append(
            f"{waived.waiver.code}: {waived.waiver.reason}"
        )
    return Origin(
        input_sha256=checked.input_sha256,
        product_sha256={item.name: hash_file(item.source) for item in checked.served},
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
    asked = planned.checked.asked
    made = {document.product for document in planned.ready}
    lacking = [
        product.name
        for product in asked
        if product.name not in made and people_for(product, planned.checked.event)
    ]
    names = frozenset(product.name for product in asked) if planned.checked.named else None
    return Scope(names, frozenset(lacking))
