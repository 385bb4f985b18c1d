"""The blocks the office's documents are made of: letterhead, heads, items, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

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

REGENCY = "{{ kegiatan.kabupaten_kota|upper }}"  # or city
KPU = ("KOMISI PEMILIHAN UMUM", REGENCY)
KPU_ADDRESS = (
    "{{ kegiatan.alamat_kantor }}"
    "{% if kegiatan.telepon_kantor %}, Telepon {{ kegiatan.telepon_kantor }}{% endif %}"
)
EVENT_DAYS = "{{ kegiatan.tanggal_mulai|rentang(kegiatan.tanggal_selesai) }}"
DECREE_NUMBER = 'NOMOR {{ nomor|replace("Tahun", "TAHUN") }}'  # but never PP.05.1-KPT
LOGO = (
    "{#p Logo: klik di akhir baris ini, sisipkan gambar (tinggi sekitar 2,2 cm) di paragraf baru, "
    "rata tengah. Baris abu-abu seperti ini tidak ikut tercetak. #}"
)


def lines(style: str, *texts: str) -> list[Element]:
    """Set each text as a paragraph of the style."""
    return [paragraph(style, text) for text in texts]


def letterhead(*names: str, address: str = "") -> list[Element]:
    """Set the office's name and, on letters, its address above the rule."""
    if not address:
        return [tag(LOGO), *lines("Kop", *names)]
    return [tag(LOGO), *lines("Kop Surat", *names), paragraph("Alamat Kop", address)]


def numbered(style: str, number: int, *texts: str) -> list[Element]:
    """Set each text as an item of list `number`, which Word counts."""
    return [paragraph(style, text, number=number) for text in texts]


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


def legal_bases(style: str = "Butir Mengingat") -> list[Element]:
    """List the legal bases the product names; Word counts them."""
    return looped("dasar in dasar_hukum", paragraph(style, "{{ dasar }};", number=1))


Part: TypeAlias = tuple[str, str | Iterable[Element]]


def part(label: str, content: str | Iterable[Element]) -> Part:
    """Make a part of a text that stands beside its label."""
    return label, content


def decided(decree: str) -> Part:
    """Make the part that names what is decided."""
    text = f"{decree} TENTANG {{{{ tentang|upper }}}}."
    return "Menetapkan", [paragraph("Isi Menetapkan", text)]


def dictum(content: str | Iterable[Element], called: str = "") -> Part:
    """Make a dictum; the template's counter numbers it, `called` names it for those below."""
    if called:
        return f"{{% set {called} = diktum() %}}{{{{ {called} }}}}", content
    return "{{ diktum() }}", content


def labelled(
    paper: Paper,
    *parts: Part,
    kind: str = "Keputusan",
    closing: Sequence[Element] = (),
    kept: int = 2,
) -> Element:
    """Set parts of a text beside their labels: `Menimbang : a. ...`.

    A closing block is the last row, and the `kept` parts above stay on its page: a signature alone
    on a page could be put under any other text.
    """
    widths = (LABEL, COLON, paper.text_width - LABEL - COLON)
    rows = []
    for left, (label, content) in enumerate(parts, start=-len(parts)):
        stays = bool(closing) and left >= -kept
        style = f"Label {kind} Menyambung" if stays else f"Label {kind}"
        text = [paragraph(f"Isi {kind}", content)] if isinstance(content, str) else content
        texts = ([paragraph(style, label)], [paragraph(style, ":")], text)
        cells = (cell(text, width) for text, width in zip(texts, widths, strict=True))
        rows.append(row(cells, whole=stays))
    return table(LAYOUT, widths, [*rows, *_closing_row(closing, widths)])


# Letters


def dated_head(paper: Paper, date: str, *entries: tuple[str, str]) -> Element:
    """Set the head of a letter: number and subject at the left, the date beside the number."""
    label, colon, beside = 1191, 227, 4366  # what a number of four digits leaves to the date
    widths = (label, colon, paper.text_width - label - colon - beside, beside)
    rows = []
    for index, (name, value) in enumerate(entries):
        head = [
            cell([paragraph("Baris Surat", text)], width)
            for text, width in zip((name, ":"), widths, strict=False)
        ]
        if index == 0:
            head.append(cell([paragraph("Baris Surat", value)], widths[2]))
            head.append(cell([paragraph("Baris Kanan", date)], widths[3]))
        else:
            head.append(cell([paragraph("Baris Surat", value)], widths[2] + widths[3], 2))
        rows.append(row(head))
    return table(LAYOUT, widths, rows)


# Annexes


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an annex: its heading, what a row says in it, and its width in twips.

    One column has no width of its own, and takes what the others leave.
    """

    heading: str
    value: str
    width: int = 0
    style: str = "Sel"


# Wide enough that no word is broken: `Kedungmenjangan`, `Karangmoncol`, `Anggota KPPS`.
NUMBER = Column("No.", "{{ loop.index }}", 650, "Sel Tengah")
NAME = Column("Nama", "{{ orang.nama_lengkap }}")
SEX = Column("L/P", "{{ orang.jenis_kelamin }}", 520, "Sel Tengah")
POSITION = Column("Jabatan", "{{ orang.jabatan }} {{ orang.badan }}", 1550)
DISTRICT = Column("Kecamatan", "{{ orang.kecamatan }}", 1580)
# A PPK sits for the kecamatan.
VILLAGE = Column("Desa/Kelurahan", '{{ "–" if orang.badan == "PPK" else orang.desa }}', 2200)
STATION = Column("TPS", "{{ orang.tps|tps }}", 550, "Sel Tengah")
BY_STATION = ("orang.tps", "TPS {{ orang.tps|tps }}")


def annex_heading(*names: str) -> list[Element]:
    """Open the annex on a page of its own; the head and number repeat the decree's."""
    first, *rest = names
    return [paragraph("Awal Lampiran", first), *lines("Kepala Lampiran", *rest)]


def roster(
    paper: Paper,
    columns: Sequence[Column],
    *,
    group: tuple[str, str] | None = None,
    closing: Sequence[Element] = (),
) -> Element:
    """Set a table with a row for each person, its head repeated on every page.

    `group` is a value and the heading row that opens each run of equal values. A closing block is
    the last row, and the three rows above stay on its page.
    """
    left = paper.text_width - sum(column.width for column in columns)
    widths = [column.width or left for column in columns]
    head = [
        cell([paragraph("Kepala Tabel", column.heading)], width)
        for column, width in zip(columns, widths, strict=True)
    ]
    texts = [[paragraph(column.style, column.value)] for column in columns]
    if closing:
        texts[0] = _kept_at_the_end(columns[0])
    body = [cell(text, width) for text, width in zip(texts, widths, strict=True)]
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
        tag_row("{%tr for orang in anggota %}", widths),
        *heading,
        row(body),
        tag_row("{%tr endfor %}", widths),
        *_closing_row(closing, widths),
    ]
    return table(BORDERED, widths, rows)


def _kept_at_the_end(number: Column) -> list[Element]:
    """Set a row's number; Word keeps the row with the next where its first paragraph says so."""
    return [
        tag("{%p if loop.revindex <= 3 %}"),
        paragraph("Sel Tengah Menyambung", number.value),
        tag("{%p else %}"),
        paragraph(number.style, number.value),
        tag("{%p endif %}"),
    ]


def _closing_row(closing: Sequence[Element], widths: Sequence[int]) -> list[Element]:
    """Set a signature as the last row: LibreOffice keeps rows together, not a table and a text."""
    if not closing:
        return []
    return [row([cell(closing, sum(widths), len(widths), framed=False)])]
