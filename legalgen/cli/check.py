"""`legalgen check`: every finding in data and templates; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from legalgen.cli.localised import Command, current_translation, option, say
from legalgen.cli.options import input_argument, json_option, product_option, templates_option
from legalgen.findings import LegalgenError
from legalgen.language import translatable


@click.command(
    "check",
    cls=Command,
    help=translatable(
        "Find all that is wrong in an event's data and templates; writes nothing."
        " INPUT is a workbook, or a folder of CSV files."
    ),
)
@input_argument
@product_option
@templates_option
@json_option
@option(
    "--annotate",
    "copy",
    metavar=translatable("FILE.xlsx"),
    type=click.Path(dir_okay=False, readable=False, path_type=Path),
    help=translatable("Write a copy of the workbook with each finding marked at its cell."),
)
@click.pass_context
def command(
    ctx: click.Context,
    source: Path,
    names: Sequence[str],
    templates: Path,
    copy: Path | None,
    *,
    as_json: bool,
) -> None:
    """Print the findings, those of a sheet together, and count them."""
    from legalgen.cli.report import exit_code, json_report, report_lines  # noqa: PLC0415
    from legalgen.pipeline import check  # noqa: PLC0415

    findings = list(check(source, templates, names).findings)
    marked = False
    if copy is not None:
        from legalgen.annotate import annotate_workbook  # noqa: PLC0415 - openpyxl is slow

        try:
            findings += annotate_workbook(source, findings, copy, current_translation())
            marked = True
        except LegalgenError as problem:  # no reason to keep the others back
            findings += problem.findings
    if as_json:
        click.echo(json_report(findings))
    else:
        click.echo("\n".join(report_lines(findings)))
    if marked:
        click.echo(say("The findings are marked in {file}", file=copy), err=True)
    ctx.exit(exit_code(findings))
