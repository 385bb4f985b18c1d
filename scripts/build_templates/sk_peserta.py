"""Decree of the KPU Kabupaten that fixes the participants of a training."""

from scripts.build_templates.house import (
    KPU,
    Column,
    annex_heading,
    considering,
    labelled,
    legal_bases,
    letterhead,
    lines,
    looped,
    roster,
    signature,
)
from scripts.build_templates.package import F4
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4


def closing() -> list[Element]:
    """Close the decree, and its annex."""
    return signature(
        "KETUA KOMISI PEMILIHAN UMUM",
        "KABUPATEN {{ kegiatan.kabupaten|upper }},",
        name="{{ kegiatan.ketua|kapital_nama }}",
        enacted=(
            "Ditetapkan di {{ kegiatan.tempat }}",
            "pada tanggal {{ kegiatan.tanggal_keputusan|tanggal }}",
        ),
    )


def body() -> list[Element]:
    """Give the document, from the letterhead to the annex's signature."""
    return [
        *letterhead(*KPU),
        *lines(
            "Judul Keputusan",
            "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN {{ kegiatan.kabupaten|upper }}",
            'NOMOR {{ nomor|replace("Tahun", "TAHUN") }}',
            "TENTANG",
            "{{ tentang|upper }}",
            "KETUA KOMISI PEMILIHAN UMUM KABUPATEN {{ kegiatan.kabupaten|upper }},",
        ),
        labelled(
            PAPER,
            (
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
            ("Mengingat", legal_bases()),
        ),
        paragraph("Memutuskan", "MEMUTUSKAN:"),
        labelled(
            PAPER,
            (
                "Menetapkan",
                lines(
                    "Isi",
                    "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN {{ kegiatan.kabupaten|upper }} "
                    "TENTANG {{ tentang|upper }}.",
                ),
            ),
            (
                "{% set diktum_peserta = diktum() %}{{ diktum_peserta }}",
                lines(
                    "Isi",
                    "Menetapkan peserta {{ kegiatan.nama_kegiatan }} sebanyak "
                    "{{ jumlah|angka_huruf }} orang sebagaimana tercantum dalam Lampiran yang "
                    "merupakan bagian tidak terpisahkan dari Keputusan ini.",
                ),
            ),
            (
                "{{ diktum() }}",
                [
                    paragraph(
                        "Isi",
                        "Kegiatan bagi peserta sebagaimana dimaksud dalam Diktum "
                        "{{ diktum_peserta }} dilaksanakan di {{ kegiatan.tempat_kegiatan }} dalam "
                        '{{ anggota|per("gelombang")|length|angka_huruf }} gelombang, yaitu:',
                    ),
                    *looped(
                        'gelombang, warga in anggota|per("gelombang")',
                        paragraph(
                            "Butir Rincian",
                            "{{ loop.index|huruf }}.\tGelombang {{ gelombang|romawi }}, hari "
                            '{{ kegiatan["tanggal_gelombang_" ~ gelombang]|hari }} tanggal '
                            '{{ kegiatan["tanggal_gelombang_" ~ gelombang]|tanggal }}, sebanyak '
                            "{{ warga|length|angka_huruf }} orang"
                            '{{ "." if loop.last else "; dan" if loop.revindex == 2 else ";" }}',
                        ),
                    ),
                ],
            ),
            (
                "{{ diktum() }}",
                lines(
                    "Isi",
                    "Peserta sebagaimana dimaksud dalam Diktum {{ diktum_peserta }} wajib "
                    "mengikuti seluruh rangkaian kegiatan pada gelombang masing-masing dan "
                    "menerapkan hasilnya dalam pelaksanaan tugas di wilayah kerjanya.",
                ),
            ),
            (
                "{{ diktum() }}",
                lines(
                    "Isi",
                    "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
                    "Daftar Isian Pelaksanaan Anggaran Komisi Pemilihan Umum Kabupaten "
                    "{{ kegiatan.kabupaten }} Tahun Anggaran "
                    "{{ kegiatan.tanggal_keputusan.year }}.",
                ),
            ),
            (
                "{{ diktum() }}",
                lines("Isi", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
            ),
        ),
        *closing(),
        *annex_heading(
            "LAMPIRAN",
            "KEPUTUSAN KOMISI PEMILIHAN UMUM",
            "KABUPATEN {{ kegiatan.kabupaten|upper }}",
            'NOMOR {{ nomor|replace("Tahun", "TAHUN") }}',
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        *lines("Judul Lampiran", "DAFTAR PESERTA\n{{ kegiatan.nama_kegiatan|upper }}"),
        roster(
            PAPER,
            (
                Column("No.", 6, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 29, "{{ orang.nama_lengkap }}"),
                Column("Jabatan", 17, "{{ orang.jabatan }} {{ orang.badan }}"),
                Column("Kecamatan", 19, "{{ orang.kecamatan }}"),
                Column("Desa/Kelurahan", 19, '{{ orang.desa or "–" }}'),
                Column("Gelom-\nbang", 10, "{{ orang.gelombang|romawi }}", "Sel Tengah"),
            ),
        ),
        paragraph("Penandatangan"),
        *closing(),
    ]
