"""Tags as statements: which cannot be read, which blocks are not closed, and the rest as one tree.

Jinja stops at the first mistake. Here each tag is read by itself and the blocks are matched, so
that all are found at once; what can be read makes a tree all the same, a line for each tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from legalgen.findings import NOTHING_TO_SAY, Finding, Message, error, message, shown
from legalgen.proofing.script import Tag

_BLOCKS = ("for", "if", "macro", "call", "filter", "with", "autoescape", "block", "set")
_MIDDLES = {"else": ("for", "if"), "elif": ("if",)}
_OUTSIDE = ("include", "import", "from", "extends")
_USUAL = (*_BLOCKS, *_MIDDLES, *(f"end{block}" for block in _BLOCKS))
_KEYWORDS = (*_USUAL, *_OUTSIDE)
# docxtpl's own: attributes of the cell, and merged cells.
_OF_CELLS = ("colspan", "cellbg")
_MERGED = ("vm", "hm")
_ASSIGNS = re.compile(r"\{% set\s[^|=]*=")
_JINJA = Environment(autoescape=True)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a tag's text comes to for Jinja, and the block that it begins, ends or divides."""

    source: str
    begins: str = ""
    ends: str = ""
    divides: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A story's tags read: the tree of all that can be, its lines numbered as `tags` from 1."""

    tree: nodes.Template
    tags: Sequence[Tag]
    findings: Sequence[Finding]

    def tag_at(self, line: int) -> Tag:
        """Give the tag that a line of the tree came from."""
        return self.tags[min(line, len(self.tags)) - 1]


def read_tags(tags: Sequence[Tag]) -> Read:
    """Read a story's tags, and say all that is wrong with them as statements."""
    sentences = [sentence_of(tag) for tag in tags]
    findings = {number: _taking_in(tag) for number, tag in enumerate(tags) if _takes_in(tag)}
    try:
        tree = _JINJA.parse("\n".join(sentence.source for sentence in sentences))
    except TemplateSyntaxError:
        tree = _read_singly(tags, sentences, findings)
    return Read(tree, tags, [findings[number] for number in sorted(findings)])


def _read_singly(
    tags: Sequence[Tag], sentences: Sequence[Sentence], findings: dict[int, Finding]
) -> nodes.Template:
    """Find each tag that cannot be read and each block that is not closed; read all the others."""
    for number, (tag, sentence) in enumerate(zip(tags, sentences, strict=True)):
        if (problem := _problem(tag, sentence)) is not None:
            findings.setdefault(number, problem)
    return _JINJA.parse("\n".join(_matched(tags, sentences, findings)))


def sentence_of(tag: Tag) -> Sentence:
    """Say what a tag comes to for Jinja."""
    inner, keyword = " ".join(tag.inner.split()), tag.keyword
    if tag.prints:
        return Sentence(f"{{{{ {inner} }}}}")
    if keyword in _OF_CELLS:
        return Sentence(f"{{{{ {inner.removeprefix(keyword)} }}}}")
    if keyword in _MERGED and inner == keyword:
        return Sentence("")
    return _statement(f"{{% {inner} %}}", keyword)


def _statement(source: str, keyword: str) -> Sentence:
    """Say which block a statement begins, ends or divides; a misspelt one begins what it meant."""
    if keyword == "set" and _ASSIGNS.match(source):
        return Sentence(source)
    meant = keyword if keyword in _KEYWORDS else _meant(keyword)
    if meant in _BLOCKS:
        return Sentence(source, begins=meant)
    if keyword.startswith("end") and keyword.removeprefix("end") in _BLOCKS:
        return Sentence(source, ends=keyword.removeprefix("end"))
    return Sentence(source, divides=keyword if keyword in _MIDDLES else "")


def _meant(keyword: str) -> str:
    """Give the statement that a misspelt keyword was meant to be, if one comes near."""
    return next(iter(get_close_matches(keyword, _USUAL, 1, 0.6)), "")


def _takes_in(tag: Tag) -> bool:
    return tag.keyword in _OUTSIDE


def _taking_in(tag: Tag) -> Finding:
    what = message("a template cannot take in another file")
    return error("T005", tag.place, what, hint=message("copy what it says into this template"))


def _problem(tag: Tag, sentence: Sentence) -> Finding | None:
    """Say why a tag cannot be read by itself."""
    if not tag.inner.strip():
        return _unreadable(tag, message("the tag is empty"), message("delete it, or name a field"))
    try:
        _JINJA.parse(_alone(sentence))
    except TemplateSyntaxError as problem:
        if not tag.prints and tag.keyword not in _KEYWORDS:
            return _unknown_keyword(tag)
        return _unreadable(
            tag, message("the tag cannot be read: {reason}", reason=problem.message), _hint(tag)
        )
    return None


