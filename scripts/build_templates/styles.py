"""The house style: every paragraph and table style of the templates, and the numbered lists.

Few styles, no latent ones: a lean styles.xml halves the time LibreOffice takes for a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.build_templates.wordml import Element, style_id, w

FONT = "Bookman Old Style"
HALF_POINTS = 24  # 12 pt
INDENT = 567  # 1 cm: what letters and numbers of items hang by
BLOCK = 3856  # 6.8 cm: where the block at the right begins, wide enough for its longest office
MIDDLE = 4536  # 8 cm: where a letter's does
LIST_COUNT = 4  # numbered lists a template may hold; each counts from 1
GREY = "7F7F7F"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; distances in twips, `size` in half-points, `line` in 240ths of a line.

    A `block` is set off from its neighbours as a whole: `before` and `after` do not part its own
    paragraphs.
    """

    name: str
    align: str = "left"
    before: int = 0
    after: int = 0
    line: int = 240
    left: int = 0
    right: int = 0
    hanging: int = 0
    tabs: tuple[int, ...] = ()
    size: int = HALF_POINTS
    bold: bool = False
    colour: str | None = None
    rule_below: bool = False
    keep_next: bool = False
    page_break: bool = False
    block: bool = False
    based_on: str = "Normal"


STYLES = (
    # Letterhead
    Style("Kop", "center", after=320, size=28, bold=True, keep_next=True, block=True),
    Style("Kop Surat", "center", size=28, bold=True, keep_next=True),
    Style("Alamat Kop", "center", before=40, after=280, size=18, rule_below=True),
    # Titles
    Style("Judul Keputusan", "center", before=120, after=120, line=300, keep_next=True),
    Style("Judul Naskah", "center", after=320, line=276, keep_next=True, block=True),
    Style("Memutuskan", "center", before=200, after=200, keep_next=True),
    # Text
    Style("Label Keputusan", before=60, after=60, line=312),
    Style("Label Keputusan Menyambung", before=60, after=60, line=312, keep_next=True),
    Style("Label Surat", before=60, after=60, line=264),
    Style("Isi Keputusan", "both", before=60, after=60, line=312),
    Style("Isi Menetapkan", before=60, after=60, line=312),  # capitals, justified, gape
    Style("Isi Surat", "both", before=60, after=60, line=264),
    Style("Isi Surat Menyambung", "both", before=60, after=60, line=264, keep_next=True),
    Style("Isi Surat Sesudah Tabel", "both", before=280, after=60, line=264, keep_next=True),
    Style("Baris Surat", line=264),
    Style("Alamat Surat", before=280, after=280, line=264, block=True),
    Style("Baris Data", before=60, line=264, left=1928, hanging=1928, tabs=(1644, 1928)),
    Style("Baris Kanan", "right", line=264),
    # Items; Word counts those that are numbered, the template's counters those with letters
    Style("Butir Menimbang", "both", before=60, after=60, line=312, left=INDENT, hanging=INDENT),
    Style("Butir Mengingat", "both", before=60, after=60, line=312, left=INDENT, hanging=INDENT),
    Style("Butir Rincian", "both", before=60, after=60, line=312, left=INDENT, hanging=INDENT),
    Style("Butir Surat", "both", before=60, after=60, line=264, left=INDENT, hanging=INDENT),
    Style("Tembusan", before=200, line=264, keep_next=True),
    Style("Butir Tembusan", line=264, left=INDENT, hanging=INDENT),
    # Annexes
    Style("Kepala Lampiran", left=BLOCK, keep_next=True, line=264),
    Style("Awal Lampiran", based_on="Kepala Lampiran", left=BLOCK, keep_next=True, line=264,
          page_break=True),
    Style("Judul Lampiran", "center", before=360, after=200, line=264, keep_next=True),
    # Tables
    Style("Kepala Tabel", "center", before=60, after=60, size=18, bold=True, keep_next=True),
    Style("Sel", before=40, after=40, size=20),
    Style("Sel Tengah", "center", before=40, after=40, size=20),
    Style("Sel Tengah Menyambung", "center", before=40, after=40, size=20, keep_next=True),
    Style("Sel Kelompok", before=60, after=60, size=20, bold=True, keep_next=True),
    # Signatures
    Style("Tempat Tanggal Keputusan", left=BLOCK, before=280, line=264, keep_next=True, block=True),
    Style("Penandatangan Keputusan", left=BLOCK, before=280, line=264, keep_next=True, block=True),
    Style("Penandatangan Atas Nama", left=BLOCK, hanging=INDENT, before=280, line=264,
          keep_next=True),
    Style("Nama Penandatangan Keputusan", left=BLOCK, before=1300, line=264),
    Style("Tempat Tanggal Surat", left=MIDDLE, before=280, line=264, keep_next=True, block=True),
    Style("Penandatangan Surat", left=MIDDLE, before=280, line=264, keep_next=True, block=True),
    Style("Nama Penandatangan Surat", left=MIDDLE, before=1200, line=264),
    Style("Tanda Tangan", before=280, line=264, right=227, keep_next=True),
    Style("Nama Tanda Tangan", before=1100, line=264, right=227, keep_next=True),
    # What steers the template, and the page number
    Style("Perintah Templat", size=14, colour=GREY),
    Style("Nomor Halaman", "center"),
    Style("Akhir Dokumen", size=2),
)  # fmt: skip


