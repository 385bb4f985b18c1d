"""Who signs, and how the lines of a signature stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.build_templates.house import LAYOUT, lines
from scripts.build_templates.package import Paper
from scripts.build_templates.wordml import Element, cell, paragraph, row, table, tag_row


def signature(
    *office: str, name: str, dated: Sequence[str] = (), kind: str = "Keputusan"
) -> list[Element]:
    """Set the closing block at the right; its lines stay together on a page."""
    style = f"Penandatangan {kind}"
    return [
        *lines(f"Tempat Tanggal {kind}", *dated),
        *(
            paragraph("Penandatangan Atas Nama" if line.startswith("a.n.") else style, line)
            for line in office
        ),
        paragraph(f"Nama {style}", name),
    ]


def enacted(*office: str, name: str, place: str, day: str) -> list[Element]:
    """Close a decree: the fields that say where and on which day, the office, and who signs."""
    dated = (f"Ditetapkan di {{{{ {place} }}}}", f"pada tanggal {{{{ {day}|tanggal }}}}")
    return signature(*office, name=name, dated=dated)


def together(paper: Paper, *content: Element) -> Element:
    """Set a letter's last words and its signature where no page's end divides them.

    They are one row: LibreOffice may part paragraphs that are only to be kept with the next.
    """
    width = paper.text_width
    return table(LAYOUT, [width], [row([cell(content, width)])])


@dataclass(frozen=True, slots=True)
class Signers:
    """Two who sign beside each other; with a condition, only where it holds."""

    left_office: str
    left_name: str
    right_office: str
    right_name: str
    condition: str = ""


def side_by_side(paper: Paper, *signers: Signers) -> Element:
    """Set signatures in two columns, all on one page."""
    left = paper.text_width // 2
    widths = (left, paper.text_width - left)
    rows = []
    for pair in signers:
        offices = lines("Tanda Tangan", pair.left_office, pair.right_office)
        names = lines("Nama Tanda Tangan", pair.left_name, pair.right_name)
        two = [
            row(cell([text], width) for text, width in zip(texts, widths, strict=True))
            for texts in (offices, names)
        ]
        if pair.condition:
            before, after = f"{{%tr if {pair.condition} %}}", "{%tr endif %}"
            two = [tag_row(before, widths), *two, tag_row(after, widths)]
        rows += two
    return table(LAYOUT, widths, rows)
