"""The blocks the office's documents are made of: letterhead, heads, items, annexes, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.build_templates.package import Paper
from scripts.build_templates.wordml import (
    Element,
    cell,
    paragraph,
    row,
    table,
    tag,
    tag_row,
)

LAYOUT, BORDERED = "Tabel Tata Letak", "Tabel Lampiran"
LABEL, COLON = 1871, 284  # widths of "Menimbang" and ":" in twips

KPU = ("KOMISI PEMILIHAN UMUM", "KABUPATEN {{ kegiatan.kabupaten|upper }}")
KPU_ADDRESS = "{{ kegiatan.alamat_kantor }}"
LOGO = (
    "{#p Logo: klik di akhir baris ini, sisipkan gambar (tinggi sekitar 2,2 cm) di paragraf baru, "
    "rata tengah. Baris abu-abu seperti ini tidak ikut tercetak. #}"
)


def lines(style: str, *texts: str) -> list[Element]:
    """Set each text as a paragraph of the style."""
    return [paragraph(style, text) for text in texts]


def letterhead(*names: str, address: str = "") -> list[Element]:
    """Set the office's name and, on letters, its address above the rule."""
    address_line = [paragraph("Alamat Kop", address)] if address else []
    return [tag(LOGO), *lines("Kop", *names), *address_line]


def looped(loop: str, *content: Element) -> list[Element]:
    """Repeat paragraphs: `loop` is what stands between `for` and the end of the tag."""
    return [tag(f"{{%p for {loop} %}}"), *content, tag("{%p endfor %}")]


def only_if(condition: str, *content: Element) -> list[Element]:
    """Set paragraphs only where the condition holds."""
    return [tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")]


# Decrees


def considering(*reasons: str) -> list[Element]:
    """Set the reasons of a decree; the template's counter gives each its letter."""
    return [paragraph("Butir Menimbang", "{{ menimbang() }}.\t" + reason) for reason in reasons]


def legal_bases(number: int = 1) -> list[Element]:
    """List the legal bases the product names; Word counts them."""
    return looped(
        "dasar in dasar_hukum", paragraph("Butir Mengingat", "{{ dasar }};", number=number)
    )


def labelled(paper: Paper, *parts: tuple[str, Iterable[Element]]) -> Element:
    """Set parts of a text beside their labels: `Menimbang : a. ...`."""
    widths = (LABEL, COLON, paper.text_width - LABEL - COLON)
    rows = [
        row(
            [
                cell([paragraph("Label", label)], widths[0]),
                cell([paragraph("Label", ":")], widths[1]),
                cell(content, widths[2]),
            ],
            whole=False,
        )
        for label, content in parts
    ]
    return table(LAYOUT, widths, rows)


# Letters


def dated_head(paper: Paper, date: str, *entries: tuple[str, str]) -> Element:
    """Set the head of a letter: number and subject at the left, the date beside the number."""
    label, right = 1304, 3402
    widths = (label, COLON, paper.text_width - label - COLON - right, right)
    rows = []
    for index, (name, value) in enumerate(entries):
        beside = date if index == 0 else ""
        texts = (
            ("Baris Surat", name),
            ("Baris Surat", ":"),
            ("Baris Surat", value),
            ("Baris Kanan", beside),
        )
        rows.append(
            row(
                cell([paragraph(style, text)], width)
                for (style, text), width in zip(texts, widths, strict=True)
            )
        )
    return table(LAYOUT, widths, rows)


# Annexes


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an annex: its heading, its share of the width, and what a row says in it."""

    heading: str
    share: int
    value: str
    style: str = "Sel"


def annex_heading(*names: str) -> list[Element]:
    """Open the annex on a page of its own; the head and number repeat the decree's."""
    first, *rest = names
    return [paragraph("Awal Lampiran", first), *lines("Kepala Lampiran", *rest)]


def roster(
    paper: Paper,
    columns: Sequence[Column],
    *,
    people: str = "orang in anggota",
    kept: str = "loop.revindex <= 3",
    group: tuple[str, str] | None = None,
) -> Element:
    """Set a table with a row for each person, its head repeated on every page.

    `kept` says which rows stay on the page of what follows them (the next row, the signature);
    `group` is a value and the heading row that opens each run of equal values.
    """
    widths = _shared(paper.text_width, columns)
    head = [
        cell([paragraph("Kepala Tabel", column.heading)], width)
        for column, width in zip(columns, widths, strict=True)
    ]
    body = [
        cell(
            _number_cell(column, kept) if index == 0 else [paragraph(column.style, column.value)],
            width,
        )
        for index, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]
    heading = []
    if group is not None:
        value, text = group
        heading = [
            tag_row(f"{{%tr if loop.changed({value}) %}}", widths),
            row([cell([paragraph("Sel Kelompok", text)], sum(widths), len(widths))]),
            tag_row("{%tr endif %}", widths),
        ]
    rows = [
        row(head, repeated=True),
        tag_row(f"{{%tr for {people} %}}", widths),
        *heading,
        row(body),
        tag_row("{%tr endfor %}", widths),
    ]
    return table(BORDERED, widths, rows)


def _number_cell(column: Column, kept: str) -> list[Element]:
    """Set a row's number; Word keeps the row with the next where its first paragraph says so."""
    return [
        tag(f"{{%p if {kept} %}}"),
        paragraph("Sel Tengah Menyambung", column.value),
        tag("{%p else %}"),
        paragraph(column.style, column.value),
        tag("{%p endif %}"),
    ]


def _shared(whole: int, columns: Sequence[Column]) -> list[int]:
    shares = sum(column.share for column in columns)
    widths = [whole * column.share // shares for column in columns]
    widths[-1] += whole - sum(widths)
    return widths


# Signatures


def signature(*office: str, name: str, enacted: Sequence[str] = ()) -> list[Element]:
    """Set the closing block at the right; its lines stay together on a page."""
    return [
        *lines("Penandatangan", *enacted),
        *([paragraph("Penandatangan")] if enacted else []),
        *(
            paragraph(
                "Penandatangan Atas Nama" if line.startswith("a.n.") else "Penandatangan", line
            )
            for line in office
        ),
        paragraph("Nama Penandatangan", name),
    ]


def side_by_side(paper: Paper, *pairs: tuple[str, str]) -> Element:
    """Set signatures in two columns: pairs of offices and pairs of names take turns."""
    left = paper.text_width // 2
    widths = (left, paper.text_width - left)
    rows = []
    for index, pair in enumerate(pairs):
        style = "Nama Tanda Tangan" if index % 2 else "Tanda Tangan"
        rows.append(
            row(
                cell([paragraph(style, text)], width)
                for text, width in zip(pair, widths, strict=True)
            )
        )
    return table(LAYOUT, widths, rows)
