"""A story as a line of text with tags in it: which tags, where they stand, and what else is said.

The tags are those of docxtpl and Jinja as they are typed in Word, before docxtpl patches anything;
one that is not closed in its paragraph is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from lxml import etree

from legalgen.findings import TemplatePlace
from legalgen.proofing.manuscript import Story, texts_of
from legalgen.render.places import Paragraph

END = "\x1e"  # between two paragraphs
MASK = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for each character of a tag in the rest

_STRING = rf"\"[^\"{END}]*\"|'[^'{END}]*'"
_GROUP = rf"\{{(?:[^{{}}{END}]|\{{[^{{}}{END}]*\}})*\}}"  # a dict, which may hold a dict
_INSIDE = rf"(?>{_STRING}|{_GROUP}|(?!\{{\{{|\{{%|\}}\}}|%\}})[^{END}])*?"
_RAW = r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
_SILENT = rf"\{{\#.*?\#\}}|{_RAW}|\{{_\{{|\}}_\}}|\{{_%|%_\}}"
_TAG = re.compile(
    rf"(?P<silent>{_SILENT})|(?P<tag>\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}})", re.DOTALL
)
# What docxtpl lifts out of its row, cell, paragraph or run.
_PARTS = re.compile(
    r"\{[{%][-+]?(?:(?P<lift>tr|tc|p|r)\s)?\s*(?P<inner>.*?)\s*[-+]?[}%]\}", re.DOTALL
)
# The same, as one may write it by mistake: `{% tr for`, `{%Tr for`, `{%trfor`.
_MEANT_LIFT = re.compile(
    r"\{%[-+]?\s*(?P<lift>tr|tc|p|r)\s*(?=(?:(?:end)?(?:for|if)|else|elif)\b)", re.IGNORECASE
)
# What Word types by itself, and what Jinja reads; docxtpl makes the one of the other.
CURLY_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is written, where it stands, and what it does.

    `lift` is `tr`, `tc`, `p` or `r` where docxtpl takes the tag out of what it stands in, or was
    meant to; `inner` is what Jinja reads; `start` counts within the paragraph.
    """

    text: str
    paragraph: Paragraph
    start: int
    lift: str
    inner: str

    @property
    def end(self) -> int:
        """Say where it ends in its paragraph."""
        return self.start + len(self.text)

    def offset_of(self, text: etree._Element) -> int:
        """Say where a text element begins in the tag's paragraph."""
        before = takewhile(lambda each: each is not text, texts_of(self.paragraph.element))
        return sum(len(each.text or "") for each in before)

    @property
    def is_written_right(self) -> bool:
        """Whether docxtpl knows what it is to be lifted out of."""
        return not self.lift or self.text[2:].lstrip("+-").startswith(f"{self.lift} ")

    @property
    def prints(self) -> bool:
        """Whether it prints something, and is no statement."""
        return self.text.startswith("{{")

    @property
    def keyword(self) -> str:
        """Give a statement's first word."""
        return "" if self.prints else next(iter(re.findall(r"/?\w+", self.inner)), "")

    @property
    def place(self) -> TemplatePlace:
        """Point at it."""
        return replace(self.paragraph.place, tag=self.text)


@dataclass(frozen=True, slots=True)
class Script:
    """A story's tags in order, and `rest`: its text with the tags masked, paragraph by paragraph.

    What stands in template comments and `raw` blocks is masked too; nothing reads it.
    """

    story: Story
    tags: Sequence[Tag]
    rest: Sequence[str]


def read_script(story: Story) -> Script:
    """Find the tags of a story."""
    written = END.join(paragraph.text for paragraph in story.paragraphs)
    starts = [0]
    for paragraph in story.paragraphs:
        starts.append(starts[-1] + len(paragraph.text) + 1)
    tags: list[Tag] = []
    rest: list[str] = []
    done = 0
    for found in _TAG.finditer(written.translate(CURLY_QUOTES)):
        rest += written[done : found.start()], re.sub(f"[^{END}]", MASK, found[0])
        done = found.end()
        if found["tag"]:
            number = bisect_right(starts, found.start()) - 1
            start = found.start() - starts[number]
            text = written[found.start() : done]
            tags.append(_tag(text, found[0], story.paragraphs[number], start))
    masked = "".join((*rest, written[done:]))
    return Script(story, tags, masked.split(END) if story.paragraphs else ())


def _tag(text: str, straight: str, paragraph: Paragraph, start: int) -> Tag:
    parts = _PARTS.fullmatch(_MEANT_LIFT.sub(_as_meant, straight, count=1))
    lift, inner = (parts["lift"] or "", parts["inner"]) if parts else ("", straight[2:-2])
    return Tag(text, paragraph, start, lift, inner)


def _as_meant(found: re.Match[str]) -> str:
    return f"{{%{found['lift'].lower()} "
