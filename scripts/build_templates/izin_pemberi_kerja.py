"""Letter that asks an employer to release those of its staff who serve at a polling station."""

from scripts.build_templates.house import (
    KPU,
    KPU_ADDRESS,
    Column,
    dated_head,
    letterhead,
    lines,
    numbered,
    only_if,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import signature, together
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4


def body() -> list[Element]:
    """Give the letter, from the letterhead to the copies."""
    installed, trained, voted = numbered(
        "Butir Surat",
        1,
        "pelantikan, hari {{ profil.pelantikan.KPPS|hari }}, "
        "{{ profil.pelantikan.KPPS|tanggal }};"
        "{% if not kegiatan.tanggal_bimtek_mulai %} dan{% endif %}",
        "bimbingan teknis, tanggal "
        "{{ kegiatan.tanggal_bimtek_mulai|rentang(kegiatan.tanggal_bimtek_selesai) }}; dan",
        "pemungutan dan penghitungan suara, hari {{ profil.hari_pemungutan|hari }}, "
        "{{ profil.hari_pemungutan|tanggal }}, sampai dengan selesai.",
    )
    contact = (
        "{% if kegiatan.narahubung %} Keterangan lebih lanjut dapat diperoleh dari "
        "{{ kegiatan.narahubung }}{% if kegiatan.telepon_narahubung %}, telepon "
        "{{ kegiatan.telepon_narahubung }}{% endif %}.{% endif %}"
    )
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
        *lines("Baris Surat", "", "Yth. Pimpinan {{ instansi }}"),
        paragraph(
            "Baris Surat",
            '{{ anggota|map(attribute="alamat_instansi")|select|first|default("di Tempat") }}',
        ),
        paragraph("Baris Surat"),
        paragraph(
            "Isi Surat",
            "Dalam rangka penyelenggaraan {{ profil.nama_pemilu }}, dengan hormat kami sampaikan "
            "bahwa {{ jumlah|angka_huruf }} orang yang bekerja pada {{ instansi }} ditetapkan "
            "bertugas di Tempat Pemungutan Suara (TPS) sebagai berikut:",
        ),
        roster(
            PAPER,
            (
                Column("No.", 10, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 46, "{{ orang.nama_lengkap }}"),
                Column("Jabatan pada Instansi", 34, '{{ orang.jabatan_instansi or "–" }}'),
                Column(
                    "Tugas",
                    30,
                    '{% if orang.badan == "LINMAS" %}Petugas Ketertiban{% else %}'
                    "{{ orang.jabatan }} KPPS{% endif %}\nTPS {{ orang.tps|tps }}",
                ),
                Column("Desa/Kelurahan, Kecamatan", 40, "{{ orang.desa }}, {{ orang.kecamatan }}"),
            ),
        ),
        paragraph("Baris Surat"),
        paragraph(
            "Isi Surat",
            "Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan memberikan izin "
            "kepada yang bersangkutan untuk meninggalkan pekerjaannya pada:",
        ),
        installed,
        *only_if("kegiatan.tanggal_bimtek_mulai", trained),
        voted,
        together(
            PAPER,
            paragraph(
                "Isi Surat",
                f"Demikian permohonan ini kami sampaikan.{contact} Atas perhatian dan kerja sama "
                "Bapak/Ibu, kami ucapkan terima kasih.",
            ),
            *signature(
                "Ketua Komisi Pemilihan Umum",
                "Kabupaten {{ kegiatan.kabupaten }},",
                name="{{ kegiatan.ketua_lengkap }}",
                kind="Surat",
            ),
            paragraph("Tembusan", "Tembusan:"),
            *numbered("Butir Tembusan", 2, "Camat setempat", "Yang bersangkutan"),
        ),
    ]
