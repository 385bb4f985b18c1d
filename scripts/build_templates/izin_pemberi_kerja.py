"""Letter that asks an employer to release those of its staff who serve at a polling station."""

from scripts.build_templates.house import (
    KPU,
    KPU_ADDRESS,
    Column,
    dated_head,
    letterhead,
    lines,
    only_if,
    roster,
    signature,
)
from scripts.build_templates.package import A4
from scripts.build_templates.wordml import Element, paragraph

PAPER = A4


def body() -> list[Element]:
    """Give the letter, from the letterhead to the copies."""
    return [
        *letterhead(*KPU, address=KPU_ADDRESS),
        dated_head(
            PAPER,
            "{{ kegiatan.tempat }}, {{ kegiatan.tanggal_surat|tanggal }}",
            ("Nomor", "{{ nomor }}"),
            ("Sifat", "Penting"),
            ("Lampiran", "–"),
            ("Hal", "{{ tentang }}"),
        ),
        paragraph("Baris Surat"),
        *lines("Baris Surat", "Yth. Pimpinan {{ instansi }}"),
        *only_if(
            "anggota[0].alamat_instansi",
            paragraph("Baris Surat", "{{ anggota[0].alamat_instansi }}"),
        ),
        paragraph("Baris Surat"),
        paragraph(
            "Isi Surat",
            "Dalam rangka penyelenggaraan {{ profil.nama_pemilu }}, dengan hormat kami sampaikan "
            "bahwa {{ jumlah|angka_huruf }} orang yang bekerja di {{ instansi }} ditetapkan "
            "sebagai penyelenggara di tempat pemungutan suara (TPS), sebagai berikut:",
        ),
        roster(
            PAPER,
            (
                Column("No.", 7, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 32, "{{ orang.nama_lengkap }}"),
                Column("Jabatan pada Instansi", 24, '{{ orang.jabatan_instansi or "–" }}'),
                Column(
                    "Tugas",
                    37,
                    '{% if orang.badan == "LINMAS" %}Petugas Ketertiban{% else %}'
                    "{{ orang.jabatan }} KPPS{% endif %} TPS {{ orang.tps|tps }} Desa "
                    "{{ orang.desa }} Kecamatan {{ orang.kecamatan }}",
                ),
            ),
            kept="not loop.last and loop.revindex <= 2",
        ),
        paragraph("Isi Surat"),
        paragraph(
            "Isi Surat",
            "Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan memberikan izin "
            "kepada yang bersangkutan untuk tidak melaksanakan tugas kedinasan/pekerjaan pada:",
        ),
        paragraph(
            "Butir Surat",
            "pelantikan, hari {{ profil.masa_kerja.KPPS.mulai|hari }}, "
            "{{ profil.masa_kerja.KPPS.mulai|tanggal }};",
            number=1,
        ),
        paragraph(
            "Butir Surat",
            "bimbingan teknis, tanggal "
            "{{ kegiatan.tanggal_bimtek_mulai|rentang(kegiatan.tanggal_bimtek_selesai) }}; dan",
            number=1,
        ),
        paragraph(
            "Butir Surat",
            "pemungutan dan penghitungan suara, hari {{ profil.hari_pemungutan|hari }}, "
            "{{ profil.hari_pemungutan|tanggal }}, sampai dengan selesai.",
            number=1,
        ),
        paragraph(
            "Isi Surat",
            "Demikian permohonan ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami "
            "ucapkan terima kasih.",
        ),
        paragraph("Penandatangan"),
        *signature(
            "Ketua Komisi Pemilihan Umum",
            "Kabupaten {{ kegiatan.kabupaten }},",
            name="{{ kegiatan.ketua }}",
        ),
        paragraph("Baris Surat"),
        paragraph("Baris Surat", "Tembusan:"),
        paragraph("Butir Tembusan", "Bupati {{ kegiatan.kabupaten }}; dan", number=2),
        paragraph("Butir Tembusan", "yang bersangkutan.", number=2),
    ]
