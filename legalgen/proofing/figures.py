"""Typed numbers and the words behind them: `807 (delapan ratus enam)` proved wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from legalgen.findings import Finding, Message, message, warning
from legalgen.proofing.script import MASK, Script
from legalgen.spelled import read_number
from legalgen.terbilang import spell_number

_FIGURE = r"(?<![\w.,/-])(?:Rp\.?\s*)?(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,15}(?:,\d+)?)"
_LONGEST_WORDS = 300  # characters; a number below 10**15 has half as many
_WITH_WORDS = re.compile(
    rf"(?:{_FIGURE}(?:,-+|\s?%)?|(?P<tag>{MASK}+))\s*\("
    rf"\s*(?P<words>[a-zA-Z][a-zA-Z\s-]{{0,{_LONGEST_WORDS}}})\)"
)
_LARGEST = 10**15


def disagreeing_words(script: Script) -> Iterator[Finding]:
    """Find numbers whose words say another, and words typed behind a number that is filled in."""
    for paragraph, text in zip(script.story.paragraphs, script.rest, strict=True):
        if "(" not in text:
            continue
        for found in _WITH_WORDS.finditer(text):
            said = _said(found["words"])
            if said is None and not _run_together(found["figure"], found["words"]):
                continue
            place = replace(
                paragraph.place, tag=paragraph.text[found.start() : found.end()].strip()
            )
            if found["tag"]:
                what = message(
                    "the number is filled in and its words are typed: {words}", words=found["words"]
                )
                hint = message("let both be filled in: {{{{ jumlah|angka_huruf }}}}")
                yield warning("N006", place, what, hint=hint)
            elif (number := _number(found["figure"])) != said:
                what = message("{figure} and its words disagree", figure=found["figure"])
                yield warning("N006", place, what, hint=_hint(number))


def _number(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", "."))


def _said(words: str) -> int | Decimal | None:
    """Read the number that words begin with: `tiga rangkap` says 3, `rangkap tiga` nothing."""
    tokens = words.replace("-", " ").split()
    for length in range(len(tokens), 0, -1):
        try:
            return read_number(" ".join(tokens[:length]))
        except ValueError:
            continue
    return None


def _run_together(figure: str | None, words: str) -> bool:
    """Whether words are those of the figure, but for their blanks: `duabelas`."""
    number = _number(figure) if figure else None
    if number is None or number != number.to_integral_value() or number >= _LARGEST:
        return False
    tokens, spelt = words.casefold().split(), spell_number(int(number)).replace(" ", "")
    return any("".join(tokens[:length]) == spelt for length in range(1, len(tokens) + 1))


def _hint(number: Decimal) -> Message:
    if number != number.to_integral_value() or number >= _LARGEST:
        return message("correct the figure or the words")
    words = spell_number(int(number))
    return message("the words for it are: {words}", words=words)
