"""Numbers read back from their Indonesian words, however people have spelled them."""

from __future__ import annotations

from decimal import Decimal

from legalgen.findings import message, shown
from legalgen.terbilang import DIGITS

# Besides the right words, the wrong ones people type: they have a value all the same, and whoever
# checks a template compares that value first and the spelling after.
_SCALES = (
    (10**15, ("kuadriliun",)),
    (10**12, ("triliun", "trilyun")),
    (10**9, ("miliar", "milyar", "milyard")),
    (10**6, ("juta",)),
    (10**3, ("ribu",)),
    (10**2, ("ratus",)),
    (10, ("puluh",)),
)
_ONE_OF = {f"se{name}": name for _, names in _SCALES for name in names} | {"sebelas": "belas"}


def read_number(words: str) -> int | Decimal:
    """Read a number from its words; the inverse of `terbilang.spell_number`.

    Upper case, stray spaces and everyday misspellings ("satu ribu", "milyar", "sejuta") are read
    for what they mean.

    Errors: ValueError if the words are no number, or one put together wrongly ("dua tiga").

    >>> read_number("delapan ratus tujuh")
    807
    >>> read_number("Satu Koma Lima Nol")
    Decimal('1.50')
    """
    tokens = words.casefold().split()
    sign = -1 if tokens[:1] in (["min"], ["minus"]) else 1
    whole, decimals = _cut_at(("koma",), tokens[1:] if sign < 0 else tokens)
    try:
        value = _read_whole(whole)
        if decimals is None:
            return sign * value
        digits = "".join(str(DIGITS.index(word)) for word in decimals)
        return sign * Decimal(f"{value}.{digits}") if digits else _read_whole(decimals)
    except ValueError:
        raise ValueError(message("{words} is not a number in words", words=shown(words))) from None


def _read_whole(tokens: list[str]) -> int:
    if tokens == ["nol"]:
        return 0
    spread = [word for token in tokens for word in _one_and_scale(token)]
    return _read_positive(spread, _SCALES)


def _one_and_scale(token: str) -> tuple[str, ...]:
    """Take "seratus" for "satu ratus", so that the grammar has one shape."""
    return ("satu", _ONE_OF[token]) if token in _ONE_OF else (token,)


def _read_positive(tokens: list[str], scales: tuple[tuple[int, tuple[str, ...]], ...]) -> int:
    """Read 1 or more: how many of the largest scale there is, then what remains."""
    if not scales:
        digit, *belas = tokens or [""]
        if belas not in ([], ["belas"]):
            raise ValueError(tokens)
        return DIGITS.index(digit, 1) + 10 * len(belas)
    (scale, names), *smaller = scales
    count_words, rest_words = _cut_at(names, tokens)
    if rest_words is None:
        return _read_positive(tokens, tuple(smaller))
    count = _read_positive(count_words, tuple(smaller))
    rest = _read_positive(rest_words, tuple(smaller)) if rest_words else 0
    ten_and_rest = scale == 10 and count == 1 and rest  # sebelas, dua belas: never "sepuluh satu"
    if count >= (1000 if scale >= 1000 else 10) or rest >= scale or ten_and_rest:
        raise ValueError(tokens)
    return count * scale + rest


def _cut_at(names: tuple[str, ...], tokens: list[str]) -> tuple[list[str], list[str] | None]:
    """Cut in two at the first of the names; the second half is None where none stands."""
    for at, token in enumerate(tokens):
        if token in names:
            return tokens[:at], tokens[at + 1 :]
    return tokens, None
