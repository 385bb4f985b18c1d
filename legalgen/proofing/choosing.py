"""What templates are held against: the fields of their products, or those of a real event too."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from legalgen.findings import Finding
from legalgen.law import Law, read_law
from legalgen.products import Product, read_products
from legalgen.proofing.proofs import proofread
from legalgen.proofing.specimen import every_law, specimen, toml_faults
from legalgen.records import Event, read_event
from legalgen.tables import read_tables


def proofread_folder(templates: Path, source: Path | None = None) -> list[Finding]:
    """Proofread the templates of all products in a folder, and say what is wrong with the TOMLs."""
    products, findings = read_products(templates)
    return [*findings, *proofread_templates(products, source)]


def proofread_templates(products: Iterable[Product], source: Path | None = None) -> list[Finding]:
    """Proofread products, their TOMLs too; with a `source`, against that event's fields as well."""
    event, law = None, every_law()
    if source is not None:
        event, _ = read_event(source, read_tables(source)[0])
        law, _ = read_law(event)
    return [
        finding
        for product in products
        for finding in (*toml_faults(product, law, event), *_proofread(product, law, event))
    ]


def proofread_products(products: Iterable[Product], event: Event, law: Law) -> list[Finding]:
    """Proofread the templates of products, with the fields that a document of the event has."""
    return [finding for product in products for finding in _proofread(product, law, event)]


def _proofread(product: Product, law: Law, event: Event | None) -> list[Finding]:
    return proofread(product.template, specimen(product, law, event), product.paper)
