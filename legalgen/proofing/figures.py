"""Typed numbers and the words behind them: `807 (delapan ratus enam)` proved wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from legalgen.findings import Finding, Message, message, warning
from legalgen.proofing.script import MASK, Script
from legalgen.spelled import read_number
from legalgen.terbilang import DIGITS, spell_number

_FIGURE = r"(?<![\w.,/-])(?:Rp\.?\s*)?(?P<figure>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,15}(?:,\d+)?)"
_LONGEST_WORDS = 300  # characters; a number below 10**15 has half as many
_WITH_WORDS = re.compile(
    rf"(?:{_FIGURE}(?:,-+|\s?%)?|(?P<tag>{MASK}+))\s*\("
    rf"\s*(?P<words>[a-zA-Z][a-zA-Z\s-]{{0,{_LONGEST_WORDS}}})\)"
)
_LARGEST = 10**15
_OTHERS = ("sebelas", "sepuluh", "seratus", "seribu", "belas", "puluh", "ratus", "ribu", "juta")
_WORD = re.compile("|".join((*DIGITS, *_OTHERS)))
_RUN_TOGETHER = re.compile(rf"(?:{_WORD.pattern}){{2,}}").fullmatch


def disagreeing_words(script: Script) -> Iterator[Finding]:
    """Find numbers whose words say another, and words typed behind a number that is filled in."""
    for paragraph, text in zip(script.story.paragraphs, script.rest, strict=True):
        if "(" not in text:
            continue
        for found in _WITH_WORDS.finditer(text):
            tokens = found["words"].casefold().replace("-", " ").split()
            said = _said([word for token in tokens for word in _apart(token)])
            if said is None:
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
            elif (number := _number(found["figure"])) != said or any(map(_RUN_TOGETHER, tokens)):
                what = message("{figure} and its words disagree", figure=found["figure"])
                yield warning("N006", place, what, hint=_hint(number))


def _apart(token: str) -> list[str]:
    """Part words that are written as one: `duabelas`."""
    return _WORD.findall(token) if _RUN_TOGETHER(token) else [token]


def _number(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", "."))


def _said(tokens: Sequence[str]) -> int | Decimal | None:
    """Read the number that words begin with: `tiga rangkap` says 3, `rangkap tiga` nothing.

    `satu Ketua dan dua Anggota` says nothing either: they are two numbers.
    """
    for length in range(len(tokens), 0, -1):
        try:
            number = read_number(" ".join(tokens[:length]))
        except ValueError:
            continue
        return None if any(_said([token]) is not None for token in tokens[length:]) else number
    return None


def _hint(number: Decimal) -> Message:
    if number != number.to_integral_value() or number >= _LARGEST:
        return message("correct the figure or the words")
    words = spell_number(int(number))
    return message("the words for it are: {words}", words=words)