def _alone(sentence: Sentence) -> str:
    """Complete a statement to a template of its own."""
    if sentence.begins:
        return f"{sentence.source}{{% end{sentence.begins} %}}"
    if sentence.ends:
        return f"{_head(sentence)}{sentence.source}"
    if sentence.divides:
        return f"{{% if x %}}{sentence.source}{{% endif %}}"
    return sentence.source


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


def _head(sentence: Sentence) -> str:
    """Give the least head of a block, with the loop's variable where that can be read."""
    variables = re.match(r"\{% \w+ (\w+)", sentence.source)
    head = _HEADS[sentence.begins or sentence.ends]
    if sentence.begins == "for" and variables:
        head = head.replace("x", variables[1], 1)
    return f"{{% {head} %}}"


def _unreadable(tag: Tag, what: Message, hint: Message = NOTHING_TO_SAY) -> Finding:
    return error("T001", tag.place, what, hint=hint)


def _unknown_keyword(tag: Tag) -> Finding:
    near = _meant(tag.keyword)
    what = message("there is no statement {name}", name=shown(tag.keyword))
    if near:
        return _unreadable(tag, what, message("did you mean {names}?", names=near))
    return _unreadable(
        tag, what, message("{{% %}} is for if, for and set; a field is written {{{{ name }}}}")
    )


_HINTS: tuple[tuple[re.Pattern[str], Message], ...] = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"^\{.*\}$", message("two braces on each side are enough: {{{{ name }}}}")),
        (r"[„‟‚‛«»‹›″′`]", message('type the quotes inside a tag again, straight: "…"')),
        (r"\|\s*(\||$)", message("write a filter's name after |")),
        (r"^for\b(?!.*\bin\b)", message("write it as {{% for x in names %}}")),
        (r"^(if|elif)\b[^=!<>]*[^=!<>]=[^=]", message("compare with two signs: ==")),
        (r"\.\s*$|\.\.", message("a name stands after each dot")),
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


def _matched(
    tags: Sequence[Tag], sentences: Sequence[Sentence], findings: dict[int, Finding]
) -> list[str]:
    """Match beginnings and ends; give what can be read, mended to a whole, a line for each tag."""
    lines = [
        _readable(sentence, wrong=number in findings) for number, sentence in enumerate(sentences)
    ]
    open_blocks: list[int] = []
    blamed: set[int] = set()
    for number, sentence in enumerate(sentences):
        if sentence.begins:
            open_blocks.append(number)
        if not (sentence.ends or sentence.divides):
            continue
        fitting = (sentence.ends,) if sentence.ends else _MIDDLES[sentence.divides]
        depth = _innermost(fitting, open_blocks, sentences)
        if depth is None:
            around = open_blocks[-1:]
            findings[number] = _misplaced(tags[number], [tags[each] for each in around])
            blamed.update(around)
            lines[number] = ""
            continue
        unclosed = open_blocks[depth + 1 :]
        findings |= {each: _unclosed(tags[each]) for each in unclosed}
        lines[number] = _ends(unclosed, sentences) + lines[number]
        del open_blocks[depth if sentence.ends else depth + 1 :]
    findings |= {each: _unclosed(tags[each]) for each in open_blocks if each not in blamed}
    return [*lines, _ends(open_blocks, sentences)]


def _readable(sentence: Sentence, *, wrong: bool) -> str:
    """Give a sentence's source; where it is wrong, the least that keeps its block."""
    if not wrong:
        return sentence.source
    if sentence.begins:
        return _head(sentence)
    if sentence.divides:
        return "{% else %}"
    return f"{{% end{sentence.ends} %}}" if sentence.ends else ""


def _innermost(
    kinds: Sequence[str], open_blocks: Sequence[int], sentences: Sequence[Sentence]
) -> int | None:
    """Find how deep the innermost open block of these kinds is."""
    depths = range(len(open_blocks) - 1, -1, -1)
    return next((depth for depth in depths if sentences[open_blocks[depth]].begins in kinds), None)


def _ends(numbers: Sequence[int], sentences: Sequence[Sentence]) -> str:
    """Close blocks, the innermost first."""
    return "".join(f"{{% end{sentences[number].begins} %}}" for number in reversed(numbers))


def _unclosed(tag: Tag) -> Finding:
    return error(
        "T009",
        tag.place,
        message("the block is opened here and never closed"),
        hint=message("write {end} where it shall end", end=_closing(tag)),
    )


def _misplaced(tag: Tag, around: Sequence[Tag]) -> Finding:
    """Say that an end or `else` fits no open block; `around` is the innermost, if there is one."""
    if not around:
        what = message("there is no open block here")
        hint = message("delete the tag, or write the one that opens the block before it")
    else:
        what = message("the block that is open here is {tag}", tag=around[0].text)
        hint = message("close it first, with {end}", end=_closing(around[0]))
    return error("T009", tag.place, what, hint=hint, related=(each.place for each in around))


def _closing(opening: Tag) -> str:
    return f"{{%{opening.lift} end{opening.keyword} %}}"
