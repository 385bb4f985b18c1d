"""`legalgen products`: what the templates can make."""

from __future__ import annotations

from pathlib import Path

import click

from legalgen.cli.localised import Command
from legalgen.cli.options import templates_option
from legalgen.language import translatable


@click.command(
    "products", cls=Command, help=translatable("List the legal products the templates can make.")
)
@templates_option
@click.pass_context
def command(ctx: click.Context, templates: Path) -> None:
    """Print a line for each product, and what is wrong with those that cannot be read."""
    from legalgen.cli.report import exit_code, finding_lines  # noqa: PLC0415
    from legalgen.products import read_products  # noqa: PLC0415

    products, findings = read_products(templates)
    width = max((len(product.name) for product in products), default=0)
    for product in products:
        click.echo(f"{product.name:{width}}  {product.title}")
    for finding in findings:
        for line in finding_lines(finding):
            click.echo(line, err=True)
    ctx.exit(exit_code(findings))
