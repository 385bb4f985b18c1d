"""Template tags in text: where they stand, and a line of its own for each.

Jinja reports errors by line only. A newline after each opening brace is blank space inside the
tag, prints nothing, and makes the line number the number of the tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

# Quoted text inside a tag may hold braces; a tag that is never closed is only its opening.
_INSIDE = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'])*?"""
# All begin with one brace, outside the alternatives, which lets `re` skip to the next one.
_TAG = re.compile(
    r"\{(?:"
    r"#.*?#\}"
    r"|%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    rf"|(?P<value>\{{[-+]?){_INSIDE}\}}\}}"
    rf"|(?P<block>%[-+]?){_INSIDE}%\}}"
    r"|(?P<unclosed>[{%#]))",
    re.DOTALL,
)
_DELIMITERS = re.compile(r"^\{[{%#][-+]?|[-+]?[}%#]\}$")
# What docxtpl takes away when it lifts a tag out of its row, cell, paragraph or run, or turns
# into an attribute.
_LIFTED = re.compile(r"^(?:tr|tc|p|r|colspan|cellbg)\s")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


def has_tags(text: str) -> bool:
    """Whether a text has anything for Jinja to do."""
    return _TAG.search(text) is not None


def tags_in(text: str) -> list[str]:
    """List the tags that print or do something, as they are written."""
    return [found[0] for found in _TAG.finditer(text) if found.lastgroup]


def meaning(tag: str) -> str:
    """Reduce a tag to what stays the same from Word through docxtpl's patching.

    >>> meaning("{%tr for orang in anggota %}") == meaning("{% for orang in  anggota %}")
    True
    """
    inner = _DELIMITERS.sub("", unescape(tag)).translate(_QUOTES).strip()
    return " ".join(_LIFTED.sub("", inner).split())


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A template source whose tags stand on lines of their own."""

    text: str
    tags: tuple[str, ...]
    lines: tuple[int, ...]  # where each tag begins

    def tag_at(self, line: int) -> int | None:
        """Find the tag that a line of the source belongs to."""
        found = bisect_right(self.lines, line) - 1
        return found if found >= 0 else None


def number_tags(source: str) -> NumberedSource:
    """Put each tag of a source on a line of its own, without printing anything more."""
    pieces: list[str] = []
    tags: list[str] = []
    lines: list[int] = []
    line, done = 1, 0
    for found in _TAG.finditer(source):
        if not found.lastgroup:
            continue
        inside = found.end(found.lastgroup)
        line += source.count("\n", done, inside) + 1
        pieces += source[done:inside], "\n"
        tags.append(found[0])
        lines.append(line)
        done = inside
    return NumberedSource("".join((*pieces, source[done:])), tuple(tags), tuple(lines))
