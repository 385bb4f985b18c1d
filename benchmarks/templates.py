"""The benchmark's two templates, in each tool's own way of writing a field and a loop."""

from __future__ import annotations

import io
import random
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

LETTER = (
    "Nomor\t: {nomor}",
    "Perihal\t: {tentang}",
    "Yth. Saudara {nama}",
    "{jabatan} KPPS TPS {tps} Desa {desa}",
    "di {instansi}",
    (
        "Sehubungan dengan {tentang} di Kabupaten {kabupaten}, bersama ini kami menugaskan Saudara "
        "{nama} dengan nomor induk kependudukan {nik} selaku {jabatan} pada TPS {tps} Desa {desa} "
        "untuk hadir dan mengikuti seluruh rangkaian kegiatan sampai dengan selesai."
    ),
    "Hari, tanggal\t: {hari}, {tanggal}",
    "Pukul\t: {pukul} WIB sampai dengan selesai",
    "Tempat\t: {tempat}",
    (
        "Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab, dan "
        "kepada pihak yang berwenang dimohon bantuan seperlunya."
    ),
    "{kabupaten}, {tanggal}",
    "Ketua Komisi Pemilihan Umum Kabupaten {kabupaten}",
    "{ketua}",
    "Narahubung: {sekretaris}",
)
DECREE = (
    "KEPUTUSAN KETUA PANITIA PEMUNGUTAN SUARA DESA {desa}",
    "NOMOR {nomor}",
    "TENTANG {tentang}",
    (
        "Menimbang : bahwa untuk melaksanakan ketentuan peraturan perundang-undangan perlu "
        "menetapkan keputusan tentang {tentang} di Kabupaten {kabupaten};"
    ),
    (
        "a. bahwa untuk kelancaran penyelenggaraan pemungutan suara di Desa {desa} perlu dibentuk "
        "kelompok penyelenggara yang bekerja secara jujur, adil dan terbuka;"
    ),
    (
        "b. bahwa nama-nama dalam lampiran telah memenuhi syarat berdasarkan hasil penelitian "
        "administrasi dan wawancara pada hari {hari} tanggal {tanggal} pukul {pukul} di {tempat};"
    ),
    (
        "c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu "
        "menetapkan Keputusan tentang {tentang};"
    ),
    "Mengingat : 1. Undang-Undang tentang Pemilihan Umum beserta perubahannya;",
    "2. Peraturan Komisi Pemilihan Umum tentang Tata Kerja Badan Adhoc Penyelenggara;",
    "3. Keputusan Komisi Pemilihan Umum tentang Pedoman Teknis Pembentukan Badan Adhoc;",
    "Memperhatikan : Berita Acara Rapat Pleno Nomor {nomor} tanggal {tanggal};",
    "MEMUTUSKAN",
    "Menetapkan : KEPUTUSAN TENTANG {tentang} DESA {desa} KABUPATEN {kabupaten}.",
    "KESATU : Menetapkan anggota sebagaimana tercantum dalam Lampiran Keputusan ini.",
    "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan, {tanggal}.",
    "KETIGA : Segala biaya yang timbul dibebankan pada anggaran {kabupaten}.",
    "Ditetapkan di {desa}",
    "pada tanggal {tanggal}",
    "KETUA PANITIA PEMUNGUTAN SUARA DESA {desa}",
    "{ketua}",
    "Salinan sesuai dengan aslinya, {sekretaris}, NIP {nip}",
    "LAMPIRAN KEPUTUSAN NOMOR {nomor} TENTANG {tentang}",
)
COLUMNS = ("no", "nama", "nik", "jabatan", "tps", "instansi")
_TABLE_STYLES = ("TableNormal", "TableGrid")
HEADS = ("No.", "Nama", "NIK", "Jabatan", "TPS", "Instansi")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a tool writes a field, a column, and the rows of a loop around the row of columns."""

    field: str  # with NAME
    column: str
    before_rows: str = ""  # a row of its own
    after_rows: str = ""
    in_first_cell: str = ""  # within the row of columns
    in_last_cell: str = ""
    second_row: str = ""  # carbone's: the columns of the next item
    merge_fields: bool = False  # Word's own fields instead of text


JINJA = Dialect(
    "{{ NAME }}",
    "{{ o.NAME }}",
    before_rows="{%tr for o in anggota %}",
    after_rows="{%tr endfor %}",
)
BRACES = Dialect("{NAME}", "{NAME}", in_first_cell="{#anggota}", in_last_cell="{/anggota}")
CARBONE = Dialect("{d.NAME}", "{d.anggota[i].NAME}", second_row="{d.anggota[i+1].NAME}")
DOLLAR = Dialect("${NAME}", "${NAME}")
MERGE_FIELD = Dialect("NAME", "{NAME}", merge_fields=True)


def build_letter(path: Path, dialect: Dialect) -> None:
    """Build a one-page letter with a letterhead and 25 fields."""
    document = _blank(path)
    document.add_picture(io.BytesIO(_emblem()), width=Cm(2))
    for text in ("KOMISI PEMILIHAN UMUM", "{alamat}, telepon {telepon}", *LETTER):
        _write(document.add_paragraph(), text, dialect)
    document.save(str(path))


def build_decree(path: Path, dialect: Dialect) -> None:
    """Build a decree with an annex table of six columns, one row for each member."""
    document = _blank(path)
    for text in DECREE:
        _write(document.add_paragraph(), text, dialect)
    document.add_page_break()
    table = document.add_table(rows=0, cols=len(COLUMNS))
    table.style = "Table Grid"
    rows = [HEADS, [dialect.column.replace("NAME", column) for column in COLUMNS]]
    rows[1][0] = dialect.in_first_cell + rows[1][0]
    rows[1][-1] += dialect.in_last_cell
    if dialect.before_rows:
        rows.insert(1, (dialect.before_rows,))
        rows.append((dialect.after_rows,))
    if dialect.second_row:
        rows.append([dialect.second_row.replace("NAME", column) for column in COLUMNS])
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            _write(cell.paragraphs[0], text, dialect, literal=texts is not HEADS)
    document.save(str(path))


def _blank(path: Path) -> DocumentObject:
    """Make a document of Word's usual weight: 25 kB, most of it styles and a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    package = document.part.package
    for relation in list(package.rels.values()):
        if "thumbnail" in relation.reltype:
            del package.rels[relation.rId]
    for relation in list(document.part.rels.values()):
        if "stylesWithEffects" in relation.reltype or "customXml" in relation.reltype:
            del document.part.rels[relation.rId]
    styles = document.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLE_STYLES:
            styles.remove(style)
    document.styles["Normal"].font.name = "Bookman Old Style"
    document.styles["Normal"].font.size = Pt(12)
    return document


def _write(paragraph: Paragraph, text: str, dialect: Dialect, *, literal: bool = False) -> None:
    """Write a text in runs as Word does, its fields in the tool's way."""
    if literal and not dialect.merge_fields:
        _run(paragraph, text)
        return
    for position, piece in enumerate(text.replace("}", "{").split("{")):
        if position % 2 == 0:
            _run(paragraph, piece)
        elif dialect.merge_fields:
            _merge_field(paragraph, piece)
        else:
            _run(paragraph, dialect.field.replace("NAME", piece))


def _run(paragraph: Paragraph, text: str) -> None:
    if text:
        run = paragraph.add_run(text)
        run.font.name = "Bookman Old Style"
        run.font.size = Pt(12)


def _merge_field(paragraph: Paragraph, name: str) -> None:
    paragraph._p.append(  # noqa: SLF001
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {name} ">'
            f"<w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>"
        )
    )


def _emblem() -> bytes:
    """Make a picture of about 8 kB that does not compress, like a scanned emblem."""
    noise = random.Random(1)
    side = 90

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + noise.randbytes(side) for _ in range(side)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
