"""Why a tag cannot be read by itself, in the words of who typed it."""

from __future__ import annotations

import re

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


_HINTS: tuple[tuple[re.Pattern[str], Message], ...] = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"^\{.*\}$", message("two braces on each side are enough: {{{{ name }}}}")),
        (r"[„‟‚‛«»‹›″′`]", message('type the quotes inside a tag again, straight: "…"')),
        (
            "[\xad\u200b-\u200f\u2010-\u2015\u2060\ufeff]",
            message("a character in it is not the keyboard's: delete the tag, and type it again"),
        ),
        (r"^else\s+if\b", message("did you mean {names}?", names="elif")),
        (r"&&|\|\||(?:^|\s)!(?!=)", message("write the words and, or, not")),
        (r"\|\s*(\||$)", message("write a filter's name after |")),
        (r"^for\b(?!.*\bin\b)", message("write it as {{% for x in names %}}")),
        (r"^(if|elif)\b[^=!<>]*[^=!<>]=[^=]", message("compare with two signs: ==")),
        (r"\.\s*$|\.\.", message("a name stands after each dot")),
        (r"^[\w.]+\s*:\s*\w", message("a filter stands after |, not after a colon")),
        (r"^[\w.]+\s+[\w.]+", message("a name has no blanks: write _ for them")),
        (r"^[\w.]*\w-\w", message("a name has no hyphen: write _ for it")),
    )
)


def _hint(tag: Tag) -> Message:
    """Say what is likely wrong with a tag that cannot be read."""
    quotes, brackets = tag.inner.count('"') % 2, tag.inner.count("(") - tag.inner.count(")")
    if quotes:
        return message("a quote is opened and not closed")
    if brackets:
        return message("each ( needs its )")
    for pattern, hint in _HINTS:
        if pattern.search(tag.inner):
            return hint
    return message("write it as {{{{ name }}}} or {{% for x in names %}} … {{% endfor %}}")
