"""`legalgen template check`: all that is wrong in templates, before any document is made."""

from __future__ import annotations

from pathlib import Path

import click

from legalgen.cli.localised import (
    Command,
    argument,
    current_translation,
    option,
    say,
)
from legalgen.cli.options import json_option, templates_option
from legalgen.language import translatable


@click.command(
    "check",
    cls=Command,
    help=translatable(
        "Find all that is wrong in a product's template, in a DOCX file, or in all templates."
    ),
)
@argument("name", metavar=translatable("[PRODUCT|FILE]"), required=False)
@option(
    "--input",
    "source",
    metavar=translatable("INPUT"),
    type=click.Path(path_type=Path),
    help=translatable("An event whose own columns the fields are held against."),
)
@option(
    "--annotate",
    "copy",
    metavar="FILE.docx",
    type=click.Path(dir_okay=False, path_type=Path),
    help=translatable(
        "Write a copy of the one template with a Word comment at each finding; never overwrites."
    ),
)
@templates_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    source: Path | None,
    copy: Path | None,
    templates: Path,
    *,
    as_json: bool,
) -> None:
    """Print the findings, those of a template together, and count them."""
    from legalgen.cli.report import exit_code, json_report, report_lines  # noqa: PLC0415
    from legalgen.proofing import proofread_templates  # noqa: PLC0415

    if copy is not None and name is None:
        raise click.UsageError(say("--annotate needs the product or the file"))
    findings = proofread_templates(name, templates, source)
    if as_json:
        click.echo(json_report(findings))
    else:
        for line in report_lines(findings):
            click.echo(line)
    if copy is not None and name is not None:
        from legalgen.output.new_files import write_new_files  # noqa: PLC0415
        from legalgen.proofing import template_of  # noqa: PLC0415
        from legalgen.proofing.commenting import commented  # noqa: PLC0415

        template = template_of(name, templates)
        write_new_files({copy: commented(template, findings, current_translation())})
    ctx.exit(exit_code(findings))
