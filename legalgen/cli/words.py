"""`legalgen words`: a number as it is written in a decree."""

from __future__ import annotations

import click

from legalgen.cli.localised import Command, argument, current_translation
from legalgen.findings import Message
from legalgen.language import translatable


@click.command(
    "words",
    cls=Command,
    help=translatable("Write a number with its words, as a decree does."),
    context_settings={"ignore_unknown_options": True},  # -5 is a number
)
@argument("number", metavar=translatable("NUMBER"))
def command(number: str) -> None:
    """Print the number, then its words in brackets."""
    from legalgen.terbilang import explain_figure  # noqa: PLC0415 - num2words is slow to import

    try:
        click.echo(explain_figure(number))
    except ValueError as problem:
        reason: Message = problem.args[0]
        raise click.BadParameter(reason.say(current_translation())) from None
