"""Letter that asks an employer to release those of its staff who serve at a polling station."""

from scripts.build_templates.house import (
    KPU,
    KPU_ADDRESS,
    NAME,
    NUMBER,
    REGENCY,
    Column,
    annex_heading,
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
# More than these would part the request from the letter's first page: they go into an annex.
FEW = "jumlah <= 5"
STAFF = (
    NUMBER,
    NAME,
    Column("Jabatan pada Instansi", '{{ orang.jabatan_instansi or "–" }}', 1990),
    Column(
        "Tugas",
        '{% if orang.badan == "LINMAS" %}Petugas Ketertiban{% else %}'
        "{{ orang.jabatan }} KPPS{% endif %}\nTPS {{ orang.tps|tps }}",
        1760,
    ),
    Column("Desa/Kelurahan, Kecamatan", "{{ orang.desa }}, {{ orang.kecamatan }}", 2340),
)


def closing() -> list[Element]:
    """Close the letter, and its annex."""
    return signature(
        "Ketua Komisi Pemilihan Umum",
        "{{ kegiatan.kabupaten_kota }},",
        name="{{ kegiatan.ketua_lengkap }}",
        kind="Surat",
    )


def letter() -> list[Element]:
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
            ("Lampiran", f"{{% if {FEW} %}}–{{% else %}}1 (satu) berkas{{% endif %}}"),
            ("Hal", "{{ tentang }}"),
        ),
        *lines(
            "Alamat Surat",
            "Yth. Pimpinan {{ instansi }}",
            '{{ anggota|map(attribute="alamat_instansi")|select|first|default("di Tempat") }}',
        ),
        paragraph(
            "Isi Surat Menyambung",
            "Dalam rangka penyelenggaraan {{ profil.nama_pemilu }}, dengan hormat kami sampaikan "
            "bahwa {{ jumlah|angka_huruf }} orang yang bekerja pada {{ instansi }} ditetapkan "
            f"bertugas di Tempat Pemungutan Suara (TPS) {{% if {FEW} %}}sebagai berikut:"
            "{% else %}sebagaimana tercantum dalam Lampiran.{% endif %}",
        ),
        *only_if(FEW, roster(PAPER, STAFF)),
        paragraph(
            "Isi Surat Sesudah Tabel",
            "Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan memberikan izin "
            "kepada yang bersangkutan untuk meninggalkan pekerjaannya pada:",
        ),
        installed,
        *only_if("kegiatan.tanggal_bimtek_mulai", trained),
        voted,
        together(
            PAPER,
            paragraph(
                "Isi Surat Sesudah Tabel",
                f"Demikian permohonan ini kami sampaikan.{contact} Atas perhatian dan kerja sama "
                "Bapak/Ibu, kami ucapkan terima kasih.",
            ),
            *closing(),
            paragraph("Tembusan", "Tembusan:"),
            *numbered("Butir Tembusan", 2, "Camat setempat", "Yang bersangkutan"),
        ),
    ]


def annex() -> list[Element]:
    """List those of an employer who are many."""
    return [
        *annex_heading(
            "LAMPIRAN",
            "SURAT KETUA KOMISI PEMILIHAN UMUM",
            REGENCY,
            "NOMOR {{ nomor }}",
        ),
        paragraph("Judul Lampiran", "DAFTAR NAMA YANG DIMOHONKAN IZIN\n{{ instansi }}"),
        roster(PAPER, STAFF, closing=closing()),
    ]


def body() -> list[Element]:
    """Give the letter, and its annex where the staff are many."""
    return [*letter(), *only_if(f"not ({FEW})", *annex())]
