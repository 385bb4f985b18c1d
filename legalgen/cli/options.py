"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from legalgen.cli.localised import option, say
from legalgen.language import translatable
from legalgen.workspace import templates_folder

input_argument = click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))

templates_option = option(
    "--templates",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=lambda _context, _option, asked: templates_folder(asked, Path()),
    help=translatable("The templates folder; else ./templates, else the built-in one."),
)

product_option = option(
    "--product",
    "names",
    metavar="NAME",
    multiple=True,
    help=translatable("Make only this product; may be given several times."),
)

json_option = option(
    "--json",
    "as_json",
    is_flag=True,
    help=translatable("Print the report as one JSON object on stdout."),
)


def refuse_unknown(names: Sequence[str], templates: Path) -> None:
    """Refuse a product that is not there before any work is done."""
    there = sorted(path.stem for path in templates.glob("*.toml"))
    for name in names:
        if name not in there:
            near = get_close_matches(name, there, 1) or there
            raise click.BadParameter(
                say("there is no {name}; did you mean {near}?", name=name, near=", ".join(near)),
                param_hint="--product",
            )
