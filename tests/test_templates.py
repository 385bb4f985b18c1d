"""The office's templates: pleasant to edit in Word, and saying what the data says."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from legalgen.batch.chunk import render_document
from legalgen.fields import Fields
from legalgen.pipeline import check, plan_documents
from legalgen.planning.document import Document
from legalgen.products import read_product
from legalgen.render import Template
from scripts.build_templates.__main__ import ROOT, TEMPLATES
from scripts.build_templates.package import F4, build

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPERS = {"F4": F4}
every_template = pytest.mark.parametrize("name", TEMPLATES)


def part(name: str, member: str = "document"):
    with zipfile.ZipFile(ROOT / name) as archive:
        return etree.fromstring(archive.read(f"word/{member}.xml"))


def text_of(element) -> str:
    pieces = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        pieces[node.tag] or node.text or "" for node in element.iter() if node.tag in pieces
    )


def texts(element) -> list[str]:
    return [text_of(paragraph) for paragraph in element.iter(f"{W}p")]


class TestBuilt:
    @every_template
    def test_the_committed_file_is_what_the_script_builds(self, name):
        paper, body = TEMPLATES[name]
        assert (ROOT / name).read_bytes() == build(paper, body()), (
            "run python -m scripts.build_templates"
        )

    @every_template
    def test_each_has_a_product_that_is_read_without_a_finding(self, name):
        product, findings = read_product((ROOT / name).with_suffix(".toml"))
        assert findings == []
        assert product is not None
        assert product.template == ROOT / name

    @every_template
    def test_the_page_and_the_font_are_what_the_product_says(self, name):
        product, _ = read_product((ROOT / name).with_suffix(".toml"))
        assert product is not None
        size = part(name).find(f".//{W}sectPr/{W}pgSz")
        paper = PAPERS[product.paper.size]
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == (str(paper.width), str(paper.height))
        fonts = part(name, "styles").find(f"{W}docDefaults//{W}rFonts")
        assert set(fonts.attrib.values()) == {product.paper.font}

    def test_f4_is_215_by_330_millimetres(self):
        twips_per_mm = 1440 / 25.4
        assert (F4.width, F4.height) == (round(215 * twips_per_mm), round(330 * twips_per_mm))


class TestPleasantToEdit:
    @every_template
    def test_no_tag_is_split_over_runs(self, name):
        for run in part(name).iter(f"{W}r"):
            text = text_of(run)
            for opening, closing in (("{{", "}}"), ("{%", "%}"), ("{#", "#}")):
                assert text.count(opening) == text.count(closing), text

    @every_template
    def test_word_has_left_no_marks_of_its_own(self, name):
        unwanted = {f"{W}{tag}" for tag in ("proofErr", "bookmarkStart", "lastRenderedPageBreak")}
        assert not [node for node in part(name).iter() if node.tag in unwanted]
        assert b"rsid" not in etree.tostring(part(name))

    @every_template
    def test_looks_come_from_styles_that_are_there(self, name):
        document, styles = part(name), part(name, "styles")
        known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
        used = {
            node.get(f"{W}val")
            for tag in ("pStyle", "tblStyle", "basedOn")
            for root in (document, styles)
            for node in root.iter(f"{W}{tag}")
        }
        assert used <= known
        assert not list(document.iter(f"{W}rPr")), "direct formatting"
        assert all(p.find(f"{W}pPr/{W}pStyle") is not None for p in document.iter(f"{W}p"))

    @every_template
    def test_no_empty_paragraph_stands_for_a_space(self, name):
        empty = [p for p in part(name).iter(f"{W}p") if not text_of(p)]
        assert [style_of(p) for p in empty] == ["AkhirDokumen"]

    @every_template
    def test_numbered_items_belong_to_lists_that_are_there(self, name):
        lists = {num.get(f"{W}numId") for num in part(name, "numbering").iter(f"{W}num")}
        assert {num.get(f"{W}val") for num in part(name).iter(f"{W}numId")} <= lists

    @every_template
    def test_it_is_lean_and_carries_no_font_picture_or_author(self, name):
        with zipfile.ZipFile(ROOT / name) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
        assert sizes["word/styles.xml"] < 24_000
        assert not [member for member in sizes if "media" in member or "fonts/" in member]
        properties = docx.Document(str(ROOT / name)).core_properties
        assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "")

    @every_template
    def test_the_language_is_indonesian(self, name):
        assert part(name, "styles").find(f".//{W}lang").get(f"{W}val") == "id-ID"

    @every_template
    def test_what_steers_the_template_looks_like_it(self, name):
        for paragraph in part(name).iter(f"{W}p"):
            steers = bool(re.match(r"\{[%#](p|tr) ", text_of(paragraph)))
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert steers == (style == "PerintahTemplat"), text_of(paragraph)


class TestPages:
    @every_template
    def test_pages_are_numbered_from_the_second(self, name):
        document = docx.Document(str(ROOT / name))
        [section] = document.sections
        assert section.different_first_page_header_footer
        assert [p.text for p in section.first_page_header.paragraphs] == [""]
        header = part(name, "header1")
        assert text_of(header) == "- 2 -"
        assert header.find(f".//{W}fldSimple").get(f"{W}instr").strip() == "PAGE"

    @every_template
    def test_a_table_of_people_repeats_its_head_and_splits_no_row(self, name):
        rosters = [
            table
            for table in part(name).iter(f"{W}tbl")
            if any("{%tr for orang" in text for text in texts(table))
        ]
        assert bool(rosters) == (not name.endswith("surat-tugas.docx"))
        for table in rosters:
            rows = table.findall(f"{W}tr")
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
            widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            assert sum(widths) == TEMPLATES[name][0].text_width

    @every_template
    def test_an_annex_or_oath_begins_a_page_where_there_is_one(self, name):
        styles = docx.Document(str(ROOT / name)).styles
        starts = [p for p in docx.Document(str(ROOT / name)).paragraphs if p.text == "LAMPIRAN"]
        assert len(starts) == (0 if name.endswith("surat-tugas.docx") else 1)
        assert all(p.style is not None and p.style.name == "Awal Lampiran" for p in starts)
        assert styles["Awal Lampiran"].paragraph_format.page_break_before

    @every_template
    def test_a_signature_is_not_divided_and_stays_with_what_it_closes(self, name):
        kept = {
            style.style_id
            for style in docx.Document(str(ROOT / name)).styles
            if style.type == WD_STYLE_TYPE.PARAGRAPH and style.paragraph_format.keep_with_next
        }
        signed = [p for p in part(name).iter(f"{W}p") if style_of(p).startswith("Nama")]
        assert signed
        for name_line in signed:
            closing_row = name_line.getparent().getparent()
            assert closing_row.find(f"{W}trPr/{W}cantSplit") is not None
            above = closing_row.getprevious()
            while above.tag == f"{W}tr" and "{%tr" in text_of(above):  # these rows go away
                above = above.getprevious()
            closes_with_a_sentence = style_of(next(closing_row.iter(f"{W}p"))).startswith("Isi")
            if above.tag == f"{W}tr" and not closes_with_a_sentence:
                first_cell = above.find(f"{W}tc")
                assert any(style_of(p) in kept for p in first_cell.iter(f"{W}p"))


def style_of(paragraph) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


class TestNothingIsTypedTwice:
    @every_template
    def test_no_year_ordinal_or_office_stands_in_the_text(self, name):
        text = "\n".join(texts(part(name)))
        assert not re.search(r"\b20\d\d\b", text)
        assert not re.search(r"\bKE(SATU|DUA|TIGA|EMPAT|LIMA)\b", text)
        assert not re.search(r"\bhuruf [a-z]\b", text)
        assert "Purbalingga" not in text


# What the templates make of the sample events

TRAINING, INSTALLATION = "tot-kpps.xlsx", "pelantikan-kpps"


@cache
def documents(source: str) -> dict[str, list[Document]]:
    planned = plan_documents(check(ROOT / "inputs" / source, ROOT / "templates"))
    by_product: dict[str, list[Document]] = {}
    for document in planned.ready:
        by_product.setdefault(document.product, []).append(document)
    return by_product


def one(source: str, product: str, subject: str = "") -> Document:
    return next(item for item in documents(source)[product] if subject in item.subject)


def people(document: Document) -> list[Any]:
    members = document.context["anggota"]
    assert isinstance(members, list)
    return members


def with_changed(row: Any, **changed: object) -> Fields:
    return Fields({**{column: row[column] for column in row}, **changed})


@cache
def template(path: Path) -> Template:
    return Template(path)


def made(document: Document, **changed: object):
    """Render a planned document, with some values of its context changed."""
    other = replace(document, context={**document.context, **changed})
    content = render_document(other, template(document.template).render)
    docx.Document(io.BytesIO(content))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert not re.search(r"[{}]", text_of(root)), "a tag is left"
    return root


def prose(root) -> str:
    return "\n".join(texts(root))


def annex_rows(root) -> list[list[str]]:
    """Give the cells of the rows of people, without heads, group headings and signatures."""
    rows = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in root.iter(f"{W}tr")]
    return [cells for cells in rows if len(cells) > 3 and cells[0].isdigit()]


class TestParticipantsDecree:
    def test_it_says_and_lists_what_the_data_says(self):
        document = one(TRAINING, "sk-peserta")
        root = made(document)
        text = prose(root)

        assert "sebanyak 807 (delapan ratus tujuh) orang sebagaimana tercantum" in text
        waves = re.findall(r"Gelombang [IVX]+, hari .*, sebanyak (\d+) \(", text)
        assert len(waves) == 3
        assert sum(map(int, waves)) == 807

        rows = annex_rows(root)
        assert [row[0] for row in rows] == [str(number) for number in range(1, 808)]
        assert [row[1] for row in rows] == [person.nama_lengkap for person in people(document)]

        assert "dimaksud dalam huruf a terlaksana" in text
        assert "dimaksud dalam huruf a dan huruf b, perlu menetapkan" in text
        dictums = re.findall(r"^KE[A-Z]+$", text, re.MULTILINE)
        assert dictums == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]
        assert "dimaksud dalam Diktum KESATU" in text

        bases: Any = document.context["dasar_hukum"]
        assert len(bases) == 5
        assert all(f"{basis};" in texts(root) for basis in bases)
        assert texts(root).count("WENING PRASETYANINGRUM") == 2  # the decree, and its annex

    def test_a_single_wave_is_no_list(self):
        document = one(TRAINING, "sk-peserta")
        wave = [person for person in people(document) if person.gelombang == 2]
        text = prose(made(document, anggota=wave, jumlah=len(wave)))
        assert "Hotel Purbalingga, hari Selasa tanggal 23 Januari 2024.\n" in text
        assert "gelombang masing-masing" not in text
        assert "a.\tGelombang" not in text

    @pytest.mark.parametrize("waves", [{1}, {1, 2, 3}])
    def test_where_a_wave_has_no_day_the_days_of_the_event_are_said(self, waves):
        document = one(TRAINING, "sk-peserta")
        people_of_waves = [
            with_changed(person, tanggal_gelombang="")
            for person in people(document)
            if person.gelombang in waves
        ]
        text = prose(made(document, anggota=people_of_waves, jumlah=len(people_of_waves)))
        assert "Hotel Purbalingga pada tanggal 22 s.d. 24 Januari 2024" in text


class TestAppointmentDecree:
    def test_each_village_lists_its_own_by_polling_station(self):
        for document in documents(INSTALLATION)["sk-kpps"]:
            root = made(document)
            assert [(row[1], row[2], row[5]) for row in annex_rows(root)] == [
                (person.nama_lengkap, person.jenis_kelamin, f"{person.tps:03d}")
                for person in people(document)
            ]
            stations = dict.fromkeys(person.tps for person in people(document))
            headings = [text for text in texts(root) if re.fullmatch(r"TPS \d{3}", text)]
            assert headings == [f"TPS {tps:03d}" for tps in stations]

    def test_a_kelurahan_is_not_called_a_desa(self):
        document = one(INSTALLATION, "sk-kpps", "Brobot")
        root = made(document, desa_kelurahan="Kelurahan Brobot", tentang="Pengangkatan")
        assert "Desa" not in prose(root)
        assert "DESA" not in prose(root)

    def test_the_pps_signs_on_behalf_of_the_kpu(self):
        document = one(INSTALLATION, "sk-kpps", "Brobot")
        text = prose(made(document))
        assert text.count("a.n.\tKETUA KOMISI PEMILIHAN UMUM\nKABUPATEN PURBALINGGA\n") == 2
        assert text.count("IWAN SUGENG MAHENDRA") == 2

    @pytest.mark.parametrize(
        ("number", "shown"),
        [
            ("2/PP.05.1-Kpt/33031401/2024", "NOMOR 2/PP.05.1-Kpt/33031401/2024"),
            ("7 Tahun 2024", "NOMOR 7 TAHUN 2024"),
        ],
    )
    def test_a_number_is_in_capitals_but_for_its_codes(self, number, shown):
        root = made(one(INSTALLATION, "sk-kpps", "Brobot"), nomor=number)
        assert texts(root).count(shown) == 2


class TestMinutes:
    def test_the_day_and_hour_are_in_words(self):
        said = (
            "Pada hari ini, Kamis tanggal dua puluh lima bulan Januari tahun dua ribu dua puluh "
            "empat (25-01-2024), pukul 08.00 WIB, bertempat di Balai Desa Brobot, "
        )
        assert said in prose(made(one(INSTALLATION, "ba-pelantikan", "Brobot")))

    def test_the_first_and_the_last_chair_sign_for_the_sworn(self):
        document = one(INSTALLATION, "ba-pelantikan", "Brobot")
        first, *_, last = [person for person in people(document) if person.jabatan == "Ketua"]
        text = prose(made(document))
        assert f"Ketua KPPS TPS {last.tps:03d}," in text
        assert text.count(last.nama.upper()) == 1
        assert text.count(first.nama.upper()) == 2  # the minutes, and the oath

    def test_one_polling_station_and_no_clergy_leave_no_room_to_sign(self):
        document = one(INSTALLATION, "ba-pelantikan", "Brobot")
        station = [person for person in people(document) if person.tps == 1]
        appointment: Any = document.context["penetapan"]
        alone = with_changed(appointment, rohaniwan="")
        root = made(document, anggota=station, jumlah=len(station), penetapan=alone)
        assert "7 (tujuh) orang pada 1 (satu) Tempat Pemungutan Suara" in prose(root)
        assert "ohaniwan" not in prose(root)
        signed = [p for p in root.iter(f"{W}p") if style_of(p) == "NamaTandaTangan"]
        assert len(signed) == 6  # two who are sworn and swear, two witnesses, two under the oath


class TestAssignment:
    @pytest.mark.parametrize(("body", "of_a_village"), [("PPK", False), ("PPS", True)])
    def test_a_ppk_sits_for_its_kecamatan_and_a_pps_for_its_village(self, body, of_a_village):
        for document in documents(TRAINING)["surat-tugas"]:
            [person] = people(document)
            if person.badan == body:
                break
        [office] = [text for text in texts(made(document)) if text.startswith("Jabatan\t")]
        assert office.startswith(f"Jabatan\t:\t{person.jabatan} {body}")
        assert (person.desa in office) == of_a_village

    def test_a_kecamatan_lists_its_people_and_their_days(self):
        document = documents(TRAINING)["surat-tugas-kecamatan"][0]
        rows = annex_rows(made(document))
        assert [row[1] for row in rows] == [person.nama_lengkap for person in people(document)]
        assert all(re.fullmatch(r"2[2-4] Januari 2024", row[4]) for row in rows)

    @pytest.mark.parametrize(
        ("bodies", "said"),
        [
            ({"PPK", "PPS"}, "anggota PPK dan PPS Kecamatan"),
            ({"PPK"}, "5 (lima) orang anggota PPK Kecamatan"),
            ({"PPS"}, "anggota PPS Kecamatan"),
        ],
    )
    def test_a_kecamatan_sends_those_bodies_that_are_on_its_list(self, bodies, said):
        document = one(TRAINING, "surat-tugas-kecamatan", "Kecamatan Mrebet")
        sent = [person for person in people(document) if person.badan in bodies]
        assert said in prose(made(document, anggota=sent, jumlah=len(sent)))


class TestEmployerLetter:
    def test_it_names_each_of_its_people_once(self):
        for document in documents(INSTALLATION)["izin-pemberi-kerja"]:
            root = made(document)
            names = [person.nama_lengkap for person in people(document)]
            assert [row[1] for row in annex_rows(root)] == names
            assert f"bahwa {len(names)} (" in prose(root)

    @pytest.mark.parametrize(("staff", "annexed"), [(5, False), (6, True)])
    def test_many_are_listed_in_an_annex(self, staff, annexed):
        document = one(INSTALLATION, "izin-pemberi-kerja", "Royal Korindah")
        root = made(document, anggota=people(document)[:staff], jumlah=staff)
        assert len(annex_rows(root)) == staff
        assert ("LAMPIRAN" in texts(root)) == annexed
        assert ("1 (satu) berkas" in texts(root)) == annexed
        assert ("sebagaimana tercantum dalam Lampiran." in prose(root)) == annexed
        assert texts(root).count("Wening Prasetyaningrum") == 1 + annexed

    def test_an_address_is_taken_from_whoever_gave_one(self):
        document = one(INSTALLATION, "izin-pemberi-kerja", "Royal Korindah")
        nowhere = [with_changed(person, alamat_instansi="") for person in people(document)]
        assert "di Tempat" in texts(made(document, anggota=nowhere))
        somewhere = [*nowhere[:-1], with_changed(nowhere[-1], alamat_instansi="Jalan Mawar 1")]
        assert "Jalan Mawar 1" in texts(made(document, anggota=somewhere))

    def test_days_of_training_are_named_only_where_there_are_some(self):
        document = one(INSTALLATION, "izin-pemberi-kerja", "Royal Korindah")
        untrained = with_changed(document.context["kegiatan"], tanggal_bimtek_mulai="")
        assert "bimbingan teknis, tanggal 25 s.d. 28 Januari 2024; dan" in texts(made(document))
        duties = prose(made(document, kegiatan=untrained))
        assert "bimbingan teknis" not in duties
        assert "pelantikan, hari Kamis, 25 Januari 2024; dan\npemungutan" in duties

    def test_a_security_officer_is_none_of_the_kpps(self):
        document = one(INSTALLATION, "izin-pemberi-kerja", "Royal Korindah")
        officer = with_changed(people(document)[0], badan="LINMAS", tps=5)
        [row] = annex_rows(made(document, anggota=[officer], jumlah=1))
        assert row[3] == "Petugas Ketertiban\nTPS 005"


class TestSkeleton:
    def test_it_makes_a_document_as_it_stands(self):
        product, _ = read_product(ROOT / "legalgen" / "skeleton.toml")
        assert product is not None
        checked = check(ROOT / "inputs" / INSTALLATION, ROOT / "templates")
        [document] = plan_documents(replace(checked, served=[product])).ready
        assert len(annex_rows(made(document))) == len(people(document))
