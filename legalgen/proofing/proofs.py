"""Which templates are proofread, and what is found in each."""

from __future__ import annotations

from pathlib import Path

from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.products import read_products
from legalgen.render import Template
from legalgen.spelling import nearest


def proofread_templates(name: str | None, templates: Path) -> list[Finding]:
    """Proofread the template of a product, a DOCX file, or the templates of all products.

    Errors: LegalgenError, D010, if `name` is neither a product nor a file.
    """
    if name is not None and name.lower().endswith(".docx"):
        return proofread(Path(name))
    products, findings = read_products(templates)
    if name is not None:
        products = [product for product in products if product.name == name]
        if not products:
            raise LegalgenError(_unknown_product(name, templates))
    for product in products:
        findings += proofread(product.template)
    return findings


def proofread(path: Path) -> list[Finding]:
    """Find all that is wrong in one template."""
    try:
        Template(path)
    except LegalgenError as problem:
        return list(problem.findings)
    return []


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
