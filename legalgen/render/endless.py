"""Tags so many, or so far from their ends, that reading them would take for ever.

From each opening brace docxtpl looks for its end as far as the text goes, and then again from the
next: a page of nothing but braces would keep it busy for hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_MOST_TAGS = 20_000  # in one part; a decree has some hundred
_LONGEST_SEARCH = 50_000_000  # characters passed over in search of ends: seconds
# What begins a search, and what ends it.
_SEARCHES = tuple(
    (re.compile(begins), re.compile(ends))
    for begins, ends in (
        (r"\{\{", r"\}\}"),
        (r"\{%", r"%\}"),
        (r"\{#", r"#\}"),
        (r"-%\}", r"<w:t\b|\{%|\{\{"),
        (r"\{%[-+]?\s*raw\b", r"\{%[-+]?\s*endraw\s*[-+]?%\}"),
    )
)
_BLANKS = re.compile(r"(?:colspan|cellbg)\s{99}")  # parted in three in every way
_ELEMENT = re.compile(r"<[^<>]*>")


def is_endless(xml: bytes) -> bool:
    """Whether a member of a template has more tags, or longer searches, than can be read."""
    text = unescape(xml.replace(b"\0", b"").decode(errors="replace"))
    return any(map(_is_endless, _readings(text)))


def _readings(text: str) -> Iterator[str]:
    """Give a text as it is, and as docxtpl joins what Word has cut in pieces."""
    if "{" in text or "}" in text:
        yield text
        yield _ELEMENT.sub("", text)


def _is_endless(text: str) -> bool:
    for begins, ends in _SEARCHES:
        count = len(begins.findall(text))
        if count > _MOST_TAGS:
            return True
        # As far as the next end, which is sooner than the text's; mostly there is no need to look.
        if count * len(text) > _LONGEST_SEARCH and _searched(text, begins, ends) > _LONGEST_SEARCH:
            return True
    return _BLANKS.search(text) is not None


def _searched(text: str, begins: re.Pattern[str], ends: re.Pattern[str]) -> int:
    """Count the characters passed over from each beginning to the next end."""
    return sum(len(begins.findall(gap)) * len(gap) for gap in ends.split(text))
