"""The road: read, check, plan, make. Each stage gives its result and what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from legalgen.batch import Executor, Outcome, State, chunks, make_chunk
from legalgen.findings import Finding
from legalgen.holdback import HeldBack, hold_back
from legalgen.law import Law, read_law
from legalgen.output.folder import LocalFolder
from legalgen.output.manifest import MANIFEST, Entry, write_manifest
from legalgen.plan import Document, plan
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
    """The documents that will be made, those that errors hold back, and all that was found."""

    ready: Sequence[Document]
    held_back: Sequence[HeldBack]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run made: the manifest's entries, and how many documents of each product, by state."""

    entries: Sequence[Entry]
    tally: Mapping[str, Mapping[State, int]]
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
    findings = [*checked.findings, *found]
    ready, held_back = hold_back(documents, findings, checked.event, products)
    return Planned(ready, held_back, findings)


def make(
    planned: Planned, folder: LocalFolder, execute: Executor, advance: Callable[[int], None]
) -> Made:
    """Make the documents and write the manifest; `advance` hears of each chunk's size."""
    outcomes: dict[PurePosixPath, Outcome] = {}
    for made in execute(make_chunk, chunks(planned.ready, folder)):
        outcomes.update((outcome.file, outcome) for outcome in made)
        advance(len(made))
    entries = [
        _entry(document, outcomes[document.file].sha256)
        for document in planned.ready
        if outcomes[document.file].sha256
    ]
    folder.write(MANIFEST, write_manifest(entries))
    found = [finding for outcome in outcomes.values() for finding in outcome.findings]
    return Made(
        entries,
        _tally(planned.ready, outcomes),
        planned.held_back,
        [*planned.findings, *dict.fromkeys(found)],
    )


def _entry(document: Document, sha256: str) -> Entry:
    return Entry(
        product=document.product,
        file=str(document.file),
        subject=document.subject,
        number=document.number,
        rows=len(document.rows),
        sha256=sha256,
    )


def _tally(
    documents: Iterable[Document], outcomes: Mapping[PurePosixPath, Outcome]
) -> dict[str, Counter[State]]:
    """Count what became of each product's documents."""
    tally: dict[str, Counter[State]] = {}
    for document in documents:
        state = outcomes[document.file].state
        tally.setdefault(document.product, Counter())[state] += 1
    return tally
