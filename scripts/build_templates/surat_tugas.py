"""Assignment letters: one for a person, and one for a kecamatan with an annex."""

from collections.abc import Iterable

from scripts.build_templates.house import (
    EVENT_DAYS,
    KPU,
    KPU_ADDRESS,
    NAME,
    NUMBER,
    POSITION,
    REGENCY,
    VILLAGE,
    Column,
    annex_heading,
    labelled,
    legal_bases,
    letterhead,
    lines,
    numbered,
    only_if,
    part,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import signature
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4
# The day of a person's wave where the office has given waves their days, else all the event's.
WAVE_DAY = (
    "{% if orang.tanggal_gelombang %}{{ orang.tanggal_gelombang|tanggal }}"
    "{% else %}" + EVENT_DAYS + "{% endif %}"
)
ON_THE_WAVES_DAY = (
    "{% if orang.tanggal_gelombang %}pada hari {{ orang.tanggal_gelombang|hari }}, "
    "{{ orang.tanggal_gelombang|tanggal }},"
    "{% else %}pada tanggal " + EVENT_DAYS + "{% endif %}"
)
OFFICE = (
    "{{ orang.jabatan }} {{ orang.badan }}"
    "{% if orang.tps %} TPS {{ orang.tps|tps }}{% endif %}"
    '{% if orang.badan != "PPK" %} {{ orang.desa_kelurahan }}{% endif %}'
)


def closing() -> list[Element]:
    """Close the letter, and its annex."""
    return signature(
        "Ketua Komisi Pemilihan Umum",
        "{{ kegiatan.kabupaten_kota }},",
        name="{{ kegiatan.ketua_lengkap }}",
        dated=("{{ kegiatan.tempat }}, {{ kegiatan.tanggal_surat|tanggal }}",),
        kind="Surat",
    )


def letter(assignees: str | Iterable[Element], days: str) -> list[Element]:
    """Give the letter around its assignees and the days they are sent for."""
    decree = (
        "Keputusan Komisi Pemilihan Umum {{ kegiatan.kabupaten_kota }} Nomor "
        "{{ kegiatan.nomor_keputusan }} tanggal {{ kegiatan.tanggal_keputusan|tanggal }} tentang "
        "Penetapan Peserta {{ kegiatan.nama_kegiatan }};"
    )
    tasks = numbered(
        "Butir Surat",
        2,
        "mengikuti {{ kegiatan.nama_kegiatan }} "
        + days
        + " di {{ kegiatan.tempat_kegiatan }}; dan",
        "menyampaikan laporan pelaksanaan tugas kepada Ketua Komisi Pemilihan Umum "
        "{{ kegiatan.kabupaten_kota }}.",
    )
    return [
        *letterhead(*KPU, address=KPU_ADDRESS),
        *lines("Judul Naskah", "SURAT TUGAS", "NOMOR {{ nomor }}"),
        labelled(
            PAPER,
            part(
                "Menimbang",
                "bahwa untuk meningkatkan kapasitas badan adhoc dalam pelaksanaan tahapan "
                "{{ profil.nama_pemilu }}, perlu menugaskan peserta untuk mengikuti "
                "{{ kegiatan.nama_kegiatan }};",
            ),
            part(
                "Dasar",
                [
                    *legal_bases("Butir Surat"),
                    *only_if("kegiatan.nomor_keputusan", *numbered("Butir Surat", 1, decree)),
                ],
            ),
            kind="Surat",
        ),
        paragraph("Memutuskan", "MEMBERI TUGAS"),
        labelled(
            PAPER,
            part("Kepada", assignees),
            part("Untuk", tasks),
            kind="Surat",
            closing=(
                paragraph(
                    "Isi Surat Sesudah Tabel",
                    "Demikian Surat Tugas ini dibuat untuk dilaksanakan dengan penuh tanggung "
                    "jawab.",
                ),
                *closing(),
            ),
            kept=0,  # the sentence above the signature is kept with it
        ),
    ]


def for_a_person() -> list[Element]:
    """Give the letter of one person, sent for the day of their wave."""
    person = lines(
        "Baris Data",
        "Nama\t:\t{{ orang.nama_lengkap }}",
        f"Jabatan\t:\t{OFFICE}",
        "Kecamatan\t:\t{{ orang.kecamatan }}",
    )
    wave = lines("Baris Data", "Gelombang\t:\t{{ orang.gelombang|romawi }}")
    return letter([*person, *only_if("orang.gelombang", *wave)], ON_THE_WAVES_DAY)


def for_a_kecamatan() -> list[Element]:
    """Give the letter of a kecamatan, its people in the annex."""
    return [
        *letter(
            "{{ jumlah|angka_huruf }} orang anggota "
            '{{ anggota|map(attribute="badan")|unique|join(" dan ") }} Kecamatan {{ kecamatan }}, '
            "sebagaimana daftar terlampir.",
            "pada tanggal sebagaimana tercantum dalam Lampiran",
        ),
        *annex_heading(
            "LAMPIRAN",
            "SURAT TUGAS",
            "KETUA KOMISI PEMILIHAN UMUM",
            REGENCY,
            "NOMOR {{ nomor }}",
        ),
        paragraph("Judul Lampiran", "DAFTAR NAMA YANG DITUGASKAN\nKECAMATAN {{ kecamatan|upper }}"),
        roster(
            PAPER,
            (NUMBER, NAME, POSITION, VILLAGE, Column("Tanggal", WAVE_DAY, 2090)),
            closing=closing(),
        ),
    ]