def _paragraph_style(style: Style) -> Element:
    paragraph = w("pPr")
    if style.keep_next:
        paragraph.extend([w("keepNext"), w("keepLines")])
    if style.page_break:
        paragraph.append(w("pageBreakBefore"))
    if style.rule_below:
        rule = w("bottom", val="thinThickSmallGap", sz=18, space=4, color="auto")
        paragraph.append(w("pBdr", rule))
    if style.tabs:
        paragraph.append(w("tabs", *(w("tab", val="left", pos=stop) for stop in style.tabs)))
    paragraph.append(
        w("spacing", before=style.before, after=style.after, line=style.line, lineRule="auto")
    )
    paragraph.append(w("ind", left=style.left, right=style.right, hanging=style.hanging))
    if style.block:
        paragraph.append(w("contextualSpacing"))
    paragraph.append(w("jc", val=style.align))
    text = w("rPr")
    if style.bold:
        text.extend([w("b"), w("bCs")])
    if style.colour:
        text.append(w("color", val=style.colour))
    text.extend([w("sz", val=style.size), w("szCs", val=style.size)])
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style_id(style.based_on)),
        w("qFormat"),
        paragraph,
        text,
        type="paragraph",
        customStyle=1,
        styleId=style_id(style.name),
    )


def _table_style(name: str, borders: str, margin: int) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="NormalTable"),
        w("qFormat"),
        w(
            "tblPr",
            w("tblBorders", *(w(side, val=borders, sz=4, space=0, color="auto") for side in sides)),
            w("tblCellMar", *(w(side, w=margin, type="dxa") for side in ("left", "right"))),
        ),
        type="table",
        customStyle=1,
        styleId=style_id(name),
    )


def styles() -> Element:
    """Make `styles.xml`: the defaults, then every style."""
    text = w(
        "rPr",
        w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        w("sz", val=HALF_POINTS),
        w("szCs", val=HALF_POINTS),
        w("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"),
    )
    paragraph = w(
        "pPr", w("widowControl"), w("spacing", before=0, after=0, line=240, lineRule="auto")
    )
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", text), w("pPrDefault", paragraph)),
        # Word's own styles stay out of the gallery, so the office sees the house's.
        w("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
          defUnhideWhenUsed=1, defQFormat=0, count=376),
        w("style", w("name", val="Normal"), w("qFormat"),
          type="paragraph", default=1, styleId="Normal"),
        w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1),
          w("semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
          w("tblPr", w("tblInd", w=0, type="dxa")),
          type="table", default=1, styleId="NormalTable"),
        *(_paragraph_style(style) for style in STYLES),
        _table_style("Tabel Lampiran", "single", 70),
        _table_style("Tabel Tata Letak", "nil", 0),
    )  # fmt: skip


def numbering() -> Element:
    """Make `numbering.xml`: lists 1 to `LIST_COUNT`, all `1.`, `2.`, ..., each from 1."""
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("lvlText", val="%1."),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=INDENT, hanging=INDENT)),
        ilvl=0,
    )
    restart = [
        w(
            "num",
            w("abstractNumId", val=0),
            w("lvlOverride", w("startOverride", val=1), ilvl=0),
            numId=number,
        )
        for number in range(1, LIST_COUNT + 1)
    ]
    abstract = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=0)
    return w("numbering", abstract, *restart)
