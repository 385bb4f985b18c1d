"""The house style to start a product of the office's own from."""

from scripts.build_templates.house import (
    DISTRICT,
    KPU,
    KPU_ADDRESS,
    NAME,
    NUMBER,
    POSITION,
    REGENCY,
    annex_heading,
    letterhead,
    lines,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import signature, together
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4


def closing() -> list[Element]:
    """Close the document, and its annex."""
    return signature(
        "KETUA KOMISI PEMILIHAN UMUM",
        f"{REGENCY},",
        name="{{ kegiatan.ketua|kapital_nama }}",
    )


def body() -> list[Element]:
    """Give a letterhead, a title, a sentence and an annex with everybody."""
    return [
        *letterhead(*KPU, address=KPU_ADDRESS),
        *lines("Judul Naskah", "{{ tentang|upper }}", "NOMOR {{ nomor }}"),
        paragraph(
            "Isi Surat",
            "Dokumen ini memuat {{ jumlah|angka_huruf }} orang dalam kegiatan "
            "{{ kegiatan.nama_kegiatan }} di {{ kegiatan.tempat_kegiatan }}, sebagaimana tercantum "
            "dalam Lampiran.",
        ),
        together(PAPER, *closing()),
        *annex_heading("LAMPIRAN", "{{ tentang|upper }}", "NOMOR {{ nomor }}"),
        paragraph("Judul Lampiran", "DAFTAR NAMA"),
        roster(PAPER, (NUMBER, NAME, POSITION, DISTRICT), closing=closing()),
    ]
