"""Sentences for the user: English source text with values beside it, translated when it is shown.

No identity number is ever said whole, in whichever column or text it was pasted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

Translate: TypeAlias = Callable[[str], str]


def untranslated(text: str) -> str:
    """Leave the English source text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user: English source text, and the values that go into its braces."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def say(self, translate: Translate = untranslated) -> str:
        """Say it in the language of `translate`; values that are messages are translated too.

        >>> message("sheet {sheet} is missing", sheet="peserta").say()
        'sheet peserta is missing'
        >>> message("read as {day}", day=date(2024, 1, 25)).say()
        'read as 25-01-2024'
        """
        values = {name: _said(value, translate) for name, value in self.values}
        return translate(self.text).format(**values) if self.text else ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        """Say it in English, so that an exception carrying a message reads well in a traceback."""
        return self.say()


def _said(value: object, translate: Translate) -> object:
    """Write a value as the office does: days first, a dot in the time of day."""
    match value:
        case str():
            return masked(value)
        case Message():
            return value.say(translate)
        case datetime():
            return f"{value:%d-%m-%Y %H.%M}"
        case date():
            return f"{value:%d-%m-%Y}"
        case time():
            return f"{value:%H.%M}"
    return value


def message(text: str, /, **values: object) -> Message:
    """Make a message; the literal first argument is what the catalogue translates.

    A brace that is to be shown is written twice, as in `str.format`.
    """
    return Message(text, tuple(values.items()))


NOTHING_TO_SAY = Message("")


def mask(number: str) -> str:
    """Mask an identity number for messages: first and last four digits only.

    >>> mask("3303991505900001")
    '3303…0001'
    >>> mask("12345")
    '…'
    """
    return f"{number[:4]}…{number[-4:]}" if len(number) >= 12 else "…"


_IDENTITY_NUMBER = re.compile(r"\d{12,}|\d(?:[ ._\u2010-\u2015-]?\d){15,}")


def masked(text: str) -> str:
    """Mask every identity number within a text, also one written in groups.

    >>> masked("pengganti 3303 9915 0590 0001"), masked("31-02-1990 00:00:00")
    ('pengganti 3303…0001', '31-02-1990 00:00:00')
    """
    return _IDENTITY_NUMBER.sub(lambda found: mask(re.sub(r"\D", "", found[0])), text)


_SHOWN_LENGTH = 80


def shown(value: object) -> str:
    """Show a value inside a message: text in quotes, shortened, and no identity number whole.

    >>> shown("delapan"), shown(1.5), shown("NIK 3303991505900001")
    ('"delapan"', '1.5', '"NIK 3303…0001"')
    """
    text = masked(str(value))
    if len(text) > _SHOWN_LENGTH:
        text = f"{text[: _SHOWN_LENGTH - 1]}…"
    return f'"{text}"' if isinstance(value, str) else text
