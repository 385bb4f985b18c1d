"""`legalgen template check`: all that is wrong in templates, before any document is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import (
    Command,
    argument,
    current_translation,
    option,
    say,
)
from legalgen.cli.options import NewFile, asked_product, input_path, json_option, templates_option
from legalgen.language import translatable

if TYPE_CHECKING:
    from legalgen.products import Product

_WORD_FILES = (".docx", ".docm", ".dotx", ".doc")


def _product(context: click.Context, argument: object, name: str | None) -> Product | None:
    """Give the product, or one that takes every field there is for a file that has none."""
    if name is None:
        return None
    if not name.lower().endswith(_WORD_FILES):
        return asked_product(context, argument, name)
    from legalgen.proofing.specimen import standard_product  # noqa: PLC0415
    from legalgen.render.opening import read_template  # noqa: PLC0415

    read_template(Path(name))  # where it is not there, there is nothing to find faults in
    return standard_product(Path(name))


@click.command(
    "check",
    cls=Command,
    help=translatable(
        "Find all that is wrong in a product's template, in a DOCX file, or in all templates."
    ),
)
@argument("product", metavar=translatable("[PRODUCT|FILE]"), required=False, callback=_product)
@option(
    "--input",
    "source",
    metavar=translatable("INPUT"),
    type=input_path,
    help=translatable("An event whose own columns the fields are held against."),
)
@option(
    "--annotate",
    "copy",
    metavar=translatable("FILE.docx"),
    type=NewFile(".docx"),
    help=translatable(
        "Write a copy of the one template with a Word comment at each finding; never overwrites."
    ),
)
@templates_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    product: Product | None,
    source: Path | None,
    copy: Path | None,
    templates: Path,
    *,
    as_json: bool,
) -> None:
    """Print the findings, those of a template together, and count them."""
    from legalgen.cli.report import exit_code, json_report, report_lines  # noqa: PLC0415
    from legalgen.proofing import proofread_folder, proofread_templates  # noqa: PLC0415

    if copy is not None and product is None:
        raise click.UsageError(say("--annotate needs the product or the file"))
    if product is None:
        findings = proofread_folder(templates, source)
    else:
        findings = proofread_templates([product], source)
    if as_json:
        click.echo(json_report(findings))
    else:
        for line in report_lines(findings):
            click.echo(line)
    if copy is not None and product is not None:
        from legalgen.output.new_files import write_new_files  # noqa: PLC0415
        from legalgen.proofing.commenting import commented  # noqa: PLC0415

        write_new_files({copy: commented(product.template, findings, current_translation())})
    ctx.exit(exit_code(findings))
