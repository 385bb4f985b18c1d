"""A template's file: its page, its parts, and bytes that are the same each time it is built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from scripts.build_templates.styles import FONT, numbering, styles
from scripts.build_templates.wordml import Element, R, paragraph, run, w

TWIPS_PER_CM = 567
LEFT, RIGHT, TOP, BOTTOM = 1701, 1134, 1417, 1134  # 3, 2, 2.5 and 2 cm
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size in twips."""

    width: int
    height: int

    @property
    def text_width(self) -> int:
        """Give what the margins leave."""
        return self.width - LEFT - RIGHT


F4 = Paper(12189, 18709)  # 215 x 330 mm

_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
{overrides}</Types>"""

_RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
{relationships}</Relationships>"""

_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title></dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>\
<cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>\
<dc:language>id-ID</dc:language></cp:coreProperties>"""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def _settings() -> Element:
    word_2013 = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=TWIPS_PER_CM),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", word_2013),
        w("themeFontLang", val="id-ID"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _fonts() -> Element:
    bookman = w(
        "font",
        w("altName", val="URW Bookman"),
        w("panose1", val="02050604050505020204"),
        w("charset", val="00"),
        w("family", val="roman"),
        w("pitch", val="variable"),
        name=FONT,
    )
    return w("fonts", bookman)


def _page_number() -> Element:
    """Make the header from the second page on: `- 2 -`."""
    page = w("fldSimple", w("r", w("t")), instr=" PAGE ")
    page[0][0].text = "2"
    numbered = paragraph("Nomor Halaman", "- ")
    numbered.append(page)
    numbered.append(run(" -"))
    return w("hdr", numbered)


def _section(paper: Paper) -> Element:
    """Make the section: an empty header on the first page, the page number on the others.

    The annex continues the numbering, so a missing page of a decree shows.
    """
    references = []
    for kind, relationship in (("default", "rId5"), ("first", "rId6")):
        reference = w("headerReference", type=kind)
        reference.set(f"{{{R}}}id", relationship)
        references.append(reference)
    return w(
        "sectPr",
        *references,
        w("pgSz", w=paper.width, h=paper.height),
        w("pgMar", top=TOP, right=RIGHT, bottom=BOTTOM, left=LEFT, header=709, footer=567,
          gutter=0),
        w("titlePg"),
    )  # fmt: skip


def build(paper: Paper, body: Iterable[Element]) -> bytes:
    """Pack a template; the same body gives the same bytes."""
    # Word ends a document with a paragraph; a small one needs no page of its own after a table.
    content = [*body, paragraph("Akhir Dokumen")]
    parts = {
        "document": (w("document", w("body", *content, _section(paper))), "document.main"),
        "styles": (styles(), "styles"),
        "numbering": (numbering(), "numbering"),
        "settings": (_settings(), "settings"),
        "fontTable": (_fonts(), "fontTable"),
        "header1": (_page_number(), "header"),
        "header2": (w("hdr", paragraph("Nomor Halaman")), "header"),
    }
    members = {
        "[Content_Types].xml": _CONTENT_TYPES.format(
            overrides="".join(
                f'<Override PartName="/word/{name}.xml" '
                f'ContentType="{_WORD_TYPE.format(kind=kind)}"/>'
                for name, (_, kind) in parts.items()
            )
        ),
        "_rels/.rels": _RELATIONSHIPS.format(
            relationships=f'<Relationship Id="rId1" Type="{R}/officeDocument" '
            'Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": _CORE,
        "word/_rels/document.xml.rels": _RELATIONSHIPS.format(
            relationships="".join(
                f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name}.xml"/>'
                for number, (name, (_, kind)) in enumerate(list(parts.items())[1:], start=1)
            )
        ),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, text in members.items():
            archive.writestr(_member(name), text)
        for name, (root, _) in parts.items():
            etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
            xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(_member(f"word/{name}.xml"), xml)
    return file.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    # Stored, not deflated: what deflate gives differs between zlib's versions.
    member = zipfile.ZipInfo(name, FIRST_DAY)
    member.create_system = 0  # as Word on Windows says; otherwise it differs by machine
    return member
