"""Free text and coded words: blanks, accents and invisible characters set right.

Certain, and therefore silent: accents are composed (NFC), every run of blanks (also no-break
blanks and line breaks within the cell) becomes one, characters that nobody sees go, dashes alone
are an empty cell. Everything else stands as the office wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from difflib import get_close_matches

from legalgen.columns import Column, matching_key
from legalgen.findings import message, shown
from legalgen.values.reading import AS_TEXT, Reading, accept, refuse

_CONTROLS = [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_ZERO_WIDTH = [0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF]
_DIRECTIONS = [0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # of a contact's number
_INVISIBLE = dict.fromkeys(_CONTROLS + _ZERO_WIDTH + _DIRECTIONS)
_FULL_WIDTH = {0xFF00 + offset: 0x20 + offset for offset in range(0x01, 0x5F)}
_ORDINARY = _FULL_WIDTH | dict.fromkeys([*range(0x2010, 0x2016), 0x2212], ord("-"))
APOSTROPHES = "'’`‘´ʼ"  # before a value they make Excel keep it as text
_DASHES = "-–—"


def clean(text: str) -> str:
    r"""Set blanks, accents and invisible characters right.

    >>> clean("  Siti\u00a0 Aminah\u200b ")
    'Siti Aminah'
    >>> clean("-")
    ''
    """
    if text.isascii() and text.isalnum():
        return text  # half of a roster
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = text.translate(_INVISIBLE)
    text = " ".join(text.split())
    return text if text.strip(_DASHES) else ""


def half_width(text: str) -> str:
    """Turn full-width digits and signs, and dashes of any length, into the ordinary ones.

    >>> half_width("００１／００２"), half_width("25–01–2024")
    ('001/002', '25-01-2024')
    """
    return text if text.isascii() else text.translate(_ORDINARY)


def is_damaged(text: str) -> bool:
    """Whether the text went through a wrong encoding: `Ma’ruf` come out as `Maâ€™ruf`.

    >>> is_damaged("Maâ€™ruf"), is_damaged("Ma’ruf"), is_damaged("Jos\ufffd")
    (True, False, True)
    """
    if text.isascii():
        return False
    if "\ufffd" in text:
        return True
    try:
        text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return True


def read_text(_column: Column, text: str) -> Reading:
    """Read free text."""
    if is_damaged(text):
        return refuse(
            "V020",
            message("{value} holds characters damaged by a wrong encoding", value=shown(text)),
            message("type the cell again, or export the data again as UTF-8"),
        )
    return Reading(text)


def text_from_cell(_column: Column, cell: object) -> Reading:
    """Read what is not text in a column of text."""
    if isinstance(cell, int) and abs(cell) < 10**15:
        return accept(
            str(cell),
            "V016",
            message("the number {value} is read as text", value=shown(cell)),
            message("if zeros stood before it, format the column as Text and type it again"),
        )
    if isinstance(cell, (date, time, timedelta)):
        return refuse(
            "V011", message("the cell holds a date or time ({value})", value=cell), AS_TEXT
        )
    return refuse("V004", message("the cell holds the number {value}", value=shown(cell)), AS_TEXT)


def read_choice(column: Column, text: str) -> Reading:
    """Read one of a column's few words, however it is spelled."""
    key = matching_key(half_width(text))
    if key in column.choices:
        return Reading(column.choices[key])
    accepted = ", ".join(dict.fromkeys(column.choices.values()))
    near = get_close_matches(key, column.choices, 1)
    if near:
        hint = message(
            "did you mean {near}? accepted are {accepted}",
            near=column.choices[near[0]],
            accepted=accepted,
        )
    else:
        hint = message("accepted are {accepted}", accepted=accepted)
    what = message(
        "{value} is not accepted in the column {column}", value=shown(text), column=column.name
    )
    return refuse("V014", what, hint)


def choice_from_cell(column: Column, cell: object) -> Reading:
    """Read what is not text in a column of coded words: never one of them."""
    return read_choice(column, str(cell))


def leading_words(text: str) -> tuple[frozenset[str], str]:
    """Split off the words before a number.

    >>> words, rest = leading_words("TPS No. 001")
    >>> sorted(words), rest
    (['no', 'tps'], '001')
    """
    match = re.match(r"(?:[^\W\d_]+[\s.:–-]*)*", text)
    end = match.end() if match else 0
    return frozenset(re.findall(r"[^\W\d_]+", text[:end].casefold())), text[end:]
