"""Blocks that end elsewhere than they begin: they tear the document, or repeat half a table."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import Finding, error, message, warning
from legalgen.proofing.losses import holder_of
from legalgen.proofing.script import Script, Tag
from legalgen.proofing.sentences import sentence_of
from legalgen.proofing.splits import pieces_of

# What holds paragraphs, rows and cells: a block that begins in one ends in it.
_CONTAINERS = (qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:txbxContent"))


def unlike_ends(script: Script) -> Iterator[Finding]:
    """Find an end, or an `else`, that stands in something else than its block's beginning.

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
            else:
                yield from _elsewhere(tag, opening)
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


def _elsewhere(tag: Tag, opening: Tag) -> Iterator[Finding]:
    around, around_opening = _around(tag), _around(opening)
    if not (around and around_opening):
        return  # it cannot be lifted, which is found for itself
    if [each.tag for each in around] != [each.tag for each in around_opening]:
        what = message(
            "the document is torn: the block begins elsewhere, with {tag}", tag=opening.text
        )
        yield error(
            "T006",
            tag.place,
            what,
            hint=message("let it end in the text, cell or text box that it begins in"),
            related=[opening.place],
        )
    elif _container(around) is not _container(around_opening):
        yield warning(
            "T006",
            tag.place,
            message("the block begins in another cell or table, with {tag}", tag=opening.text),
            hint=message(
                "what is repeated stands between a row {begin} and a row {end} of one table",
                begin=f"{{%tr {opening.inner} %}}",
                end=f"{{%tr end{sentence_of(opening).begins} %}}",
            ),
            related=[opening.place],
        )


def _around(tag: Tag) -> list[etree._Element]:
    """List what a tag stands in when docxtpl has lifted it, the nearest first."""
    lifted = holder_of(tag) if tag.lift else next(iter(pieces_of(tag)), None)
    return [] if lifted is None else list(lifted.iterancestors())


def _container(around: list[etree._Element]) -> etree._Element | None:
    return next((each for each in around if each.tag in _CONTAINERS), None)
