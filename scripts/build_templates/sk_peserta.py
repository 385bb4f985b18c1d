"""Decree of the KPU Kabupaten that fixes the participants of a training."""

from dataclasses import replace

from scripts.build_templates.house import (
    DECREE_NUMBER,
    DISTRICT,
    EVENT_DAYS,
    KPU,
    NAME,
    NUMBER,
    POSITION,
    REGENCY,
    VILLAGE,
    Column,
    annex_heading,
    considering,
    decided,
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
from scripts.build_templates.signatures import enacted
from scripts.build_templates.wordml import Element, paragraph, tag

PAPER = F4
DECREE = f"KEPUTUSAN KOMISI PEMILIHAN UMUM {REGENCY}"
# Six columns leave little to the names: none is wider than its longest word.
OF_PPK_OR_PPS, OF_ONE_WORD = replace(POSITION, width=1400), replace(VILLAGE, width=2000)
WAVE = Column("Gelombang", "{{ orang.gelombang|romawi }}", 1200, "Sel Tengah")
WAVES = 'anggota|per("gelombang")'


def closing() -> list[Element]:
    """Close the decree, and its annex."""
    return enacted(
        "KETUA KOMISI PEMILIHAN UMUM",
        f"{REGENCY},",
        name="{{ kegiatan.ketua|kapital_nama }}",
        place="kegiatan.tempat",
        day="kegiatan.tanggal_keputusan",
    )


def waves() -> list[Element]:
    """Give the waves, each with its day and how many it trains; one alone is no list.

    Where a wave has no day of its own, all the event's are said.
    """
    held = (
        "Kegiatan bagi peserta sebagaimana dimaksud dalam Diktum {{ diktum_peserta }} "
        "dilaksanakan di {{ kegiatan.tempat_kegiatan }}"
        '{% if anggota|rejectattr("tanggal_gelombang")|list and kegiatan.tanggal_selesai %}'
        f" pada tanggal {EVENT_DAYS}{{% endif %}}"
    )
    on_a_day = "hari {{ hari_itu|hari }} tanggal {{ hari_itu|tanggal }}"
    return [
        tag(f"{{%p if {WAVES}|length == 1 %}}"),
        paragraph(
            "Isi Keputusan",
            "{% set hari_itu = anggota[0].tanggal_gelombang %}"
            f"{held}{{% if hari_itu %}}, {on_a_day}{{% endif %}}.",
        ),
        tag("{%p else %}"),
        paragraph(
            "Isi Keputusan", held + f" dalam {{{{ {WAVES}|length|angka_huruf }}}} gelombang, yaitu:"
        ),
        *looped(
            f"gelombang, warga in {WAVES}",
            paragraph(
                "Butir Rincian",
                "{% set hari_itu = warga[0].tanggal_gelombang %}"
                "{{ loop.index|huruf }}.\tGelombang {{ gelombang|romawi }}, "
                f"{{% if hari_itu %}}{on_a_day}, {{% endif %}}sebanyak "
                "{{ warga|length|angka_huruf }} orang"
                '{{ "." if loop.last else "; dan" if loop.revindex == 2 else ";" }}',
            ),
        ),
        tag("{%p endif %}"),
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
            f"KETUA KOMISI PEMILIHAN UMUM {REGENCY},",
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
                    "{{ kegiatan.kabupaten_kota }} tentang {{ tentang }};",
                ),
            ),
            part("Mengingat", legal_bases()),
        ),
        paragraph("Memutuskan", "MEMUTUSKAN:"),
        labelled(
            PAPER,
            decided(DECREE),
            dictum(
                "Menetapkan peserta {{ kegiatan.nama_kegiatan }} sebanyak "
                "{{ jumlah|angka_huruf }} orang sebagaimana tercantum dalam Lampiran yang "
                "merupakan bagian tidak terpisahkan dari Keputusan ini.",
                called="diktum_peserta",
            ),
            dictum(waves()),
            dictum(
                "Peserta sebagaimana dimaksud dalam Diktum {{ diktum_peserta }} wajib mengikuti "
                "seluruh rangkaian kegiatan"
                f"{{% if {WAVES}|length > 1 %}} pada gelombang masing-masing{{% endif %}} dan "
                "menerapkan hasilnya dalam pelaksanaan tugas di wilayah kerjanya.",
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
            REGENCY,
            DECREE_NUMBER,
            "TENTANG",
            "{{ tentang|upper }}",
        ),
        paragraph("Judul Lampiran", "DAFTAR PESERTA\n{{ kegiatan.nama_kegiatan|upper }}"),
        roster(
            PAPER,
            (NUMBER, NAME, OF_PPK_OR_PPS, DISTRICT, OF_ONE_WORD, WAVE),
            closing=closing(),
        ),
    ]
