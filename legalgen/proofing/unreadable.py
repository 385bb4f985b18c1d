"""Why a tag cannot be read by itself, in the words of who typed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import Environment, TemplateSyntaxError

from legalgen.findings import Finding, Message, error, message, shown
from legalgen.proofing.script import Tag
from legalgen.proofing.sentences import KEYWORDS, Sentence
from legalgen.render.errors import too_deep

_JINJA = Environment(autoescape=True)


def unreadable(tag: Tag, sentence: Sentence) -> Finding | None:
    """Say why a tag cannot be read by itself, if it cannot."""
    if not tag.inner.strip():
        return _finding(tag, message("the tag is empty"), message("delete it, or name a field"))
    try:
        _JINJA.parse(sentence.alone())
    except TemplateSyntaxError as problem:
        if not tag.prints and tag.keyword not in KEYWORDS:
            return _unknown_keyword(tag, sentence)
        what = message("the tag cannot be read: {reason}", reason=problem.message)
        return _finding(tag, what, _hint(tag))
    except RecursionError:
        return too_deep(tag.place)
    return None


def _finding(tag: Tag, what: Message, hint: Message) -> Finding:
    return error("T001", tag.place, what, hint=hint)


def _unknown_keyword(tag: Tag, sentence: Sentence) -> Finding:
    what = message("there is no statement {name}", name=shown(tag.keyword))
    if sentence.meant:
        return _finding(tag, what, message("did you mean {names}?", names=sentence.meant))
    return _finding(
        tag, what, message("{{% %}} is for if, for and set; a field is written {{{{ name }}}}")
    )


_CHARACTERS: tuple[tuple[str, Message], ...] = (
    (r"[„‟‚‛«»‹›″′`]", message('type the quotes inside a tag again, straight: "…"')),
    (r"[≤≥≠]|=[<>]|<>", message("compare with ==, !=, <, <=, > or >=")),
    (
        "[\xad\u200b-\u200f\u2010-\u2015\u2026\u2060\u2190-\u2aff\ufeff]",
        message("a character in it is not the keyboard's: delete the tag, and type it again"),
    ),
)
_STATEMENTS: tuple[tuple[str, Message], ...] = (
    (r"^\{.*\}$", message("two braces on each side are enough: {{{{ name }}}}")),
    (r"^else\s+if\b", message("did you mean {names}?", names="elif")),
    (r"^(?:end\w+|else)\s", message("nothing stands behind this word")),
    (
        r"&&|\|\||(?:^|\s)!(?!=)|^(?:el)?if\b.*\s(?:dan|atau|tidak|bukan)\s",
        message("write the words and, or, not"),
    ),
    (r"\|\s*(\||$)", message("write a filter's name after |")),
    (r"^for\b(?!.*\bin\b)|^[#/^]", message("write it as {{% for x in names %}}")),
    (r"^(if|elif)\b[^=!<>]*[^=!<>]=[^=]", message("compare with two signs: ==")),
    (r"\.\s*$|\.\.", message("a name stands after each dot")),
    (r"^[\w.]+\s*:\s*\w", message("a filter stands after |, not after a colon")),
    (r"^[\w.]+\s+[\w.]+", message("a name has no blanks: write _ for them")),
    (r"^[\w.]*\w-\w", message("a name has no hyphen: write _ for it")),
)


def _hint(tag: Tag) -> Message:
    """Say what is likely wrong with a tag that cannot be read."""
    return (
        _first(_CHARACTERS, tag.inner)
        or _unpaired(tag.inner)
        or _first(_STATEMENTS, tag.inner)
        or message("write it as {{{{ name }}}} or {{% for x in names %}} … {{% endfor %}}")
    )


def _first(hints: Sequence[tuple[str, Message]], inner: str) -> Message | None:
    return next((hint for pattern, hint in hints if re.search(pattern, inner)), None)


def _unpaired(inner: str) -> Message | None:
    if inner.count('"') % 2:
        return message("a quote is opened and not closed")
    for opening, closing in ("()", "[]"):
        if inner.count(opening) != inner.count(closing):
            return message("each {opening} needs its {closing}", opening=opening, closing=closing)
    return None
