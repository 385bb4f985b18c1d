"""When two spellings are one name, and which known name a misspelt one was meant to be.

Only compares: what the office wrote is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import pairwise
from unicodedata import combining, normalize

_APOSTROPHES = re.compile(r"['`´ʼʻ‘’]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_KIND_OF_PLACE = re.compile(r"^(desa|ds|kelurahan|kel|kecamatan|kec)\s+(?=\S)")


def comparable(name: str) -> str:
    """Reduce a name to what two spellings of it share.

    Case, accents, apostrophes, punctuation and runs of blanks do not tell names apart.

    >>> comparable("  Ma'ruf  AL-AMIN "), comparable("Maruf Al Amin"), comparable("José")
    ('maruf al amin', 'maruf al amin', 'jose')
    """
    plain = name.casefold()
    if plain.isascii() and plain.replace(" ", "").isalpha():
        return " ".join(plain.split())  # nearly every name, in a third of the time
    if not plain.isascii():
        plain = "".join(c for c in normalize("NFKD", plain) if not combining(c)).casefold()
    return _NOT_LETTERS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def place_key(name: str) -> str:
    """Reduce a place's name to what two spellings of it share: blanks do not count either.

    >>> place_key("Karang Anyar") == place_key("KARANGANYAR")
    True
    """
    return comparable(name).replace(" ", "")


def bare_place_key(name: str) -> str:
    """Reduce a place's name as `place_key` does, and leave out what kind of place it is.

    >>> bare_place_key("Desa Karang Anyar"), bare_place_key("Karanganyar")
    ('karanganyar', 'karanganyar')
    """
    return _KIND_OF_PLACE.sub("", comparable(name)).replace(" ", "")


def blotted(name: str) -> list[str]:
    """Give a name with a blot on each letter, one between each two, and each two in one order.

    Names that share one of these are the same but for one letter, another one or one too many, or
    for two that changed places.

    >>> set(blotted("rini")) & set(blotted("rina")), set(blotted("ali")) & set(blotted("alif"))
    ({'rin*'}, {'ali*'})
    >>> set(blotted("sarno")) & set(blotted("sanro"))
    {'sa**nro'}
    """
    over = [f"{name[:at]}*{name[at + 1 :]}" for at in range(len(name))]
    between = [f"{name[:at]}*{name[at:]}" for at in range(len(name) + 1)]
    in_order = enumerate("".join(sorted(pair)) for pair in pairwise(name))
    return over + between + [f"{name[:at]}**{pair}{name[at + 2 :]}" for at, pair in in_order]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` was most likely meant to be, or None if none comes near.

    `Desa Bokol` is meant to be `Bokol`: the column already says that it is a village.

    >>> nearest("Desa Bokl", ["Bakulan", "Bokol"])
    'Bokol'
    >>> nearest("Surabaya", ["Bakulan", "Bokol"]) is None
    True
    """
    by_key = {comparable(other): other for other in known}
    key = _KIND_OF_PLACE.sub("", comparable(name))
    found = get_close_matches(key, by_key, n=1, cutoff=0.7)
    return by_key[found[0]] if found else None
