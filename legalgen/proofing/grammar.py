"""Tags as statements: which cannot be read, which blocks are not closed, and the rest as one tree.

Jinja stops at the first mistake. Here each tag is read by itself and the blocks are matched, so
that all are found at once; what can be read makes a tree all the same, a line for each tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from legalgen.findings import Finding, error, message, shown
from legalgen.proofing.script import Tag
from legalgen.proofing.sentences import MIDDLES, OUTSIDE, Sentence, sentence_of
from legalgen.proofing.unreadable import unreadable

_JINJA = Environment(autoescape=True)


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
    findings = {
        number: problem
        for number, tag in enumerate(tags)
        if (problem := _taking_in(tag) or _ill_lifted(tag)) is not None
    }
    try:
        tree = _JINJA.parse("\n".join(each.source for each in sentences))
    except (TemplateSyntaxError, RecursionError):
        tree, wrong = _read_singly(tags, sentences)
        findings = wrong | findings
    return Read(tree, tags, [findings[number] for number in sorted(findings)])


def _read_singly(
    tags: Sequence[Tag], sentences: Sequence[Sentence]
) -> tuple[nodes.Template, dict[int, Finding]]:
    """Find each tag that cannot be read and each block that is not closed; read all the others."""
    wrong = {
        number: problem
        for number, (tag, each) in enumerate(zip(tags, sentences, strict=True))
        if (problem := unreadable(tag, each)) is not None
    }
    lines, unmatched = _matched(
        tags, sentences, [each.readable(wrong=n in wrong) for n, each in enumerate(sentences)]
    )
    # What nobody understands may have been meant to open or close any block.
    if all(tags[number].prints or sentences[number].is_understood for number in wrong):
        wrong = unmatched | wrong
    try:
        return _JINJA.parse("\n".join(lines)), wrong
    except (TemplateSyntaxError, RecursionError):  # of tags together; compiling them says so
        return nodes.Template([]), wrong


def _taking_in(tag: Tag) -> Finding | None:
    if tag.keyword not in OUTSIDE:
        return None
    what = message("a template cannot take in another file")
    return error("T005", tag.place, what, hint=message("copy what it says into this template"))


def _ill_lifted(tag: Tag) -> Finding | None:
    if tag.is_written_right:
        return None
    begun, *_ = tag.text[2:].split()
    what = message("there is no statement {name}", name=shown(begun))
    right = f"{{%{tag.lift} {tag.inner} %}}"
    return error("T001", tag.place, what, hint=message("did you mean {names}?", names=right))


def _matched(
    tags: Sequence[Tag], sentences: Sequence[Sentence], lines: list[str]
) -> tuple[list[str], dict[int, Finding]]:
    """Match beginnings and ends; give the lines mended to a whole, and what fits nothing."""
    findings: dict[int, Finding] = {}
    open_blocks: list[int] = []
    blamed: set[int] = set()
    at_their_else: set[int] = set()
    for number, each in enumerate(sentences):
        if each.begins:
            open_blocks.append(number)
        if not (each.ends or each.divides):
            continue
        fitting = (each.ends,) if each.ends else MIDDLES[each.divides]
        depth = _innermost(fitting, open_blocks, sentences)
        if depth is None:
            around = open_blocks[-1:]
            findings[number] = _misplaced(tags[number], [tags[block] for block in around])
            blamed.update(around)
            lines[number] = ""
            continue
        if each.divides and open_blocks[depth] in at_their_else:
            findings[number] = _second_else(tags[number], tags[open_blocks[depth]])
            lines[number] = ""
            continue
        if each.divides == "else":
            at_their_else.add(open_blocks[depth])
        unclosed = open_blocks[depth + 1 :]
        findings |= {block: _unclosed(tags[block]) for block in unclosed}
        lines[number] = _ends(unclosed, sentences) + lines[number]
        del open_blocks[depth if each.ends else depth + 1 :]
    findings |= {block: _unclosed(tags[block]) for block in open_blocks if block not in blamed}
    return [*lines, _ends(open_blocks, sentences)], findings


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


def _second_else(tag: Tag, opening: Tag) -> Finding:
    return error(
        "T009",
        tag.place,
        message("the block {tag} has an else before this", tag=opening.text),
        hint=message("delete one of the two; a block has one else, as its last part"),
        related=[opening.place],
    )


def _closing(opening: Tag) -> str:
    return f"{{%{opening.lift} end{sentence_of(opening).begins} %}}"
