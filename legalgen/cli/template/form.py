"""`legalgen template form`: an empty workbook with just what one product needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import Command, current_translation, option
from legalgen.cli.options import NewFile, product_argument, templates_option
from legalgen.language import translatable

if TYPE_CHECKING:
    from legalgen.products import Product


@click.command(
    "form",
    cls=Command,
    help=translatable(
        "Make an empty workbook with the sheets and columns that a product needs, to be filled in."
    ),
)
@product_argument
@option(
    "--out",
    metavar=translatable("FILE.xlsx"),
    type=NewFile(".xlsx"),
    help=translatable("Where the form goes; else PRODUCT.xlsx in this folder. Never overwrites."),
)
@templates_option
def command(product: Product, out: Path | None) -> None:
    """Write the form, and say where it is."""
    from legalgen.authoring.form import form_of  # noqa: PLC0415
    from legalgen.authoring.requirements import requirements  # noqa: PLC0415
    from legalgen.example import example_of  # noqa: PLC0415
    from legalgen.output.new_files import write_new_files  # noqa: PLC0415
    from legalgen.proofing.uses import template_uses  # noqa: PLC0415
    from legalgen.workspace import sample_events  # noqa: PLC0415

    target = out or Path(f"{product.name}.xlsx")
    asked = requirements(product, template_uses(product.template))
    example = example_of(product, sample_events())
    write_new_files({target: form_of(product, asked, example, current_translation())})
    click.echo(target)
