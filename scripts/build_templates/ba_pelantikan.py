"""Minutes of a village's installation: its KPPS take the oath before the Ketua of the PPS."""

from scripts.build_templates.house import (
    BY_STATION,
    NAME,
    NUMBER,
    POSITION,
    REGENCY,
    SEX,
    STATION,
    annex_heading,
    letterhead,
    lines,
    roster,
)
from scripts.build_templates.package import F4
from scripts.build_templates.signatures import Signers, side_by_side
from scripts.build_templates.wordml import Element, paragraph, tag

PAPER = F4
OATH_TAKER = (
    "Yang mengambil sumpah/janji,\na.n. Ketua Komisi Pemilihan Umum\n"
    "{{ kegiatan.kabupaten_kota }}\nKetua Panitia Pemungutan Suara\n{{ desa_kelurahan }},"
)
TAKER_NAME = "{{ penetapan.penandatangan|kapital_nama }}"
SWORN_IN = "Ketua KPPS TPS {{ wakil.tps|tps }},"
SWORN_NAME = "{{ wakil.nama_lengkap|kapital_nama }}"
OTHER = "{% if wakil_lain.tps != wakil.tps %}…{% endif %}"  # a single TPS has one Ketua


def minutes() -> list[Element]:
    """Tell what happened, who was installed, and let them sign."""
    return [
        *letterhead(
            "PANITIA PEMUNGUTAN SUARA",
            "{{ desa_kelurahan|upper }}",
            "KECAMATAN {{ kecamatan|upper }}",
            REGENCY,
        ),
        *lines(
            "Judul Naskah",
            "BERITA ACARA",
            "NOMOR {{ nomor }}",
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        paragraph(
            "Isi Surat",
            "Pada hari ini, {{ penetapan.tanggal_pelantikan|hari }} "
            "{{ penetapan.tanggal_pelantikan|tanggal_terbilang }} "
            '({{ penetapan.tanggal_pelantikan|tanggal("angka") }}), pukul '
            "{{ penetapan.waktu_pelantikan|pukul }} {{ kegiatan.zona_waktu }}, bertempat di "
            "{{ penetapan.tempat_pelantikan }}, telah dilaksanakan pelantikan dan pengambilan "
            "sumpah/janji Ketua dan Anggota Kelompok Penyelenggara Pemungutan Suara "
            "{{ desa_kelurahan }} Kecamatan {{ kecamatan }} {{ kegiatan.kabupaten_kota }} "
            "sebanyak {{ jumlah|angka_huruf }} orang pada "
            '{{ anggota|per("tps")|length|angka_huruf }} Tempat Pemungutan Suara, berdasarkan '
            "Keputusan Panitia Pemungutan Suara {{ desa_kelurahan }} Nomor {{ penetapan.nomor }} "
            "tanggal {{ penetapan.tanggal_penetapan|tanggal }}.",
        ),
        paragraph(
            "Isi Surat Menyambung",
            "Pelantikan dan pengambilan sumpah/janji dilakukan oleh "
            "{{ penetapan.penandatangan }}, Ketua Panitia Pemungutan Suara {{ desa_kelurahan }}, "
            "atas nama Ketua Komisi Pemilihan Umum {{ kegiatan.kabupaten_kota }}, disaksikan "
            "oleh {{ penetapan.saksi_1 }} dan {{ penetapan.saksi_2 }}"
            "{% if penetapan.rohaniwan %} serta didampingi rohaniwan {{ penetapan.rohaniwan }}"
            "{% endif %}, terhadap:",
        ),
        roster(PAPER, (NUMBER, NAME, SEX, POSITION, STATION), group=BY_STATION),
        paragraph(
            "Isi Surat Sesudah Tabel",
            "Naskah sumpah/janji yang diucapkan tercantum dalam Lampiran yang merupakan bagian "
            "tidak terpisahkan dari Berita Acara ini.",
        ),
        paragraph(
            "Isi Surat Menyambung",
            "Demikian Berita Acara ini dibuat dengan sebenarnya dan ditandatangani oleh "
            "perwakilan yang dilantik, yang mengambil sumpah/janji, dan para saksi untuk "
            "dipergunakan sebagaimana mestinya.",
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
            Signers(f"Perwakilan yang dilantik,\n{SWORN_IN}", SWORN_NAME, OATH_TAKER, TAKER_NAME),
            Signers(
                OTHER.replace("…", "Ketua KPPS TPS {{ wakil_lain.tps|tps }},"),
                OTHER.replace("…", "{{ wakil_lain.nama_lengkap|kapital_nama }}"),
                "{% if penetapan.rohaniwan %}Rohaniwan,{% endif %}",
                "{% if penetapan.rohaniwan %}{{ penetapan.rohaniwan|kapital_nama }}{% endif %}",
                condition="wakil_lain.tps != wakil.tps or penetapan.rohaniwan",
            ),
            Signers(
                "Saksi I,",
                "{{ penetapan.saksi_1|kapital_nama }}",
                "Saksi II,",
                "{{ penetapan.saksi_2|kapital_nama }}",
            ),
        ),
    ]


def oath() -> list[Element]:
    """Give the words of the oath on a page of their own."""
    return [
        *annex_heading(
            "LAMPIRAN",
            "BERITA ACARA",
            "NOMOR {{ nomor }}",
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        paragraph(
            "Judul Lampiran",
            "NASKAH SUMPAH/JANJI\nANGGOTA KELOMPOK PENYELENGGARA PEMUNGUTAN SUARA",
        ),
        *lines(
            "Isi Keputusan",
            "Demi Allah (Tuhan), saya bersumpah/berjanji:",
            "Bahwa saya akan memenuhi tugas dan kewajiban saya sebagai anggota Kelompok "
            "Penyelenggara Pemungutan Suara dengan sebaik-baiknya sesuai dengan ketentuan "
            "peraturan perundang-undangan dengan berpedoman pada Pancasila dan Undang-Undang "
            "Dasar Negara Republik Indonesia Tahun 1945.",
            "Bahwa saya dalam menjalankan tugas dan wewenang akan bekerja dengan sungguh-sungguh, "
            "jujur, adil, dan cermat demi suksesnya {{ profil.nama_sumpah }}, tegaknya demokrasi "
            "dan keadilan, serta mengutamakan kepentingan Negara Kesatuan Republik Indonesia "
            "daripada kepentingan pribadi atau golongan.",
        ),
        side_by_side(
            PAPER,
            Signers(
                f"Yang mengucapkan sumpah/janji,\n{SWORN_IN}",
                SWORN_NAME,
                OATH_TAKER,
                TAKER_NAME,
            ),
        ),
    ]


def body() -> list[Element]:
    """Give the document: the minutes, then the oath."""
    return [*minutes(), *oath()]
