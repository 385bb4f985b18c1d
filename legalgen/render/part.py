"""One part of a document that differs between documents: compiled once, printed many times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

import jinja2

from legalgen.findings import message
from legalgen.render.bounds import refuse
from legalgen.render.package import Deflater, Member
from legalgen.render.printing import Rendering
from legalgen.render.recording import Kind, Source
from legalgen.render.settling import (
    FIRST_PICTURE,
    PARAGRAPH_END,
    drop_rowless_tables,
    fill_empty_cells,
    number_pictures,
    resolve_breaks,
    show_braces,
)
from legalgen.render.structure import Structure
from legalgen.render.tags import NumberedSource
from legalgen.render.tree import check_links, through_tree, to_bytes

_PIECES = 4096  # printed at a time: about a megabyte; a letter is a hundred
_LONGEST = 400_000_000  # characters; Word opens nothing near it


@dataclass(frozen=True, slots=True)
class Part:
    """A part's compiled template, and what its structure has proved."""

    source: Source
    numbered: NumberedSource
    template: jinja2.Template
    structure: Structure
    always_breaks: bool = False  # the template's own text has breaks
    always_braces: bool = False  # it may complete a value's brace

    def begin(self, values: dict[str, Any]) -> Rendering:
        """Make the context of one rendering."""
        rendering: Rendering = self.template.new_context(values)  # type: ignore[assignment]
        rendering.part_name = self.source.name
        rendering.breaks = self.always_breaks
        rendering.braces = self.always_braces
        return rendering

    def render(self, rendering: Rendering, beside: int) -> Member:
        """Print the part and compress it, piece by piece where its structure is proved.

        `beside` is how many bytes the document holds beside it.
        """
        pieces = self._settled(rendering)
        first = next(pieces)
        if rendering.markup or not self.structure.proved:
            return self._through_tree((first, *pieces), rendering, beside)
        deflater = Deflater(self.source.name, first.encode(), beside)
        for piece in pieces:
            if rendering.markup:
                # The template is not run again: its counters would go on counting.
                begun = deflater.member().content().decode()
                return self._through_tree((begun, piece, *pieces), rendering, beside)
            deflater.write(piece.encode())
        return deflater.member()

    def _through_tree(self, pieces: Iterable[str], rendering: Rendering, beside: int) -> Member:
        """Parse what was printed: its structure proves nothing, or a value has brought markup."""
        tree = through_tree(self.source.kind, "".join(pieces))
        if rendering.package is None:  # docxtpl's own has links that the values added
            check_links(tree, self.source.links)
        return Deflater(self.source.name, to_bytes(tree), beside).member()

    def _settled(self, rendering: Rendering) -> Iterator[str]:
        """Print the part in pieces that end with a paragraph, each as docxtpl would leave it."""
        numbers = count(FIRST_PICTURE)
        for piece in _cut_at_paragraphs(self.template.root_render_func(rendering)):
            yield self._settle(piece, rendering, numbers)

    def _settle(self, text: str, rendering: Rendering, numbers: Iterator[int]) -> str:
        """Do what the template's structure or this document's values ask for: mostly nothing."""
        if self.source.kind is Kind.PROPERTIES:
            return text  # docxtpl shows and resolves nothing in them
        if rendering.markup:
            text = text.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
        if rendering.braces or rendering.markup:
            text = show_braces(text)
        if rendering.breaks or rendering.markup:
            text = resolve_breaks(text)
        if self.structure.tables_may_vanish:
            text = drop_rowless_tables(text)
        if self.structure.cells_may_empty:
            text = fill_empty_cells(text)
        if self.structure.pictures_in_blocks:
            text = number_pictures(text, numbers)
        return text


def _cut_at_paragraphs(printed: Iterator[str]) -> Iterator[str]:
    """Join what Jinja prints into pieces that end with a paragraph; nearly always into one."""
    carried, length = "", 0
    while True:
        taken = list(islice(printed, _PIECES))
        text = carried + "".join(taken)
        if len(taken) < _PIECES:
            yield text
            return
        length += len(text)
        if length > _LONGEST:
            refuse(message("more than {most} characters in one part", most=_LONGEST))
        last = text.rfind(PARAGRAPH_END)
        end = last + len(PARAGRAPH_END) if last >= 0 else 0
        carried = text[end:]
        yield text[:end]
