"""`legalgen init`: a new workspace with working examples."""

from __future__ import annotations

from pathlib import Path

import click

from legalgen.cli.localised import Command, argument, say
from legalgen.language import translatable


@click.command(
    "init",
    cls=Command,
    help=translatable("Make a new workspace with working examples; never overwrites."),
)
@argument(
    "folder",
    metavar=translatable("DIR"),
    type=click.Path(file_okay=False, readable=False, path_type=Path),
)
def command(folder: Path) -> None:
    """Copy the built-in workspace, and say what to do next."""
    from legalgen.workspace import init_workspace  # noqa: PLC0415

    files = init_workspace(folder)
    click.echo(say("{folder}: {count} files. Next:", folder=folder, count=len(files)))
    click.echo(f"    cd {folder}")
    click.echo("    legalgen generate inputs/tot-kpps.xlsx")
