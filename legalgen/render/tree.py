"""The sure and slow way: parse what was rendered, do to it what docxtpl does, write it again.

Taken where a template's structure proves nothing beforehand, or a value brings XML of its own.
"""

from __future__ import annotations

import re

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

from legalgen.findings import message
from legalgen.render.recording import Kind
from legalgen.render.values import RefusedValueError

_WHERE = re.compile(r",? (?:line|column) \d+")
_LINK = f"{{{nsmap['r']}}}"
# What Word calls corrupt without a paragraph in it, when branches have taken them all.
NEEDS_PARAGRAPH = frozenset({"w:tc", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent"})


def without_declaration(xml: str) -> str:
    """Take off the declaration of bytes' encoding: text has none."""
    return xml.partition("?>")[2] if xml.startswith("<?xml") else xml


def read_strictly(xml: str) -> etree._Element:
    """Parse what was rendered; raise where docxtpl would recover, and lose what it cannot read."""
    try:
        return etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as problem:
        raise RefusedValueError(
            "T006",
            message(
                "what the template makes is no well-formed XML: {reason}", reason=_reason(problem)
            ),
            message(
                "look for |safe, or a block that begins inside one paragraph and ends in another"
            ),
        ) from problem


def _reason(problem: etree.XMLSyntaxError) -> str:
    """Leave out the line: nobody sees the XML of a document that is not made."""
    return " ".join(_WHERE.sub("", problem.msg).split())


def through_tree(kind: Kind, xml: str) -> etree._Element:
    """Do to a rendered part what docxtpl does to its kind, and mend what it leaves corrupt."""
    text = without_declaration(xml)
    tree = read_strictly(text)
    if kind is Kind.BODY:
        tree = fit_tables_and_number_pictures(text)
    elif kind is Kind.STORY:
        tree = parse_xml(text)
    mend(tree)
    return tree


def to_bytes(tree: etree._Element) -> bytes:
    """Write a tree as a part."""
    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def check_links(tree: etree._Element, known: frozenset[str]) -> None:
    """Refuse a link to what is not in the document: Word would not open it."""
    links = (
        str(link)
        for element in tree.iter()
        for name, link in element.attrib.items()
        if str(name).startswith(_LINK)
    )
    for link in links:
        if link and link not in known:
            raise RefusedValueError(
                "T006",
                message("a value links to {link}, which is not in this document", link=link),
                message("make the link with the template's own build_url_id"),
            )


def fit_tables_and_number_pictures(xml: str) -> etree._Element:
    """Let docxtpl fit the tables' grids to their cells and number the pictures."""
    docxtpl = DocxTemplate(None)
    docxtpl.docx_ids_index = 1000  # where its `render_init` begins
    tree: etree._Element = docxtpl.fix_tables(xml)
    docxtpl.fix_docpr_ids(tree)
    return tree


def mend(tree: etree._Element) -> None:
    """Take out tables left without rows, and give cells left without paragraphs an empty one."""
    for table in list(tree.iter(qn("w:tbl"))):
        if next(table.iter(qn("w:tr")), None) is None:
            _remove(table)
    for holder in tree.iter(*map(qn, NEEDS_PARAGRAPH)):
        if not _ends_well(holder):
            etree.SubElement(holder, qn("w:p"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _ends_well(holder: etree._Element) -> bool:
    """Whether there is a paragraph in it, and in a cell no table behind the last."""
    has_one = next(holder.iter(qn("w:p")), None) is not None
    return has_one and not (holder.tag == qn("w:tc") and holder[-1].tag == qn("w:tbl"))
