"""Decree of the KPU Kabupaten that fixes the participants of a training."""

from scripts.build_templates.house import (
    DECREE_NUMBER,
    KPU,
    SEAT,
    Column,
    annex_heading,
    considering,
    dictum,
    labelled,
    legal_bases,
    letterhead,
    lines,
    looped,
    part,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import signature
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4
DECREE = "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN {{ kegiatan.kabupaten|upper }}"


def closing() -> list[Element]:
    """Close the decree, and its annex."""
    return signature(
        "KETUA KOMISI PEMILIHAN UMUM",
        "KABUPATEN {{ kegiatan.kabupaten|upper }},",
        name="{{ kegiatan.ketua|kapital_nama }}",
        dated=(
            "Ditetapkan di {{ kegiatan.tempat }}",
            "pada tanggal {{ kegiatan.tanggal_keputusan|tanggal }}",
        ),
    )


def waves() -> list[Element]:
    """Give the waves, each with its day and how many it trains."""
    return [
        paragraph(
            "Isi Keputusan",
            "Kegiatan bagi peserta sebagaimana dimaksud dalam Diktum {{ diktum_peserta }} "
            "dilaksanakan di {{ kegiatan.tempat_kegiatan }} dalam "
            '{{ anggota|per("gelombang")|length|angka_huruf }} gelombang, yaitu:',
        ),
        *looped(
            'gelombang, warga in anggota|per("gelombang")',
            paragraph(
                "Butir Rincian",
                "{% set hari_itu = warga[0].tanggal_gelombang %}"
                "{{ loop.index|huruf }}.\tGelombang {{ gelombang|romawi }}, "
                "{% if hari_itu %}hari {{ hari_itu|hari }} tanggal {{ hari_itu|tanggal }}, "
                "{% endif %}sebanyak "
                "{{ warga|length|angka_huruf }} orang"
                '{{ "." if loop.last else "; dan" if loop.revindex == 2 else ";" }}',
            ),
        ),
    ]


def body() -> list[Element]:
    """Give the document, from the letterhead to the annex's signature."""
    return [
        *letterhead(*KPU),
        *lines(
            "Judul Keputusan",
            DECREE,
            DECREE_NUMBER,
            "TENTANG",
            "{{ tentang|upper }}",
            "KETUA KOMISI PEMILIHAN UMUM KABUPATEN {{ kegiatan.kabupaten|upper }},",
        ),
        labelled(
            PAPER,
            part(
                "Menimbang",
                considering(
                    "bahwa untuk meningkatkan kapasitas badan adhoc dalam melaksanakan tahapan "
                    "pemungutan dan penghitungan suara {{ profil.nama_pemilu }}, perlu "
                    "diselenggarakan {{ kegiatan.nama_kegiatan }};",
                    "bahwa agar kegiatan sebagaimana dimaksud dalam {{ menimbang.rujukan() }} "
                    "terlaksana dengan tertib, efektif, dan dapat dipertanggungjawabkan, perlu "
                    "ditetapkan pesertanya;",
                    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam "
                    "{{ menimbang.rujukan() }}, perlu menetapkan Keputusan Komisi Pemilihan Umum "
                    "Kabupaten {{ kegiatan.kabupaten }} tentang {{ tentang }};",
                ),
            ),
            part("Mengingat", legal_bases()),
        ),
        paragraph("Memutuskan", "MEMUTUSKAN:"),
        labelled(
            PAPER,
            part("Menetapkan", DECREE + " TENTANG {{ tentang|upper }}."),
            dictum(
                "Menetapkan peserta {{ kegiatan.nama_kegiatan }} sebanyak "
                "{{ jumlah|angka_huruf }} orang sebagaimana tercantum dalam Lampiran yang "
                "merupakan bagian tidak terpisahkan dari Keputusan ini.",
                called="diktum_peserta",
            ),
            dictum(waves()),
            dictum(
                "Peserta sebagaimana dimaksud dalam Diktum {{ diktum_peserta }} wajib mengikuti "
                "seluruh rangkaian kegiatan pada gelombang masing-masing dan menerapkan hasilnya "
                "dalam pelaksanaan tugas di wilayah kerjanya.",
            ),
            dictum(
                "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
                "{{ profil.sumber_anggaran }} Tahun Anggaran "
                "{{ kegiatan.tanggal_keputusan.year }}.",
            ),
            dictum("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
            closing=closing(),
        ),
        *annex_heading(
            "LAMPIRAN",
            "KEPUTUSAN KOMISI PEMILIHAN UMUM",
            "KABUPATEN {{ kegiatan.kabupaten|upper }}",
            DECREE_NUMBER,
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        paragraph("Judul Lampiran", "DAFTAR PESERTA\n{{ kegiatan.nama_kegiatan|upper }}"),
        roster(
            PAPER,
            (
                Column("No.", 11, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 47, "{{ orang.nama_lengkap }}"),
                Column("Jabatan", 27, "{{ orang.jabatan }} {{ orang.badan }}"),
                Column("Kecamatan", 27, "{{ orang.kecamatan }}"),
                Column("Desa/Kelurahan", 30, SEAT),
                Column("Gelombang", 23, "{{ orang.gelombang|romawi }}", "Sel Tengah"),
            ),
            closing=closing(),
        ),
    ]
