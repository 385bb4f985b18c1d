"""Minutes of a village's installation: its KPPS take the oath before the Ketua of the PPS."""

from scripts.build_templates.house import (
    Column,
    annex_heading,
    letterhead,
    lines,
    roster,
    side_by_side,
)
from scripts.build_templates.package import F4
from scripts.build_templates.wordml import Element, paragraph, tag

PAPER = F4
VILLAGE = "DESA {{ desa|upper }}"
KPPS = "Kelompok Penyelenggara Pemungutan Suara"
OTHER = "{% if wakil_lain.tps != wakil.tps %}…{% endif %}"  # a single TPS has one Ketua
OATH_TAKER = (
    "Yang mengambil sumpah/janji,\na.n. KETUA KOMISI PEMILIHAN UMUM\n"
    "KABUPATEN {{ kegiatan.kabupaten|upper }}\nKETUA PANITIA PEMUNGUTAN SUARA\n" + VILLAGE + ","
)


def minutes() -> list[Element]:
    """Tell what happened, who was installed, and let them sign."""
    return [
        *letterhead(
            "PANITIA PEMUNGUTAN SUARA",
            VILLAGE + " KECAMATAN {{ kecamatan|upper }}",
            "KABUPATEN {{ kegiatan.kabupaten|upper }}",
        ),
        paragraph("Judul Naskah"),
        *lines("Judul Naskah", "BERITA ACARA", "{{ tentang|upper }}", "NOMOR {{ nomor }}"),
        paragraph("Judul Naskah"),
        paragraph(
            "Isi",
            "Pada hari ini, {{ penetapan.tanggal_pelantikan|hari }} "
            "{{ penetapan.tanggal_pelantikan|tanggal_terbilang }} "
            '({{ penetapan.tanggal_pelantikan|tanggal("angka") }}), pukul '
            "{{ penetapan.waktu_pelantikan|pukul }} {{ kegiatan.zona_waktu }}, bertempat di "
            "{{ penetapan.tempat_pelantikan }}, telah dilaksanakan pelantikan dan pengambilan "
            f"sumpah/janji Ketua dan Anggota {KPPS} Desa {{{{ desa }}}} Kecamatan {{{{ kecamatan "
            "}} Kabupaten {{ kegiatan.kabupaten }} sebanyak {{ jumlah|angka_huruf }} orang pada "
            '{{ anggota|per("tps")|length|angka_huruf }} Tempat Pemungutan Suara, berdasarkan '
            "Keputusan Panitia Pemungutan Suara Desa {{ desa }} Nomor {{ penetapan.nomor }} "
            "tanggal {{ penetapan.tanggal_penetapan|tanggal }}.",
        ),
        paragraph(
            "Isi",
            "Pelantikan dan pengambilan sumpah/janji dilakukan oleh "
            "{{ penetapan.penandatangan }}, Ketua Panitia Pemungutan Suara Desa {{ desa }}, atas "
            "nama Ketua Komisi Pemilihan Umum Kabupaten {{ kegiatan.kabupaten }}, dengan "
            "disaksikan oleh {{ penetapan.saksi_1 }} dan {{ penetapan.saksi_2 }}"
            "{% if penetapan.rohaniwan %} serta didampingi rohaniwan {{ penetapan.rohaniwan }}"
            "{% endif %}, terhadap:",
        ),
        roster(
            PAPER,
            (
                Column("No.", 7, "{{ loop.index }}", "Sel Tengah"),
                Column("Nama", 43, "{{ orang.nama_lengkap }}"),
                Column("L/P", 8, "{{ orang.jenis_kelamin }}", "Sel Tengah"),
                Column("Jabatan", 30, "{{ orang.jabatan }} KPPS"),
                Column("TPS", 12, "{{ orang.tps|tps }}", "Sel Tengah"),
            ),
            group=("orang.tps", "TPS {{ orang.tps|tps }}"),
            kept="not loop.last and loop.nextitem.tps == orang.tps",
        ),
        paragraph("Isi"),
        paragraph(
            "Isi",
            "Naskah sumpah/janji yang diucapkan tercantum dalam Lampiran yang merupakan bagian "
            "tidak terpisahkan dari Berita Acara ini.",
        ),
        paragraph(
            "Isi Menyambung",
            "Demikian Berita Acara ini dibuat dengan sebenarnya dan ditandatangani oleh yang "
            "mengambil sumpah/janji, perwakilan yang dilantik, dan para saksi untuk dipergunakan "
            "sebagaimana mestinya.",
        ),
        *signatures(),
    ]


