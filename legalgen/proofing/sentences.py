"""A tag's text as a statement of Jinja's, and the block that it begins, ends or divides.

A misspelt statement is taken for what it was meant to be, so that its block is known all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from legalgen.proofing.script import Tag

BLOCKS = ("for", "if", "macro", "call", "filter", "with", "autoescape", "block", "set")
MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
OUTSIDE = ("include", "import", "from", "extends")
_USUAL = (*BLOCKS, *MIDDLES, *(f"end{block}" for block in BLOCKS))
KEYWORDS = frozenset({*_USUAL, *OUTSIDE})
# What other languages say, Indonesian the first of them.
_SYNONYMS = {
    "jika": "if",
    "bila": "if",
    "untuk": "for",
    "setiap": "for",
    "foreach": "for",
    "elseif": "elif",
    "elsif": "elif",
    "lainnya": "else",
}
# docxtpl's own: attributes of the cell, and merged cells.
_OF_CELLS = ("colspan", "cellbg")
_MERGED = ("vm", "hm")
_ASSIGNS = re.compile(r"\{% set\s[^|=]*=")
_ELSE_IF = re.compile(r"else if\b")
_APART = re.compile(r"(?:end |/ ?)(\w+)$")
_HEADS = {
    "for": "for x in []",
    "if": "if true",
    "macro": "macro x()",
    "call": "call loop()",
    "filter": "filter upper",
    "with": "with",
    "autoescape": "autoescape true",
    "block": "block x",
    "set": "set x",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a tag's text comes to for Jinja, and the block that it begins, ends or divides.

    `meant` is the statement it is, or was meant to be; empty where nobody knows.
    """

    source: str
    meant: str = ""

    @property
    def begins(self) -> str:
        """Name the block it begins."""
        return self.meant if self.meant in BLOCKS else ""

    @property
    def ends(self) -> str:
        """Name the block it ends."""
        return self.meant.removeprefix("end") if self.meant.startswith("end") else ""

    @property
    def divides(self) -> str:
        """Say whether it is an `else` or an `elif`."""
        return self.meant if self.meant in MIDDLES else ""

    @property
    def is_understood(self) -> bool:
        """Whether it is known which block it is of, if it is of any."""
        return bool(self.meant) or not self.source or _ASSIGNS.match(self.source) is not None

    def alone(self) -> str:
        """Complete it to a template of its own."""
        if self.begins:
            return f"{self.source}{{% end{self.begins} %}}"
        if self.ends:
            return f"{self._head()}{self.source}"
        if self.divides:
            return f"{{% if x %}}{self.source}{{% endif %}}"
        return self.source

    def readable(self, *, wrong: bool) -> str:
        """Give its source; where it is wrong, the least that keeps its block."""
        if not wrong:
            return self.source
        if self.begins:
            return self._head()
        if self.divides:
            return "{% elif true %}" if self.divides == "elif" else "{% else %}"
        return f"{{% end{self.ends} %}}" if self.ends else ""

    def _head(self) -> str:
        """Give the least head of a block, with the loop's variable where that can be read."""
        variables = re.match(r"\{% \w+ (\w+)", self.source)
        head = _HEADS[self.begins or self.ends]
        if self.begins == "for" and variables:
            head = head.replace("x", variables[1], 1)
        return f"{{% {head} %}}"


def sentence_of(tag: Tag) -> Sentence:
    """Read a tag as a sentence."""
    inner, keyword = " ".join(tag.inner.split()), tag.keyword
    if tag.prints:
        return Sentence(f"{{{{ {inner} }}}}")
    if keyword in _OF_CELLS:
        return Sentence(f"{{{{ {inner.removeprefix(keyword)} }}}}")
    if keyword in _MERGED and inner == keyword:
        return Sentence("")
    source = f"{{% {inner} %}}"
    if keyword == "set" and _ASSIGNS.match(source):
        return Sentence(source)
    return Sentence(source, _meant(inner, keyword))


def _meant(inner: str, keyword: str) -> str:
    """Give the statement that a keyword is or was meant to be, if one comes near."""
    if _ELSE_IF.match(inner):
        return "elif"
    if keyword in KEYWORDS:
        return keyword
    if apart := _APART.fullmatch(inner):
        keyword = f"end{apart[1]}"
    keyword = keyword.casefold()  # Word makes the first letter of a line large
    synonym = _SYNONYMS.get(keyword)
    return synonym or next(iter(get_close_matches(keyword, _USUAL, 1, 0.6)), "")
