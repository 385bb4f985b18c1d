"""What a paragraph or run looks like in the end: its own format, else its style's, else Word's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from docx.oxml.ns import qn
from lxml import etree

from legalgen.proofing.manuscript import Manuscript

_STYLES, _THEME = "word/styles.xml", re.compile(r"word/theme/theme\d*\.xml")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ID, _VALUE = qn("w:styleId"), qn("w:val")


class Styles:
    """A template's styles, asked for a property of a paragraph or run."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript

    @cached_property
    def _root(self) -> etree._Element | None:
        there = _STYLES in self._manuscript.members
        return self._manuscript.tree(_STYLES) if there else None

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        if self._root is None:
            return {}
        return {style.get(_ID) or "": style for style in self._root.iter(qn("w:style"))}

    @cached_property
    def _usual(self) -> str:
        """Name the style of paragraphs that have none."""
        usual = (
            name
            for name, style in self._by_id.items()
            if style.get(qn("w:default")) in ("1", "true")
            and style.get(qn("w:type")) == "paragraph"
        )
        return next(usual, "")

    def keeps_with_next(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph stays on one page with the next."""
        return _is_set(_found("w:pPr", "w:keepNext", (paragraph, *self._of(paragraph))))

    def hides(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is hidden text."""
        return _is_set(_found("w:rPr", "w:vanish", self._formats(run, paragraph)))

    def font(self, run: etree._Element, paragraph: etree._Element) -> str:
        """Name the font of a run; empty where nothing says."""
        fonts = _found("w:rPr", "w:rFonts", self._formats(run, paragraph))
        if self._root is not None:
            defaults = self._root.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
            fonts = chain(fonts, _found("w:rPr", "w:rFonts", defaults))
        return next(filter(None, map(self._named, fonts)), "")

    def _formats(self, run: etree._Element, paragraph: etree._Element) -> Iterator[etree._Element]:
        """List what gives a run its format, the nearest first."""
        yield run
        yield from self._chain(_style_of(run.find(qn("w:rPr")), "w:rStyle"))
        yield from self._of(paragraph)

    def _of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        yield from self._chain(_style_of(paragraph.find(qn("w:pPr")), "w:pStyle") or self._usual)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """List a style and those it is based on."""
        seen: set[str] = set()
        while name in self._by_id and name not in seen:
            seen.add(name)
            style = self._by_id[name]
            yield style
            name = _style_of(style, "w:basedOn")

    def _named(self, fonts: etree._Element) -> str:
        theme = fonts.get(qn("w:asciiTheme"))
        if theme:
            return self._theme_fonts.get("major" if theme.startswith("major") else "minor", "")
        return fonts.get(qn("w:ascii")) or ""

    @cached_property
    def _theme_fonts(self) -> dict[str, str]:
        name = next(filter(_THEME.fullmatch, self._manuscript.members), None)
        if name is None:
            return {}
        root = self._manuscript.tree(name)
        return {
            kind: latin.get("typeface") or ""
            for kind in ("major", "minor")
            for latin in root.iter(f"{_DRAWING}latin")
            if latin.getparent().tag == f"{_DRAWING}{kind}Font"  # type: ignore[union-attr]
        }


def _found(
    properties: str, kind: str, holders: Iterable[etree._Element]
) -> Iterator[etree._Element]:
    """Find a property in those that have it."""
    path = f"{qn(properties)}/{qn(kind)}"
    return (mark for holder in holders if (mark := holder.find(path)) is not None)


def _is_set(marks: Iterator[etree._Element]) -> bool:
    """Whether the nearest mark is set."""
    nearest = next(marks, None)
    return nearest is not None and is_on(nearest)


def is_on(mark: etree._Element) -> bool:
    """Whether a mark such as `w:vanish` is set; present means yes."""
    return mark.get(_VALUE, "1") not in ("0", "false", "off")


def _style_of(properties: etree._Element | None, kind: str) -> str:
    mark = None if properties is None else properties.find(qn(kind))
    return "" if mark is None else mark.get(_VALUE) or ""
