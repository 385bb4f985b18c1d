"""Each error in a template is found where a Word user finds it."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docxtpl import RichText

from legalgen import Template
from legalgen.fields import Fields
from legalgen.findings import LegalgenError, TemplatePlace
from tests.render import building

PERSON = Fields({"nama": "Siti", "tanggal_lahir": "", "tps": 3})


def findings(template: Path, **values):
    with pytest.raises(LegalgenError) as caught:
        Template(template).render(values)
    return caught.value.findings


def in_paragraphs(path, *texts, **values):
    [found] = findings(building.paragraphs(path / "t.docx", *texts), **values)
    return found


def where(found):
    place = found.place
    return place.part, place.table, place.row, place.cell, place.paragraph, place.tag


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ nama| }}", "T001"),
        ("{{ nama", "T001"),
        ("{% for o anggota %}", "T001"),
        ("{% endfor %}", "T001"),
        ("{{ nam }}", "T002"),
        ("{{ orang.nma }}", "T002"),
        ("{{ orang['nma'] }}", "T002"),
        ("{{ orang.tanggal_lahir|tanggal }}", "T003"),
        ("{{ orang.nama + 1 }}", "T003"),
        ("{{ 1 / 0 }}", "T003"),
        ("{{ kosong }}", "T003"),
        ("{{ nama|tangal }}", "T004"),
        ("{{ nama.__class__ }}", "T005"),
        ("{{ kendali }}", "T006"),
    ],
)
def test_the_tag_at_fault_is_named(tmp_path, tag, code):
    found = in_paragraphs(
        tmp_path,
        "Pertama {{ nama }}",
        f"Kedua {{{{ nama }}}} {tag} {{{{ nama }}}}",
        nama="Siti",
        orang=PERSON,
        kosong=None,
        kendali="\x01",
    )
    assert found.code == code
    assert found.is_error
    assert where(found)[:5] == ("isi", None, None, None, 2)
    assert found.place.tag.startswith(tag)
    assert found.place.quote.startswith("Kedua")


def test_an_unknown_filter_that_jinja_meets_only_in_printing_is_named_too(tmp_path):
    found = in_paragraphs(tmp_path, "x", "{% if nama %}{{ nama|tangal }}{% endif %}", nama="Siti")
    assert (found.code, found.place.paragraph, found.place.tag) == ("T004", 2, "{{ nama|tangal }}")
    assert "tanggal" in found.hint.say()


def test_a_tag_over_several_runs_is_quoted_as_it_reads(tmp_path):
    found = in_paragraphs(tmp_path, ("Nama {", "{ na", "ma }", "}"))
    assert (found.place.tag, found.place.quote) == ("{{ nama }}", "Nama {{ nama }}")


def test_a_place_in_a_table_counts_what_word_shows(tmp_path):
    document = Document()
    building.add_table(document, [("x", "y")])
    document.add_paragraph("antara")
    rows = [
        ("No", "Nama"),
        ("{%tr for o in anggota %}", ""),
        ("{{ loop.index }}", "baris\n{{ o.nama }} {{ o.nma }}"),
        ("{%tr endfor %}", ""),
    ]
    building.add_table(document, rows)
    document.save(tmp_path / "t.docx")
    [found] = findings(tmp_path / "t.docx", anggota=[PERSON])
    assert where(found) == ("isi", 2, 3, 2, 2, "{{ o.nma }}")


def test_a_tag_alone_in_its_row_is_found_there(tmp_path):
    rows = [("No",), ("{%tr for o in angota %}",), ("{{ o }}",), ("{%tr endfor %}",)]
    [found] = findings(building.table(tmp_path / "t.docx", *rows), anggota=[])
    assert where(found) == ("isi", 1, 2, 1, 1, "{%tr for o in angota %}")
    assert "anggota" in found.hint.say()


def test_a_tag_alone_in_its_paragraph_is_found_there(tmp_path):
    found = in_paragraphs(tmp_path, "satu", "{%p if ada %}", "dua", "{%p endif %}")
    assert where(found) == ("isi", None, None, None, 2, "{%p if ada %}")


def test_equal_tags_are_told_apart(tmp_path):
    texts = ["{{ n() }}", "{{ n() }}", "{{ n() }} {{ n() }}"]
    left = [1, 2, 3]
    found = in_paragraphs(tmp_path, *texts, n=left.pop)
    assert (found.code, found.place.paragraph, found.place.tag) == ("T003", 3, "{{ n() }}")


def test_places_in_other_parts(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "KOP"
    document.sections[0].header.add_paragraph("{{ kop }}")
    document.save(tmp_path / "t.docx")
    [found] = findings(tmp_path / "t.docx")
    assert where(found) == ("kop", None, None, None, 2, "{{ kop }}")


def test_a_place_in_a_footnote(tmp_path):
    template = building.with_footnote(building.paragraphs(tmp_path / "t.docx", "isi"), "{{ x }}")
    [found] = findings(template)
    assert where(found) == ("catatan kaki", None, None, None, 1, "{{ x }}")


def test_a_place_in_the_properties(tmp_path):
    document = Document()
    document.core_properties.title = "{{ tentang }}"
    document.save(tmp_path / "t.docx")
    [found] = findings(tmp_path / "t.docx")
    assert where(found) == ("properti", None, None, None, None, "{{ tentang }}")


def test_a_title_longer_than_word_takes_is_a_finding(tmp_path):
    document = Document()
    document.core_properties.title = "{{ tentang }}"
    document.save(tmp_path / "t.docx")
    [found] = findings(tmp_path / "t.docx", tentang="x" * 256)
    assert found.code == "T003"


def test_every_part_that_cannot_be_compiled_is_named(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ a b }}"
    document.add_paragraph("{{ c d }}")
    document.save(tmp_path / "t.docx")
    assert [(f.code, f.place.part) for f in findings(tmp_path / "t.docx")] == [
        ("T001", "isi"),
        ("T001", "kop"),
    ]


def test_a_block_that_nothing_closes_is_named_where_it_begins(tmp_path):
    found = in_paragraphs(tmp_path, "{% if a %}x{% endif %}", "{% for o in a %}", "{{ o }}", "z")
    assert (found.code, found.place.paragraph, found.place.tag) == ("T001", 2, "{% for o in a %}")


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{{ anggta }}", "anggota"),
        ("{{ orang.nma }}", "nama"),
        ("{{ kegiatan.kabupten }}", "kabupaten"),
        ("{{ orang.tps|terbilan }}", "terbilang"),
        ("{% for warga in anggota %}{{ wrga }}{% endfor %}", "warga"),
    ],
)
def test_what_was_meant_is_offered(tmp_path, tag, meant):
    found = in_paragraphs(
        tmp_path, tag, anggota=[1], orang=PERSON, kegiatan={"kabupaten": "Purbalingga"}
    )
    assert meant in found.hint.say()


def test_a_macro_is_blamed_where_it_prints(tmp_path):
    found = in_paragraphs(
        tmp_path,
        "{% macro m(o) %}",
        "{{ o.nma }}",
        "{% endmacro %}",
        "{{ m(orang) }}",
        orang=PERSON,
    )
    assert (found.code, found.place.paragraph, found.place.tag) == ("T002", 2, "{{ o.nma }}")


def test_a_vertical_merge_keeps_its_place(tmp_path):
    rows = [("{%tr for o in a %}", ""), ("{% vm %}{{ hilang }}", "x"), ("{%tr endfor %}", "")]
    [found] = findings(building.table(tmp_path / "t.docx", *rows), a=[1])
    assert where(found) == ("isi", 1, 2, 1, 1, "{{ hilang }}")


def test_a_coloured_cell_keeps_its_place(tmp_path):
    rows = [("a", "b"), ("c", "{% cellbg warna %}d")]
    [found] = findings(building.table(tmp_path / "t.docx", *rows))
    assert where(found)[:4] == ("isi", 1, 2, 2)


def test_identity_numbers_are_masked_in_reasons(tmp_path):
    found = in_paragraphs(
        tmp_path, "{{ nik|int + 'x' + nik|truncate(1, leeway=nik) }}", nik="3303991505900001"
    )
    assert "3303991505900001" not in str(found.message.say())


def test_a_link_made_for_another_document_is_a_finding(tmp_path):
    found = in_paragraphs(tmp_path, "{{ kaya }}", kaya=RichText("x", url_id="rId77"))
    assert found.code == "T006"


@pytest.mark.parametrize(
    ("tag", "code", "hint"),
    [
        ("{{ orang.nama + 1 }}", "T003", "|int"),
        ("{% if orang.nama > 1 %}x{% endif %}", "T003", "|int"),
        ("{{ 1 / 0 }}", "T003", "ask before"),
        ("{{ orang.nama() }}", "T003", "parentheses"),
        ("{% for x in 5 %}x{% endfor %}", "T003", "anggota"),
        ("{{ anggota[9].nama }}", "T002", "[0]"),
        ("{{ anggota.nama }}", "T002", "goes through"),
        ("{{ orang.nama.xyz }}", "T002", "no fields"),
        ("{{ tanggal.yaer }}", "T002", "year"),
        ("{{ warga.nama }}", "T002", "there are"),
    ],
)
def test_what_went_wrong_is_said_in_plain_words(tmp_path, tag, code, hint):
    found = in_paragraphs(tmp_path, tag, orang=PERSON, anggota=[PERSON], tanggal=date(2024, 1, 25))
    assert found.code == code
    assert hint in found.hint.say()
    assert "Error" not in found.message.say()


@pytest.mark.parametrize(
    "tag", ["{{ '<w:p>'|safe }}", "{% autoescape false %}{{ '<' }}{% endautoescape %}"]
)
def test_xml_that_is_not_well_formed_is_placed_where_it_may_come_from(tmp_path, tag):
    found = in_paragraphs(tmp_path, "{{ nama }}", f"x {tag}", nama="Siti")
    assert (found.code, found.place.paragraph) == ("T006", 2)
    assert "line 1" not in found.message.say()


def test_a_table_that_docxtpl_cannot_fit_is_a_finding(tmp_path):
    path = building.table(tmp_path / "t.docx", ("{%tc for o in a %}", "{{ o }}", "{%tc endfor %}"))
    building.edit(
        path, "word/document.xml", lambda xml: re.sub("<w:tblGrid>.*</w:tblGrid>", "", xml)
    )
    [found] = findings(path, a=[1])
    assert (found.code, found.place.part) == ("T006", "isi")


def test_a_tag_that_only_docxtpl_wrote_is_placed_in_its_cell(tmp_path):
    [found] = findings(building.table(tmp_path / "t.docx", ("x", "{% vm %}{{ nama }}")), nama="x")
    assert (found.code, where(found)[:4]) == ("T002", ("isi", 1, 1, 2))


def test_a_bug_of_ours_is_no_finding(tmp_path, monkeypatch):
    template = Template(building.paragraphs(tmp_path / "t.docx", "{{ a }}"))
    monkeypatch.setattr("legalgen.render.part.Deflater.member", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        template.render({"a": 1})


def test_places_are_template_places_of_the_file(tmp_path):
    found = in_paragraphs(tmp_path, "{{ x }}")
    assert isinstance(found.place, TemplatePlace)
    assert found.place.file == tmp_path / "t.docx"
    assert found.to_json()["location"]["tag"] == "{{ x }}"
