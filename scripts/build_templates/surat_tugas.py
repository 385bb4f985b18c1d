"""Assignment letters: one for a person, and one for a kecamatan with an annex."""

from collections.abc import Iterable

from scripts.build_templates.house import (
    KPU,
    KPU_ADDRESS,
    Column,
    annex_heading,
    labelled,
    legal_bases,
    letterhead,
    lines,
    roster,
    signature,
)
from scripts.build_templates.package import A4
from scripts.build_templates.wordml import Element, paragraph

PAPER = A4
OFFICE = (
    "{{ orang.jabatan }} {{ orang.badan }}"
    '{% if orang.badan != "PPK" %} Desa {{ orang.desa }}{% endif %}'
)


def closing() -> list[Element]:
    """Close the letter, and its annex."""
    return signature(
        "Ketua Komisi Pemilihan Umum",
        "Kabupaten {{ kegiatan.kabupaten }},",
        name="{{ kegiatan.ketua }}",
        enacted=("{{ kegiatan.tempat }}, {{ kegiatan.tanggal_surat|tanggal }}",),
    )


def letter(assignees: Iterable[Element], days: str) -> list[Element]:
    """Give the letter around its assignees and the days they are sent for."""
    return [
        *letterhead(*KPU, address=KPU_ADDRESS),
        *lines("Judul Naskah", "SURAT TUGAS", "NOMOR {{ nomor }}"),
        paragraph("Judul Naskah"),
        labelled(
            PAPER,
            (
                "Menimbang",
                lines(
                    "Isi Surat",
                    "bahwa untuk meningkatkan kapasitas badan adhoc dalam pelaksanaan tahapan "
                    "{{ profil.nama_pemilu }}, perlu menugaskan peserta untuk mengikuti "
                    "{{ kegiatan.nama_kegiatan }};",
                ),
            ),
            ("Dasar", legal_bases()),
        ),
        paragraph("Memutuskan", "MEMBERI TUGAS"),
        labelled(
            PAPER,
            ("Kepada", assignees),
            (
                "Untuk",
                [
                    paragraph(
                        "Butir Surat",
                        f"mengikuti {{{{ kegiatan.nama_kegiatan }}}} {days} di "
                        "{{ kegiatan.tempat_kegiatan }};",
                        number=2,
                    ),
                    paragraph(
                        "Butir Surat",
                        "menyampaikan laporan pelaksanaan tugas kepada Ketua Komisi Pemilihan "
                        "Umum Kabupaten {{ kegiatan.kabupaten }}.",
                        number=2,
                    ),
                ],
            ),
        ),
        paragraph(
            "Isi Surat",
            "Demikian Surat Tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.",
        ),
        paragraph("Penandatangan"),
        *closing(),
    ]


def for_a_person() -> list[Element]:
    """Give the letter of one person, sent for the day of their wave."""
    person = (
        "Nama\t: {{ orang.nama_lengkap }}",
        f"Jabatan\t: {OFFICE}",
        "Kecamatan\t: {{ orang.kecamatan }}",
        "Gelombang\t: {{ orang.gelombang|romawi }}",
    )
    wave_day = (
        'pada hari {{ kegiatan["tanggal_gelombang_" ~ orang.gelombang]|hari }}, '
        '{{ kegiatan["tanggal_gelombang_" ~ orang.gelombang]|tanggal }},'
    )
    return letter(lines("Baris Data", *person), wave_day)


def for_a_kecamatan() -> list[Element]:
    """Give the letter of a kecamatan, its people in the annex."""
    return [
        *letter(
            lines(
                "Isi Surat",
                "{{ jumlah|angka_huruf }} orang anggota PPK dan PPS Kecamatan {{ kecamatan }}, "
                "sebagaimana daftar terlampir.",
            ),
            "pada tanggal sebagaimana tercantum dalam Lampiran",
        ),
        *annex_heading(
            "LAMPIRAN",
            "SURAT TUGAS",
            "KETUA KOMISI PEMILIHAN UMUM",
            "KABUPATEN {{ kegiatan.kabupaten|upper }}",
            "NOMOR {{ nomor }}",
        ),
        paragraph("Judul Lampiran", "DAFTAR NAMA YANG DITUGASKAN\nKECAMATAN {{ kecamatan|upper }}"),
        roster(
            PAPER,
            (
                Column("No.", 7, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 36, "{{ orang.nama_lengkap }}"),
                Column("Jabatan", 18, "{{ orang.jabatan }} {{ orang.badan }}"),
                Column("Desa/Kelurahan", 20, '{{ orang.desa or "–" }}'),
                Column(
                    "Tanggal",
                    19,
                    '{{ kegiatan["tanggal_gelombang_" ~ orang.gelombang]|tanggal }}',
                ),
            ),
        ),
        paragraph("Penandatangan"),
        *closing(),
    ]
