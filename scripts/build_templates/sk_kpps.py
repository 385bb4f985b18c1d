"""Decree of a PPS, on behalf of the Ketua of the KPU Kabupaten, that appoints its KPPS."""

from scripts.build_templates.house import (
    Column,
    annex_heading,
    considering,
    labelled,
    legal_bases,
    letterhead,
    lines,
    roster,
    signature,
)
from scripts.build_templates.package import F4
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4
VILLAGE = "DESA {{ desa|upper }}"


def closing() -> list[Element]:
    """Close the decree, and its annex."""
    return signature(
        "a.n.\tKETUA KOMISI PEMILIHAN UMUM\nKABUPATEN {{ kegiatan.kabupaten|upper }}\n"
        "KETUA PANITIA PEMUNGUTAN SUARA\n" + VILLAGE + ",",
        name="{{ penetapan.penandatangan|kapital_nama }}",
        enacted=(
            "Ditetapkan di {{ desa }}",
            "pada tanggal {{ penetapan.tanggal_penetapan|tanggal }}",
        ),
    )


def body() -> list[Element]:
    """Give the document, from the letterhead to the annex's signature."""
    return [
        *letterhead(
            "PANITIA PEMUNGUTAN SUARA",
            VILLAGE + " KECAMATAN {{ kecamatan|upper }}",
            "KABUPATEN {{ kegiatan.kabupaten|upper }}",
        ),
        *lines(
            "Judul Keputusan",
            "KEPUTUSAN PANITIA PEMUNGUTAN SUARA\n" + VILLAGE + " KECAMATAN {{ kecamatan|upper }}",
            'NOMOR {{ nomor|replace("Tahun", "TAHUN") }}',
            "TENTANG",
            "{{ tentang|upper }}",
            "KETUA PANITIA PEMUNGUTAN SUARA " + VILLAGE + ",",
        ),
        labelled(
            PAPER,
            (
                "Menimbang",
                considering(
                    "bahwa Kelompok Penyelenggara Pemungutan Suara diangkat oleh Panitia "
                    "Pemungutan Suara atas nama Ketua Komisi Pemilihan Umum Kabupaten/Kota;",
                    "bahwa nama-nama yang tercantum dalam Lampiran Keputusan ini telah memenuhi "
                    "persyaratan dan dinyatakan terpilih sebagai anggota Kelompok Penyelenggara "
                    "Pemungutan Suara;",
                    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam "
                    "{{ menimbang.rujukan() }}, perlu menetapkan Keputusan Panitia Pemungutan "
                    "Suara Desa {{ desa }} tentang {{ tentang }};",
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
                    "KEPUTUSAN PANITIA PEMUNGUTAN SUARA " + VILLAGE + " TENTANG "
                    "{{ tentang|upper }}.",
                ),
            ),
            (
                "{% set diktum_kpps = diktum() %}{{ diktum_kpps }}",
                lines(
                    "Isi",
                    "Mengangkat Ketua dan Anggota Kelompok Penyelenggara Pemungutan Suara sebanyak "
                    "{{ jumlah|angka_huruf }} orang pada "
                    '{{ anggota|per("tps")|length|angka_huruf }} '
                    "Tempat Pemungutan Suara di Desa {{ desa }} Kecamatan {{ kecamatan }} "
                    "Kabupaten {{ kegiatan.kabupaten }}, sebagaimana tercantum dalam Lampiran yang "
                    "merupakan bagian tidak terpisahkan dari Keputusan ini.",
                ),
            ),
            (
                "{{ diktum() }}",
                lines(
                    "Isi",
                    "Kelompok Penyelenggara Pemungutan Suara sebagaimana dimaksud dalam Diktum "
                    "{{ diktum_kpps }} mempunyai tugas, wewenang, dan kewajiban sesuai dengan "
                    "ketentuan peraturan perundang-undangan.",
                ),
            ),
            (
                "{{ diktum() }}",
                lines(
                    "Isi",
                    "Masa kerja Kelompok Penyelenggara Pemungutan Suara sebagaimana dimaksud dalam "
                    "Diktum {{ diktum_kpps }} terhitung mulai tanggal "
                    "{{ profil.masa_kerja.KPPS.mulai|tanggal }} sampai dengan tanggal "
                    "{{ profil.masa_kerja.KPPS.selesai|tanggal }}.",
                ),
            ),
            (
                "{{ diktum() }}",
                lines(
                    "Isi",
                    "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
                    "Daftar Isian Pelaksanaan Anggaran Komisi Pemilihan Umum Kabupaten "
                    "{{ kegiatan.kabupaten }} Tahun Anggaran "
                    "{{ penetapan.tanggal_penetapan.year }}.",
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
            "KEPUTUSAN PANITIA PEMUNGUTAN SUARA",
            VILLAGE + " KECAMATAN {{ kecamatan|upper }}",
            'NOMOR {{ nomor|replace("Tahun", "TAHUN") }}',
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        *lines(
            "Judul Lampiran",
            "DAFTAR KETUA DAN ANGGOTA\nKELOMPOK PENYELENGGARA PEMUNGUTAN SUARA\n"
            + VILLAGE
            + " KECAMATAN {{ kecamatan|upper }}",
        ),
        roster(
            PAPER,
            (
                Column("No.", 6, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 32, "{{ orang.nama_lengkap }}"),
                Column("L/P", 6, "{{ orang.jenis_kelamin }}", "Sel Tengah"),
                Column(
                    "Alamat (RT/RW)", 34, "{{ orang.alamat }} RT {{ orang.rt }} RW {{ orang.rw }}"
                ),
                Column("Jabatan", 14, "{{ orang.jabatan }}"),
                Column("TPS", 8, "{{ orang.tps|tps }}", "Sel Tengah"),
            ),
            group=("orang.tps", "TPS {{ orang.tps|tps }}"),
            kept="loop.last or loop.nextitem.tps == orang.tps",
        ),
        paragraph("Penandatangan"),
        *closing(),
    ]
