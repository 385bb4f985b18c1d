"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import argument, option, say
from legalgen.language import translatable
from legalgen.workspace import templates_folder

if TYPE_CHECKING:
    from legalgen.products import Product

input_argument = argument("source", metavar=translatable("INPUT"), type=click.Path(path_type=Path))

product_argument = argument("name", metavar=translatable("PRODUCT"))

templates_option = option(
    "--templates",
    metavar=translatable("DIR"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=lambda _context, _option, asked: templates_folder(asked, Path()),
    help=translatable("The templates folder; else ./templates, else the built-in one."),
)

product_option = option(
    "--product",
    "names",
    metavar=translatable("NAME"),
    multiple=True,
    help=translatable("Only this product; may be given several times."),
)

json_option = option(
    "--json",
    "as_json",
    is_flag=True,
    help=translatable("Print the report as one JSON object on stdout."),
)


def refuse_unknown(names: Sequence[str], templates: Path, asked_as: str = "--product") -> None:
    """Refuse a product that is not there before any work is done."""
    there = sorted(path.stem for path in templates.glob("*.toml"))
    for name in names:
        if name not in there:
            if near := get_close_matches(name, there, 1):
                what = say("there is no {name}; did you mean {near}?", name=name, near=near[0])
            else:
                what = say(
                    "there is no {name}; there are: {names}", name=name, names=", ".join(there)
                )
            raise click.BadParameter(what, param_hint=[asked_as])


def product_asked(name: str, templates: Path) -> Product:
    """Read the product of the argument PRODUCT; LegalgenError for what is wrong with it."""
    from legalgen.findings import LegalgenError  # noqa: PLC0415
    from legalgen.products import read_product  # noqa: PLC0415

    refuse_unknown([name], templates, say("PRODUCT"))
    product, findings = read_product(templates / f"{name}.toml")
    if product is None:
        raise LegalgenError(*findings)
    return product