def signatures() -> list[Element]:
    """Sign: those sworn in by their first and last Ketua, the oath-taker, the witnesses."""
    return [
        tag('{%p set ketua_kpps = anggota|selectattr("jabatan", "equalto", "Ketua")|list %}'),
        tag("{%p set wakil = ketua_kpps|first %}"),
        tag("{%p set wakil_lain = ketua_kpps|last %}"),
        side_by_side(
            PAPER,
            (
                "Perwakilan yang dilantik,\nKetua KPPS TPS {{ wakil.tps|tps }},",
                OTHER.replace("…", "\nKetua KPPS TPS {{ wakil_lain.tps|tps }},"),
            ),
            (
                "{{ wakil.nama_lengkap|kapital_nama }}",
                OTHER.replace("…", "{{ wakil_lain.nama_lengkap|kapital_nama }}"),
            ),
            ("{% if penetapan.rohaniwan %}Rohaniwan,{% endif %}", OATH_TAKER),
            (
                "{% if penetapan.rohaniwan %}{{ penetapan.rohaniwan|kapital_nama }}{% endif %}",
                "{{ penetapan.penandatangan|kapital_nama }}",
            ),
            ("Saksi I,", "Saksi II,"),
            ("{{ penetapan.saksi_1|kapital_nama }}", "{{ penetapan.saksi_2|kapital_nama }}"),
        ),
    ]


def oath() -> list[Element]:
    """Give the words of the oath on a page of their own."""
    return [
        *annex_heading(
            "LAMPIRAN",
            "BERITA ACARA {{ tentang|upper }}",
            "NOMOR {{ nomor }}",
        ),
        paragraph(
            "Judul Lampiran",
            "NASKAH SUMPAH/JANJI\nANGGOTA KELOMPOK PENYELENGGARA PEMUNGUTAN SUARA",
        ),
        *lines(
            "Isi",
            "Demi Allah (Tuhan), saya bersumpah/berjanji:",
            "Bahwa saya akan memenuhi tugas dan kewajiban saya sebagai anggota "
            f"{KPPS} dengan sebaik-baiknya sesuai dengan ketentuan peraturan perundang-undangan "
            "dengan berpedoman pada Pancasila dan Undang-Undang Dasar Negara Republik Indonesia "
            "Tahun 1945.",
            "Bahwa saya dalam menjalankan tugas dan wewenang akan bekerja dengan sungguh-sungguh, "
            "jujur, adil, dan cermat demi suksesnya {{ profil.nama_pemilu }}, tegaknya demokrasi "
            "dan keadilan, serta mengutamakan kepentingan Negara Kesatuan Republik Indonesia "
            "daripada kepentingan pribadi atau golongan.",
        ),
        paragraph("Tanda Tangan"),
        side_by_side(
            PAPER,
            ("Yang mengucapkan sumpah/janji,\nKetua KPPS TPS {{ wakil.tps|tps }},", OATH_TAKER),
            (
                "{{ wakil.nama_lengkap|kapital_nama }}",
                "{{ penetapan.penandatangan|kapital_nama }}",
            ),
        ),
    ]


def body() -> list[Element]:
    """Give the document: the minutes, then the oath."""
    return [*minutes(), *oath()]
