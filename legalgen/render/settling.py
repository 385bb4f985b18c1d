"""What docxtpl does to the text that Jinja has printed, done only where something asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxtpl import DocxTemplate

from legalgen.findings import message
from legalgen.render.values import RefusedValueError

PARAGRAPH_END = "</w:p>"
FIRST_PICTURE = 1001  # docxtpl's

_BREAK = re.compile("[\t\n\a\f]")
_ROWLESS = re.compile(r"<w:tbl(?: [^>]*)?>(?:(?!<w:tbl[ >]).)*?</w:tblGrid></w:tbl>", re.DOTALL)
# How a cell ends whose last thing is no paragraph. Looked for as they stand: an expression for all
# takes longer than printing the document.
_EMPTY_ENDS = ("</w:tcPr></w:tc>", "<w:tcPr/></w:tc>", "</w:tbl></w:tc>", "<w:tc></w:tc>")
_MARKUP = re.compile(r"<(/?)([\w:.-]+)[^>]*?(/?)>")
_PICTURE_NUMBER = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*')


def show_braces(text: str) -> str:
    """Print docxtpl's `{_{`, `}_}`, `{_%` and `%_}` as the braces they stand for."""
    return text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")


def has_breaks(text: str) -> bool:
    """Whether a text has a tab, or a break of line, paragraph or page."""
    return _BREAK.search(text) is not None


def resolve_breaks(text: str) -> str:
    """Have docxtpl turn breaks into Word's, in the paragraphs that have any.

    docxtpl's expression matches from a paragraph's start to the first end, so that pieces cut
    behind the ends come out as the whole would, and nearly all of them need no look.
    """
    pieces = text.split(PARAGRAPH_END)
    for position, piece in enumerate(pieces[:-1]):
        if has_breaks(piece):
            pieces[position] = _resolved(piece + PARAGRAPH_END).removesuffix(PARAGRAPH_END)
    resolved_text = PARAGRAPH_END.join(pieces)
    if "\a" in resolved_text or "\f" in resolved_text:
        raise RefusedValueError(
            "T006",
            message("a new paragraph or page stands where there is no text to break"),
            message("print the value in a paragraph of its own"),
        )
    return resolved_text


def _resolved(text: str) -> str:
    """Have docxtpl turn breaks into Word's; refuse what it would break in the wrong place."""
    resolved: str = DocxTemplate.resolve_listing(None, text)
    # It takes every run for a child of its paragraph, and the first end of properties for theirs.
    if _nesting(resolved) != _nesting(text):
        raise RefusedValueError(
            "T006",
            message("a tab, new paragraph or page stands in a link or in tracked changes"),
            message("accept the changes in the template, or print the value outside the link"),
        )
    return resolved


def _nesting(text: str) -> tuple[list[str], list[str]] | None:
    """List the elements that a piece of XML ends and those it leaves open; None if they cross."""
    ended: list[str] = []
    opened: list[str] = []
    for ends, name, empty in _MARKUP.findall(text):
        if not ends and not empty:
            opened.append(name)
        elif ends and not opened:
            ended.append(name)
        elif ends and opened.pop() != name:
            return None
    return ended, opened


def drop_rowless_tables(text: str) -> str:
    """Take out tables that a loop has left without rows: Word calls them corrupt."""
    return _ROWLESS.sub("", text) if "</w:tblGrid></w:tbl>" in text else text


def fill_empty_cells(text: str) -> str:
    """Give cells that a false `if` has left without paragraphs an empty one, for Word's sake."""
    for end in _EMPTY_ENDS:
        text = text.replace(end, end.replace("</w:tc>", "<w:p/></w:tc>"))
    return text


def number_pictures(text: str, numbers: Iterator[int]) -> str:
    """Give pictures the next numbers, as docxtpl's `fix_docpr_ids` does."""
    return _PICTURE_NUMBER.sub(lambda found: f"{found[1]}{next(numbers)}", text)


def count_pictures(text: str) -> int:
    """Count the pictures whose number stands in this text."""
    return len(_PICTURE_NUMBER.findall(text))
