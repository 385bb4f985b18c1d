"""`legalgen product`: what an office does with its products besides editing them."""

from __future__ import annotations

import click

from legalgen.cli.lazy import LazyGroup
from legalgen.cli.localised import language_option
from legalgen.language import translatable

# Each command lives in the module of its name.
COMMANDS = ("new",)


@click.group(
    "product",
    cls=LazyGroup,
    package=__name__,
    names=COMMANDS,
    help=translatable("Begin a legal product of the office's own."),
)
@language_option
def command() -> None:
    """Hold the commands on products."""
