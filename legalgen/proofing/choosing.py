"""Which templates are proofread, and what each is held against."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.law import Law, read_law
from legalgen.products import Product, read_products
from legalgen.proofing.proofs import proofread
from legalgen.proofing.specimen import every_law, specimen, standard_product
from legalgen.records import Event, read_event
from legalgen.spelling import nearest
from legalgen.tables import read_tables


def proofread_templates(
    name: str | None, templates: Path, source: Path | None = None
) -> list[Finding]:
    """Proofread the template of a product, a DOCX file, or the templates of all products.

    A file is held against the standard fields, a product's template against the product's own,
    and with a `source` against those that a document of that event has.

    Errors: LegalgenError, D010, if `name` is neither a product nor a file.
    """
    products, findings = _chosen(name, templates)
    if source is not None:
        event, _ = read_event(source, read_tables(source)[0])
        return [*findings, *proofread_products(products, event, read_law(event)[0])]
    law = every_law()
    for product in products:
        findings += proofread(product.template, specimen(product, law), product.paper)
    return findings


def _chosen(name: str | None, templates: Path) -> tuple[list[Product], list[Finding]]:
    if name is not None and name.lower().endswith((".docx", ".docm", ".dotx", ".doc")):
        return [standard_product(Path(name))], []
    products, findings = read_products(templates)
    if name is None:
        return products, findings
    named = [product for product in products if product.name == name]
    if named:
        return named, []
    of_its_own = [
        finding
        for finding in findings
        if isinstance(finding.place, CellPlace) and finding.place.file.stem == name
    ]
    raise LegalgenError(*(of_its_own or [_unknown_product(name, templates)]))


def template_of(name: str, templates: Path) -> Path:
    """Give the template of a product, or a file's own path.

    Errors: LegalgenError, D010, if `name` is neither a product nor a file.
    """
    [product], _ = _chosen(name, templates)
    return product.template


def proofread_products(products: Iterable[Product], event: Event, law: Law) -> list[Finding]:
    """Proofread the templates of products, with the fields that a document of the event has."""
    return [
        finding
        for product in products
        for finding in proofread(product.template, specimen(product, law, event), product.paper)
    ]


def _unknown_product(name: str, templates: Path) -> Finding:
    near = nearest(name, (path.stem for path in templates.glob("*.toml")))
    return error(
        "D010",
        CellPlace(templates),
        message("there is no product {name}", name=name),
        hint=message("did you mean {names}?", names=near)
        if near
        else message("`legalgen products` lists what there is"),
    )
