"""`legalgen product new`: a working DOCX and TOML in the house style, to be edited."""

from __future__ import annotations

from pathlib import Path

import click

from legalgen.cli.localised import Command, argument, option, say
from legalgen.language import translatable
from legalgen.workspace import TEMPLATES


@click.command(
    "new",
    cls=Command,
    help=translatable("Write a product to start from: a template and its TOML; never overwrites."),
)
@argument("name", metavar=translatable("NAME"))
@option(
    "--title",
    default="",
    metavar=translatable("TEXT"),
    help=translatable("What the document is called; else made of NAME."),
)
@option(
    "--templates",
    metavar=translatable("DIR"),
    type=click.Path(file_okay=False, readable=False, path_type=Path),
    default=Path(TEMPLATES),
    show_default=True,
    help=translatable("The templates folder it is written to."),
)
def command(name: str, title: str, templates: Path) -> None:
    """Write the two files, and say what to do next."""
    from legalgen.authoring.skeleton import (  # noqa: PLC0415
        is_product_name,
        skeleton,
        suggested_name,
    )
    from legalgen.output.new_files import write_new_files  # noqa: PLC0415

    if not is_product_name(name):
        near = suggested_name(name) or "surat-keterangan"
        raise click.BadParameter(
            say("a name has small letters, digits and dashes only, such as {near}", near=near),
            param_hint=[say("NAME")],
        )
    alone = not any(templates.glob("*.toml"))
    files = skeleton(name, title, templates)
    write_new_files(files)
    for path in files:
        click.echo(path)
    elsewhere = "" if templates == Path(TEMPLATES) else f" --templates {templates}"
    click.echo(say("Edit them in Word and in a text editor. To see what they make:"), err=True)
    click.echo(f"    legalgen preview {name} --watch{elsewhere}", err=True)
    if alone and templates.name == TEMPLATES:
        said = say("It is the only product in {folder}. To put ours beside it:", folder=templates)
        click.echo(said, err=True)
        click.echo(f"    legalgen init {templates.parent}", err=True)
