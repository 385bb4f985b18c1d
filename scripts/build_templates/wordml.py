"""The few words of WordprocessingML the templates are written in.

A text is one run, so a tag is never split; a newline in it is a line break. Looks come from styles
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for it)


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make the element `w:tag`; its attributes are of the same namespace."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(children)
    return element


def style_id(name: str) -> str:
    """Give the identifier of a style from the name Word shows."""
    return name.replace(" ", "")


def run(text: str) -> Element:
    """Make the one run that holds `text`."""
    pieces = {"\n": "br", "\t": "tab"}
    element = w("r")
    for piece in re.split(r"([\n\t])", text):
        if piece in pieces:
            element.append(w(pieces[piece]))
        elif piece:
            content = w("t")
            content.text = piece
            if piece != piece.strip():
                content.set(XML_SPACE, "preserve")
            element.append(content)
    return element


def paragraph(style: str, text: str = "", *, number: int | None = None) -> Element:
    """Make a paragraph of a style; `number` is the list that counts it."""
    properties = w("pPr", w("pStyle", val=style_id(style)))
    if number is not None:
        properties.append(w("numPr", w("ilvl", val=0), w("numId", val=number)))
    return w("p", properties, *([run(text)] if text else []))


def tag(text: str) -> Element:
    """Make a paragraph that only steers the template; rendering takes it away."""
    return paragraph("Perintah Templat", text)


def cell(content: Iterable[Element], width: int, span: int = 1, *, framed: bool = True) -> Element:
    """Make a cell `width` twips wide over `span` columns; unframed, it stands below its table."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if not framed:
        properties.append(
            w("tcBorders", *(w(side, val="nil") for side in ("left", "bottom", "right")))
        )
    return w("tc", properties, *content)


def row(cells: Iterable[Element], *, whole: bool = True, repeated: bool = False) -> Element:
    """Make a row; a `whole` one is not split by a page's end, a `repeated` one heads every page."""
    properties = w("trPr")
    if whole:
        properties.append(w("cantSplit"))
    if repeated:
        properties.append(w("tblHeader"))
    return w("tr", *([properties] if len(properties) else []), *cells)


def tag_row(text: str, widths: Sequence[int]) -> Element:
    """Make a row that only steers the template; rendering takes it away."""
    return row([cell([tag(text)], sum(widths), len(widths))])


def table(style: str, widths: Sequence[int], rows: Iterable[Element]) -> Element:
    """Make a table whose columns keep their widths (twips)."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style_id(style)),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )
