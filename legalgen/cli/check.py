"""`legalgen check`: every finding in data and templates; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from legalgen.cli.localised import Command, language_option
from legalgen.cli.options import (
    input_argument,
    json_option,
    known_products,
    product_option,
    templates_option,
)
from legalgen.language import translatable


@click.command(
    "check",
    cls=Command,
    help=translatable("Find all that is wrong in an event's data and templates; writes nothing."),
)
@input_argument
@product_option
@templates_option
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context, source: Path, names: Sequence[str], templates: Path, *, as_json: bool
) -> None:
    """Print the findings, those of a sheet together, and count them."""
    from legalgen.cli.report import exit_code, json_report, report_lines  # noqa: PLC0415
    from legalgen.pipeline import check, plan_documents  # noqa: PLC0415

    asked = known_products(names, templates)
    planned = plan_documents(check(source, templates), asked)
    if as_json:
        click.echo(json_report(planned.findings))
    else:
        for line in report_lines(planned.findings):
            click.echo(line)
    ctx.exit(exit_code(planned.findings))
