"""Decree of a PPS, on behalf of the Ketua of the KPU Kabupaten, that appoints its KPPS."""

from scripts.build_templates.house import (
    BY_STATION,
    DECREE_NUMBER,
    NAME,
    NUMBER,
    REGENCY,
    SEX,
    STATION,
    Column,
    annex_heading,
    considering,
    decided,
    dictum,
    labelled,
    legal_bases,
    letterhead,
    lines,
    part,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import enacted
from scripts.build_templates.wordml import Element, paragraph

PAPER = F4
VILLAGE, DISTRICT = "{{ desa_kelurahan|upper }}", "KECAMATAN {{ kecamatan|upper }}"
ADDRESS = Column("Alamat (RT/RW)", "{{ orang.alamat }} ({{ orang.rt }}/{{ orang.rw }})", 3820)
PLACE = Column("Jabatan", "{{ orang.jabatan }}", 980)


def closing() -> list[Element]:
    """Close the decree, and its annex."""
    return enacted(
        f"a.n.\tKETUA KOMISI PEMILIHAN UMUM\n{REGENCY}\nKETUA PANITIA PEMUNGUTAN SUARA\n{VILLAGE},",
        name="{{ penetapan.penandatangan|kapital_nama }}",
        place="desa",
        day="penetapan.tanggal_penetapan",
    )


def body() -> list[Element]:
    """Give the document, from the letterhead to the annex's signature."""
    return [
        *letterhead("PANITIA PEMUNGUTAN SUARA", VILLAGE, DISTRICT, REGENCY),
        *lines(
            "Judul Keputusan",
            f"KEPUTUSAN PANITIA PEMUNGUTAN SUARA\n{VILLAGE}\n{DISTRICT}",
            DECREE_NUMBER,
            "TENTANG",
            "{{ tentang|upper }}",
            f"KETUA PANITIA PEMUNGUTAN SUARA {VILLAGE},",
        ),
        labelled(
            PAPER,
            part(
                "Menimbang",
                considering(
                    "bahwa Kelompok Penyelenggara Pemungutan Suara diangkat oleh Panitia "
                    "Pemungutan Suara atas nama Ketua Komisi Pemilihan Umum Kabupaten/Kota;",
                    "bahwa nama-nama yang tercantum dalam Lampiran Keputusan ini telah memenuhi "
                    "persyaratan dan dinyatakan terpilih sebagai anggota Kelompok Penyelenggara "
                    "Pemungutan Suara;",
                    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam "
                    "{{ menimbang.rujukan() }}, perlu menetapkan Keputusan Panitia Pemungutan "
                    "Suara {{ desa_kelurahan }} tentang {{ tentang }};",
                ),
            ),
            part("Mengingat", legal_bases()),
        ),
        paragraph("Memutuskan", "MEMUTUSKAN:"),
        labelled(
            PAPER,
            decided(f"KEPUTUSAN PANITIA PEMUNGUTAN SUARA {VILLAGE}"),
            dictum(
                "Mengangkat Ketua dan Anggota Kelompok Penyelenggara Pemungutan Suara sebanyak "
                "{{ jumlah|angka_huruf }} orang pada "
                '{{ anggota|per("tps")|length|angka_huruf }} Tempat Pemungutan Suara di '
                "{{ desa_kelurahan }} Kecamatan {{ kecamatan }} {{ kegiatan.kabupaten_kota }}, "
                "sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan "
                "dari Keputusan ini.",
                called="diktum_kpps",
            ),
            dictum(
                "Kelompok Penyelenggara Pemungutan Suara sebagaimana dimaksud dalam Diktum "
                "{{ diktum_kpps }} mempunyai tugas, wewenang, dan kewajiban sesuai dengan "
                "ketentuan peraturan perundang-undangan.",
            ),
            dictum(
                "Masa kerja Kelompok Penyelenggara Pemungutan Suara sebagaimana dimaksud dalam "
                "Diktum {{ diktum_kpps }} terhitung mulai tanggal "
                "{{ profil.masa_kerja.KPPS.mulai|tanggal }} sampai dengan tanggal "
                "{{ profil.masa_kerja.KPPS.selesai|tanggal }}.",
            ),
            dictum(
                "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
                "{{ profil.sumber_anggaran }} Tahun Anggaran "
                "{{ penetapan.tanggal_penetapan.year }}.",
            ),
            dictum("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
            closing=closing(),
        ),
        *annex_heading(
            "LAMPIRAN",
            "KEPUTUSAN PANITIA PEMUNGUTAN SUARA",
            VILLAGE,
            DISTRICT,
            DECREE_NUMBER,
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        paragraph(
            "Judul Lampiran",
            "DAFTAR KETUA DAN ANGGOTA\nKELOMPOK PENYELENGGARA PEMUNGUTAN SUARA\n"
            f"{VILLAGE}\n{DISTRICT}",
        ),
        roster(
            PAPER,
            (NUMBER, NAME, SEX, ADDRESS, PLACE, STATION),
            group=BY_STATION,
            closing=closing(),
        ),
    ]
