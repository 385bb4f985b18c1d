"""The user's language: messages are English in the code, Indonesian unless asked otherwise."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from legalgen.findings import Translate

DOMAIN = "legalgen"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("id", "en")
DEFAULT_LANGUAGE = "id"
SOURCE_LANGUAGE = "en"


@cache  # gettext looks for the catalogue's file each time it is asked
def translation(language: str) -> Translate:
    """Give what puts English source text into a language; English is left as it is."""
    fallback = language == SOURCE_LANGUAGE
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=fallback).gettext


def translatable(text: str) -> str:
    """Mark a text for the catalogue where it stands; it is translated where it is shown."""
    return text
