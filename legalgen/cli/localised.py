"""Click commands and options whose help, like Click's own words, is in the user's language.

The language of a run is the environment's LANGUAGE, which gettext reads; `--lang` and LEGALGEN_LANG
set it before anything is shown.
"""

from __future__ import annotations

import gettext
import os
from functools import partial
from typing import Any

import click

from legalgen.findings import Translate
from legalgen.language import DEFAULT_LANGUAGE, DOMAIN, LANGUAGES, LOCALE, translatable, translation


def speak(language: str) -> None:
    """Let gettext, and so Click, speak a language from now on."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


def spoken_language() -> str:
    """Tell the language of this run."""
    return os.environ.get("LANGUAGE", DEFAULT_LANGUAGE)


def current_translation() -> Translate:
    """Give the translation into the language of this run."""
    return translation(spoken_language())


def say(text: str, /, **values: object) -> str:
    """Put a sentence of the command line into the language of this run."""
    return current_translation()(text).format(**values)


def count(number: int) -> str:
    """Write a count with its thousands parted as the language of this run does."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if spoken_language() == DEFAULT_LANGUAGE else grouped


def _localised(name: str) -> Any:
    """Make an attribute that keeps English text and gives it in the language of the run."""
    kept = f"_english_{name}"

    def give(self: object) -> str | None:
        text: str | None = getattr(self, kept)
        return text and current_translation()(text)

    def keep(self: object, text: str | None) -> None:
        setattr(self, kept, text)

    return property(give, keep)


# Click's own words that it does not translate.
_OPTIONS = translatable("[OPTIONS]")
_COMMAND = translatable("COMMAND [ARGS]...")


class Option(click.Option):
    """An option with help in the user's language."""

    help = _localised("help")
    metavar = _localised("metavar")


class Argument(click.Argument):
    """An argument named in the user's language."""

    metavar = _localised("metavar")

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """Name it without the brackets that say it may be left out."""
        return super().get_error_hint(ctx).replace("'[", "'").replace("]'", "'")


def _speak_if_given(_context: object, _option: object, language: str | None) -> None:
    if language is not None:
        speak(language)


def _language_option() -> Option:
    """Make `--lang`, which may stand before or after a command's name."""
    return Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_speak_if_given,
        help=translatable("The language of messages: id (Indonesian, the default) or en."),
    )


class Command(click.Command):
    """A command with help in the user's language, which `--lang` chooses."""

    help = _localised("help")
    options_metavar = _localised("options_metavar")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_language_option())


class Group(Command, click.Group):
    """A group of commands, likewise."""

    command_class = Command
    subcommand_metavar = _localised("subcommand_metavar")


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)
