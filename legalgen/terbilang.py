"""Numbers, money and ordinals in Indonesian words.

Knows whole numbers and decimals up to 10**15 in size. Knows nothing of dates, templates or text
from a workbook: a number that is still text, a float or nothing at all is refused, not guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from legalgen.findings import message, shown

LARGEST = 10**15

_SWAP_DOT_AND_COMMA = str.maketrans(",.", ".,")
DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spell_number(number: int | Decimal) -> str:
    """Spell a number in words: lower case, one space between words, digits after "koma" one by one.

    Errors: TypeError for anything but int and Decimal (bool too), ValueError past ±10**15 and for
    NaN or infinity.
    Source: EYD V, "Penulisan Angka dan Bilangan"; zeros after the comma are spelled as given.

    >>> spell_number(20_748)
    'dua puluh ribu tujuh ratus empat puluh delapan'
    >>> spell_number(1_001_000)
    'satu juta seribu'
    >>> spell_number(Decimal("-1.5"))
    'min satu koma lima'
    """
    figure = write_number(number)
    whole, _, decimals = figure.lstrip("-").replace(".", "").partition(",")
    words = ["min"] if figure.startswith("-") else []
    words.append(_spell_whole(int(whole)))
    if decimals:
        words += ["koma", *(DIGITS[int(digit)] for digit in decimals)]
    return " ".join(words)


def write_number(number: int | Decimal) -> str:
    """Write a number in figures: a dot between thousands, a comma before decimals.

    >>> write_number(20_748), write_number(Decimal("1234.50"))
    ('20.748', '1.234,50')
    """
    plain = format(_checked(number), ",f" if isinstance(number, Decimal) else ",")
    return plain.translate(_SWAP_DOT_AND_COMMA)


def figure_and_words(number: int | Decimal) -> str:
    """Give the figure with its words in brackets, as official documents do.

    >>> figure_and_words(807)
    '807 (delapan ratus tujuh)'
    """
    return f"{write_number(number)} ({spell_number(number)})"


def write_rupiah(amount: int | Decimal) -> str:
    """Write money in figures: no space after Rp, always two decimals.

    Errors: ValueError for a fraction of a sen, besides those of `spell_number`.

    >>> write_rupiah(1_100_000)
    'Rp1.100.000,00'
    """
    figure = write_number(_checked_money(amount))
    return f"-Rp{figure[1:]}" if figure.startswith("-") else f"Rp{figure}"


def spell_rupiah(amount: int | Decimal) -> str:
    """Spell money in words; sen only where there are any.

    Errors: as `write_rupiah`.

    >>> spell_rupiah(Decimal("900500.50"))
    'sembilan ratus ribu lima ratus rupiah lima puluh sen'
    """
    money = _checked_money(amount)
    rupiah, sen = divmod(abs(int(money * 100)), 100)
    words = f"{'min ' if money < 0 else ''}{_spell_whole(rupiah)} rupiah"
    return f"{words} {_spell_whole(sen)} sen" if sen else words


def dictum(position: int) -> str:
    """Name the dictum of a decree; the first is KESATU (never PERTAMA).

    >>> [dictum(position) for position in (1, 11, 12, 21)]
    ['KESATU', 'KESEBELAS', 'KEDUA BELAS', 'KEDUA PULUH SATU']
    """
    return f"ke{_spell_whole(_checked_position(position))}".upper()


def letter(position: int) -> str:
    """Give the letter of an item: a to z, then aa, ab and so on.

    >>> letter(1), letter(26), letter(27)
    ('a', 'z', 'aa')
    """
    letters = ""
    rest = _checked_position(position)
    while rest:
        rest, index = divmod(rest - 1, 26)
        letters = chr(ord("a") + index) + letters
    return letters


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """Write a Roman numeral, 1 to 3999.

    >>> roman(4), roman(2024)
    ('IV', 'MMXXIV')
    """
    rest = _checked_position(number)
    if rest > 3999:
        raise ValueError(message("no Roman numeral for {number}: the largest is 3999", number=rest))
    numeral = ""
    for value, sign in _ROMAN:
        count, rest = divmod(rest, value)
        numeral += sign * count
    return numeral


_FIGURE = re.compile(
    r"(-?)(Rp\.?\s*)?(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d+|-))?", re.IGNORECASE
)


def read_figure(text: str) -> int | Decimal:
    """Read a figure as Indonesian documents write it: dots between thousands, a comma for decimals.

    Errors: ValueError for anything else, so that "1.5" is never taken for 15.

    >>> read_figure("20.748"), read_figure("Rp1.100.000,50")
    (20748, Decimal('1100000.50'))
    """
    found = _FIGURE.fullmatch(text.strip())
    if not found:
        raise ValueError(
            message("{text} is not a number like 807, 20.748 or 1.100.000,50", text=shown(text))
        )
    sign, _, whole, decimals = found.groups()
    figure = sign + whole.replace(".", "")
    return _checked(Decimal(f"{figure}.{decimals}") if decimals not in (None, "-") else int(figure))


def explain_figure(text: str) -> str:
    """Give a typed figure with its words: what `legalgen words` prints.

    Errors: ValueError where `read_figure` cannot read it.

    >>> explain_figure("807")
    '807 (delapan ratus tujuh)'
    >>> explain_figure("Rp1.100.000")
    'Rp1.100.000,00 (satu juta seratus ribu rupiah)'
    """
    number = read_figure(text)
    if "rp" in text.casefold():
        return f"{write_rupiah(number)} ({spell_rupiah(number)})"
    return figure_and_words(number)


def _spell_whole(number: int) -> str:
    """Spell 0 or more by groups of three digits, each of which num2words spells right.

    Whole numbers it does not: 1.001.000 would be "satu juta satu ribu". And the groups are few
    (6,000), so that a batch asks num2words for each of them once.
    """
    groups = ((number // scale % 1000, scale) for scale in _GROUP_SCALES)
    return " ".join(_spell_group(group * scale) for group, scale in groups if group) or DIGITS[0]


_GROUP_SCALES = tuple(1000**power for power in range(5, -1, -1))


@cache
def _spell_group(number: int) -> str:
    from num2words import num2words  # noqa: PLC0415 - 26 ms that `legalgen --help` does not need

    return str(num2words(number, lang="id"))


def _checked(number: int | Decimal) -> int | Decimal:
    """Refuse what has no sure value in words."""
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise TypeError(message("{value} is not a number", value=shown(number)))
    if isinstance(number, Decimal) and not number.is_finite():
        raise ValueError(message("{value} is not a number", value=shown(number)))
    if not -LARGEST <= number <= LARGEST:
        raise ValueError(
            message("{value} is too large to be put in words: at most 10^15", value=shown(number))
        )
    return number or number + 0  # a Decimal may be minus nothing


def _checked_money(amount: int | Decimal) -> Decimal:
    money = Decimal(_checked(amount))
    in_sen = money.quantize(Decimal("0.01"))
    if in_sen != money:
        raise ValueError(
            message("{value} is no amount of money: at most two decimals", value=shown(amount))
        )
    return in_sen


def _checked_position(number: int) -> int:
    whole = _checked(number)
    if not isinstance(whole, int) or whole < 1:
        raise ValueError(
            message("{value} is not a place in a sequence: 1, 2, 3, …", value=shown(number))
        )
    return whole
