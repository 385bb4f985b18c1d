"""Blocks that one kind of tag opens and another closes, which tears the document's XML apart."""

from __future__ import annotations

from collections.abc import Iterator

from legalgen.findings import Finding, error, message
from legalgen.proofing.script import Script, Tag
from legalgen.proofing.sentences import sentence_of


def unlike_ends(script: Script) -> Iterator[Finding]:
    """Find an end, or an `else`, that is not lifted out as its block's beginning is.

    What is not closed, or closes something else, is found where tags are read.
    """
    open_blocks: list[tuple[str, Tag]] = []
    for tag in script.tags:
        sentence = sentence_of(tag)
        if sentence.begins:
            open_blocks.append((sentence.begins, tag))
        elif sentence.ends or sentence.divides:
            kind, opening = open_blocks[-1] if open_blocks else ("", tag)
            if sentence.ends and sentence.ends != kind:
                return
            if tag.lift != opening.lift:
                yield _unlike(tag, opening)
            if sentence.ends:
                open_blocks.pop()


def _unlike(tag: Tag, opening: Tag) -> Finding:
    return error(
        "T006",
        tag.place,
        message("the block was opened with another kind of tag: {tag}", tag=opening.text),
        hint=message("write {end}", end=f"{{%{opening.lift} {tag.inner} %}}"),
        related=[opening.place],
    )
