"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legalgen.cli.localised import argument, option, say
from legalgen.cli.suggestions import no_such
from legalgen.language import translatable
from legalgen.workspace import templates_folder

if TYPE_CHECKING:
    from legalgen.products import Product


def read_product_of(toml: Path) -> Product:
    """Read a product's TOML as it is now; LegalgenError for what is wrong with it."""
    from legalgen.findings import LegalgenError  # noqa: PLC0415
    from legalgen.products import read_product  # noqa: PLC0415

    product, findings = read_product(toml)
    if product is None:
        raise LegalgenError(*findings)
    return product


def _refuse_unknown(names: Sequence[str], templates: Path) -> None:
    """Refuse a product that is not there before any work is done."""
    there = sorted(path.stem for path in templates.glob("*.toml"))
    for name in names:
        if name not in there:
            raise click.BadParameter(no_such(name, there))


# `--templates` is eager, so that what names a product finds the folder among what was given.
def asked_product(context: click.Context, _argument: object, name: str) -> Product:
    """Read the product that an argument names."""
    templates: Path = context.params["templates"]
    _refuse_unknown([name], templates)
    return read_product_of(templates / f"{name}.toml")


def _only_product(context: click.Context, argument: object, name: str) -> Product:
    product = asked_product(context, argument, name)
    del context.params["templates"]  # the product itself says where it is
    return product


def _names(context: click.Context, _option: object, names: Sequence[str]) -> Sequence[str]:
    _refuse_unknown(names, context.params["templates"])
    return names


class NewFile(click.Path):
    """A file to be written, with one of the endings that say what it is."""

    def __init__(self, *endings: str) -> None:
        super().__init__(dir_okay=False, readable=False, path_type=Path)
        self._endings = endings

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a name that Word or Excel would not open."""
        path: Any = super().convert(value, param, ctx)
        if path.suffix.lower() not in self._endings:
            self.fail(
                say("give it a name that ends in {ending}", ending=self._endings[0]), param, ctx
            )
        return path


# Whether it can be read is found by reading it, and then said as of any file.
input_path = click.Path(path_type=Path, readable=False)
input_argument = argument("source", metavar=translatable("INPUT"), type=input_path)

# Gives the command the product itself; `--templates` must be among its options.
product_argument = argument("product", metavar=translatable("PRODUCT"), callback=_only_product)

templates_option = option(
    "--templates",
    metavar=translatable("DIR"),
    type=click.Path(exists=True, file_okay=False, readable=False, path_type=Path),
    is_eager=True,
    callback=lambda _context, _option, asked: templates_folder(asked, Path()),
    help=translatable("The templates folder; else ./templates, else the built-in one."),
)

product_option = option(
    "--product",
    "names",
    metavar=translatable("NAME"),
    multiple=True,
    callback=_names,
    help=translatable("Only this product; may be given several times."),
)

json_option = option(
    "--json",
    "as_json",
    is_flag=True,
    help=translatable("Print the report as one JSON object on stdout."),
)
