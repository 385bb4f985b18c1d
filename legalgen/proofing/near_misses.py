"""What was meant to be a tag and is none: Word would print it as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from legalgen.findings import Finding, Message, error, message
from legalgen.proofing.script import MASK, Script

# In the patterns below `~` is any text without braces and tags, `@` the same without a per cent
# sign, `NAME` a field as it is written inside a tag. None of them may go over a long text twice.
_SHORT = {
    "~": f"[^{{}}{MASK}]*",
    "@": f"[^{{}}%{MASK}]*",
    "BLANK": r"[\s\u200b-\u200d\u2060\ufeff\xad]",
    "NAME": r"[A-Za-z_]\w*(?:\.\w+|\[[^\]{}]*\])*(?:\(\))?(?:\s*+\|[^{}]*+)?",
    "STATEMENT": r"(?:for|if|elif|set)\s[^{}]*+|end(?:for|if)|else",
}
_KEYBOARD = message("these are not the braces and signs of the keyboard: type {{{{ and }}}}")
_NO_BLANKS = message("write the braces without a blank between them: {{{{ name }}}}, {{% if … %}}")
_ALIKE = message("a tag ends as it begins: {{{{ … }}}} or {{% … %}}")
_ONE_PAIR = message("a field is written in two pairs of braces: {{{{ name }}}}")
_MERGE = message("fields of Word's own mail merge are not filled; write {{{{ name }}}}")
_TWO_BRACES = message("two braces on each side are enough: {{{{ name }}}}")
_CLOSE = message("close the tag in the paragraph it begins in: {{{{ name }}}}, {{% if … %}}")

# In this order: what an earlier one has found, a later one does not see. A brace behind `$` is the
# national e-office's, and left alone.
_MISSES: tuple[tuple[str, Message], ...] = (
    (r"\{?[｛﹛❴]{1,2}[^{}｛﹛❴｝﹜❵MASK]*[}｝﹜❵]{1,2}".replace("MASK", MASK), _KEYBOARD),
    (r"\{\{?~[｝﹜❵]\}?|\{[%％]~％\}|\{％~%\}", _KEYBOARD),
    (r"\{BLANK+\{~\}BLANK*\}|\{\{~\}BLANK+\}|\{BLANK+%~%BLANK*\}|\{%~%BLANK+\}", _NO_BLANKS),
    (r"\{\{@%\}|\{%@\}\}", _ALIKE),
    (r"\{\{~\}|(?<!\$)\{@\}\}|\{%@\}|\{@%\}", _ALIKE),
    (r"(?<!\$)\{\s*+[#/^]?(?:STATEMENT|NAME)\s*+\}", _ONE_PAIR),
    (r"(?<=MASK)\}|(?<!\$)\{(?=MASK)".replace("MASK", MASK), _TWO_BRACES),
    (r"«\s*[A-Za-z_]\w*\s*»|<<\s*[A-Za-z_]\w*\s*>>", _MERGE),
    (r"\{[{%#][^{}MASK]{0,60}|\}\}|%\}|#\}".replace("MASK", MASK), _CLOSE),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    for short, long in _SHORT.items():
        pattern = pattern.replace(short, long)
    return re.compile(pattern)


_PATTERNS = tuple((_compiled(pattern), hint) for pattern, hint in _MISSES)
_MARKS = "{}«<％｛﹛❴"


def near_misses(script: Script) -> Iterator[Finding]:
    """Find what is nearly a tag, in the text between the tags."""
    for paragraph, text in zip(script.story.paragraphs, script.rest, strict=True):
        if not any(mark in text for mark in _MARKS):
            continue
        remaining = text
        found_here: list[tuple[int, Finding]] = []
        for pattern, hint in _PATTERNS:
            for found in pattern.finditer(remaining):
                tag = paragraph.text[found.start() : found.end()].strip()
                place = replace(paragraph.place, tag=tag)
                what = message("this is no tag, and is printed as it stands")
                found_here.append((found.start(), error("T008", place, what, hint=hint)))
            remaining = pattern.sub(lambda found: MASK * len(found[0]), remaining)
        yield from (finding for _, finding in sorted(found_here, key=lambda each: each[0]))
