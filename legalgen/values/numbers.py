"""Whole numbers, and digits that are a name: NIK, NIP, telephone, RT and RW.

Certain, and therefore silent: full-width digits, zeros before a number, the column's own name
before it (`TPS 001`, `Gelombang ke-2`), Roman numerals in capitals, `1.0`, an apostrophe that
forced text, and in a NIK the blanks, dots and dashes between its digits.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from legalgen.columns import Column, IfNumber
from legalgen.findings import mask, message, shown
from legalgen.values.reading import AS_TEXT, Reading, accept, refuse
from legalgen.values.text import APOSTROPHES, half_width, leading_words

_WHOLE = re.compile(r"([0-9]{1,15})(?:[.,]0{1,2})?\.*")
_ROMAN = re.compile(r"(?=.)(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_THROUGH_A_NUMBER = re.compile(
    r"[0-9][.,]?[0-9]*[eE]\+?[0-9]+|[0-9]{9,}[.,]0+|[0-9]{1,3}([., ])(?:[0-9]{3}\1){3,}[0-9]{3}"
)
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()-]*")
_WRAPPING = '="' + APOSTROPHES  # what forces text: '001, "001", ="001"
_LACKS_ITS_ZERO = re.compile(r"8[0-9]{8,11}")
_HAS_ITS_COUNTRY = re.compile(r"628[0-9]{8,11}")


def _from_roman(numeral: str) -> int:
    total = 0
    for digit, following in zip(numeral, numeral[1:] + "I", strict=True):
        worth = _ROMAN_DIGITS[digit]
        total += -worth if worth < _ROMAN_DIGITS[following] else worth
    return total


def _own_words(column: Column) -> set[str]:
    headers = (column.name, *column.synonyms)
    return {"no", "nomor", "ke"}.union(*(re.findall(r"[^\W_]+", header) for header in headers))


def _not_whole(cell: object) -> Reading:
    return refuse(
        "V013",
        message("{value} is not a whole number", value=shown(cell)),
        message("write digits only, without separators, such as 7"),
    )


def read_number(column: Column, text: str) -> Reading:
    """Read a whole number from 0."""
    plain = half_width(text).lstrip(APOSTROPHES)
    words, rest = leading_words(plain)
    if whole := _WHOLE.fullmatch(rest):
        return Reading(int(whole[1])) if words <= _own_words(column) else _not_whole(text)
    before, _, numeral = plain.rstrip(".").rpartition(" ")
    others, _ = leading_words(before)
    if _ROMAN.fullmatch(numeral) and others <= _own_words(column):
        return Reading(_from_roman(numeral))
    return _not_whole(text)


def number_from_cell(_column: Column, cell: object) -> Reading:
    """Read a number cell, or refuse a date or time."""
    if isinstance(cell, int) and 0 <= cell < 10**15:
        return Reading(cell)
    if isinstance(cell, (date, time, timedelta)):
        return refuse(
            "V011",
            message("the cell holds a date or time ({value})", value=cell),
            message("format the column as Number or General and type the value again"),
        )
    return _not_whole(cell)


def read_identity(column: Column, text: str) -> Reading:
    """Read digits that are a name; zeros before them belong to it."""
    if column.if_number is IfNumber.KEEP and _TELEPHONE.fullmatch(text):
        return _zero_lost(column, text) if _LACKS_ITS_ZERO.fullmatch(text) else Reading(text)
    if column.if_number is IfNumber.REFUSE and text.isdigit() and text.isascii():
        return Reading(text)
    text = half_width(text).strip(_WRAPPING + ". ")
    if column.if_number is IfNumber.PAD:
        return _read_padded(column, text)
    if _THROUGH_A_NUMBER.fullmatch(text):
        return _damaged(column, text)
    if column.name == "nik":
        joined = re.sub(r"[\s.\-]", "", text)
        return Reading(joined if joined.isdigit() else text)
    return Reading(text)


def _read_padded(column: Column, text: str) -> Reading:
    words, rest = leading_words(text)
    if re.fullmatch(r"[0-9]{1,3}", rest) and words <= _own_words(column):
        return Reading(rest)
    if re.fullmatch(r"[0-9]{1,3}[.,]0", rest):
        return _padded(int(rest[:-2]))
    return _no_padded(column, text)


def _no_padded(column: Column, cell: object) -> Reading:
    return refuse(
        "V018",
        message("{value} is not an {column} number", value=shown(cell), column=column.name.upper()),
        message(
            "write up to three digits, such as 001; RT and RW together, such as 001/002, go under "
            "a header RT/RW, in a column formatted as Text"
        ),
    )


def _padded(number: int) -> Reading:
    return accept(
        f"{number:03}",
        "V017",
        message(
            "the number {number} is read as {value}", number=number, value=shown(f"{number:03}")
        ),
        AS_TEXT,
    )


def _damaged(column: Column, cell: str) -> Reading:
    return refuse(
        "V003",
        message(
            "{column} went through a number cell ({value}): digits may be lost",
            column=column.name.upper(),
            value=mask(re.sub(r"\D", "", cell)),
        ),
        AS_TEXT,
    )


def _zero_lost(column: Column, digits: str) -> Reading:
    return accept(
        digits,
        "V017",
        message("{column} was a number cell: a zero before it is lost", column=column.name),
        AS_TEXT,
    )


def identity_from_cell(column: Column, cell: object) -> Reading:
    """Read a number cell in an identity column as far as nothing was lost in it."""
    if isinstance(cell, (date, time, timedelta)):
        return refuse(
            "V011",
            message("the cell holds a date or time ({value})", value=cell),
            AS_TEXT,
        )
    whole = cell if isinstance(cell, int) and cell >= 0 else None
    match column.if_number:
        case IfNumber.PAD if whole is not None and whole < 1000:
            return _padded(whole)
        case IfNumber.PAD:
            return _no_padded(column, cell)
        case IfNumber.KEEP if whole is not None:
            digits = str(whole)
            complete = _HAS_ITS_COUNTRY.fullmatch(digits)
            return Reading(digits) if complete else _zero_lost(column, digits)
    return _damaged(column, str(cell))
