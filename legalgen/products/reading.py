"""Products read from the TOMLs of a templates folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from legalgen.findings import CellPlace, Finding, error, message
from legalgen.os_errors import reason
from legalgen.products.faults import problems, unreadable
from legalgen.products.product import Numbering, Paper, Product


def read_products(directory: Path) -> tuple[list[Product], list[Finding]]:
    """Read every product of a templates folder, sorted by name."""
    products: list[Product] = []
    findings: list[Finding] = []
    for path in sorted(directory.glob("*.toml"), key=attrgetter("stem")):
        product, found = read_product(path)
        findings += found
        if product is not None:
            products.append(product)
    if not products and not findings:
        findings.append(_no_product(directory))
    return products, findings


def _no_product(directory: Path) -> Finding:
    return error(
        "D014",
        CellPlace(directory),
        message("there is no product in this folder"),
        hint=message(
            "name the folder with --templates; `legalgen init FOLDER` makes one with ours,"
            " `legalgen product new` begins one of your own"
        ),
    )


def read_product(path: Path) -> tuple[Product | None, list[Finding]]:
    """Read one product's TOML; None where it is not one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return None, [unreadable(path, problem)]
    findings = list(problems(path, data))
    if findings:
        return None, findings
    template = path.with_name(data.pop("template", path.stem + ".docx"))
    asked = _frozen(_needing_its_number(data))
    product = Product(name=path.stem, source=path, template=template, **asked)
    try:
        template.open("rb").close()
    except FileNotFoundError:
        what = message("the template {template} is missing", template=template.name)
        hint = message("put the DOCX beside the TOML, or name another with `template`")
        return None, [error("D003", CellPlace(path), what, hint=hint)]
    except OSError as problem:
        what = message("the file cannot be read: {reason}", reason=reason(problem))
        hint = message("close it in other programs, and look whether you may read it")
        return None, [error("D003", CellPlace(template), what, hint=hint)]
    return product, []


_SHEET_NEEDS = {"penetapan": "needs_penetapan", "kegiatan": "needs_kegiatan"}


def _needing_its_number(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Count the field that alone gives the number among what is needed: none goes without."""
    number = data.get("number", {})
    holder, _, name = number.get("field", "").rpartition(".")
    needs = _SHEET_NEEDS.get(holder, "needs")
    if not name or number.get("pattern") or name in data.get(needs, ()):
        return data
    return {**data, needs: [*data.get(needs, ()), name]}


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn what TOML gives into what a product holds."""
    frozen: dict[str, Any] = {}
    for key, value in data.items():
        if key == "number":
            frozen[key] = Numbering(**value)
        elif key == "paper":
            frozen[key] = Paper(**value)
        elif key == "where":
            choices = {
                column: (choice,) if isinstance(choice, str) else tuple(choice)
                for column, choice in value.items()
            }
            frozen[key] = MappingProxyType(choices)
        else:
            frozen[key] = tuple(value) if isinstance(value, list) else value
    return frozen
