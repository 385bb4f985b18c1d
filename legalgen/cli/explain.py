"""`legalgen explain`: what a finding's code means, and what to do about it."""

from __future__ import annotations

import click

from legalgen.cli.localised import Command, argument, say, spoken_language
from legalgen.language import translatable

_WIDTH = 88


@click.command(
    "explain",
    cls=Command,
    help=translatable(
        "Explain a finding's code: what it means, why, how to mend it. Without a code: list them."
    ),
)
@argument("code", metavar=translatable("[CODE]"), required=False)
def command(code: str | None) -> None:
    """Print one explanation, or the list of codes."""
    from legalgen.explanations import explain, explanations  # noqa: PLC0415

    language = spoken_language()
    if code is None:
        for known in explanations(language).values():
            click.echo(f"{known.code}  {known.title}")
        return
    found = explain(code, language)
    if found is None:
        raise click.BadParameter(
            say("there is no code {code}; `legalgen explain` lists them all", code=code),
            param_hint=[say("CODE")],
        )
    click.echo(f"{found.code}: {found.title}\n")
    click.echo(click.wrap_text(found.meaning, _WIDTH) + "\n")
    for label, text in (
        (say("why"), found.why),
        (say("to mend it"), found.mend),
        (say("for example"), found.example),
    ):
        if text:
            click.echo(click.wrap_text(f"{label}: {text}", _WIDTH, subsequent_indent="    "))
