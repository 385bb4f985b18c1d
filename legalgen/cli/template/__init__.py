"""`legalgen template`: what an office does with its templates besides making documents."""

from __future__ import annotations

import click

from legalgen.cli.lazy import LazyGroup
from legalgen.cli.localised import language_option
from legalgen.language import translatable

# Each command lives in the module of its name.
COMMANDS = ("check", "fix", "fields", "form")


@click.group(
    "template",
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    help=translatable("Work on the office's own templates."),
)
@language_option
def command() -> None:
    """Hold the commands on templates."""
