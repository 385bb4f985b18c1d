"""`legalgen template fix`: what is certain in a template, mended in a copy of it."""

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
from legalgen.cli.options import NewFile, input_path
from legalgen.language import translatable


@click.command(
    "fix",
    cls=Command,
    help=translatable(
        "Mend what is certain in a copy of a template: tags that Word has cut in pieces, curly "
        "quotes inside tags. No wording is touched."
    ),
)
@argument("template", metavar=translatable("FILE.docx"), type=input_path)
@option(
    "--out",
    metavar=translatable("FILE.docx"),
    type=NewFile(".docx", ".docm"),
    help=translatable("Where the copy goes; else FILE-fixed.docx. Never overwrites."),
)
def command(template: Path, out: Path | None) -> None:
    """Print each change and where the copy is; write nothing where there is nothing to mend."""
    from legalgen.output.new_files import write_new_files  # noqa: PLC0415
    from legalgen.proofing.fixing import fixed  # noqa: PLC0415

    content, changes = fixed(template)
    if not changes:
        click.echo(say("There is nothing to mend."))
        return
    copy = out or template.with_name(f"{template.stem}-fixed.docx")
    write_new_files({copy: content})
    for change in changes:
        click.echo(f"{change.place}: {change.what.say(current_translation())}")
    click.echo(say("{count} changes, in the copy {file}", count=len(changes), file=copy))
