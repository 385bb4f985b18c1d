"""docxtpl's traps, each seen springing once; none may spring here."""

import math
import re
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import nsmap
from docxtpl import InlineImage, RichText

from legalgen import Template
from legalgen.fields import Fields
from legalgen.findings import LegalgenError
from tests.render import building
from tests.render.comparing import body, docxtpl_document, parts, texts


def render(path, *paragraphs, **values):
    return Template(building.paragraphs(path / "t.docx", *paragraphs)).render(values)


def finding(path, *paragraphs, **values):
    with pytest.raises(LegalgenError) as caught:
        render(path, *paragraphs, **values)
    [found] = caught.value.findings
    return found


def test_ampersands_and_angle_brackets_are_kept(tmp_path):
    made = render(tmp_path, "{{ a }}, {{ b }}", a="CV A & B", b="<select>")
    assert texts(made) == ["CV A & B, <select>"]


def test_a_value_cannot_bring_xml(tmp_path):
    made = render(tmp_path, "{{ a }}", a="x</w:t></w:r></w:p><w:p><w:r><w:t>sisipan")
    assert len(texts(made)) == 1


@pytest.mark.parametrize("text", ["{{ a }}", "tetap"])
def test_a_value_is_never_run_as_a_template(tmp_path, text):
    template = building.paragraphs(tmp_path / "t.docx", text)
    building.with_footnote(template, "catatan {{ a }}")
    two = Document(str(template))
    two.add_section()
    two.save(str(template))
    made = Template(template).render({"a": "{{ 6*7 }}{% for x in y %}"})
    assert b"{{ 6*7 }}{% for x in y %}" in parts(made)["word/footnotes.xml"]
    assert ("{{ 6*7 }}{% for x in y %}" in body(made)) == (text == "{{ a }}")
    with pytest.raises(Exception, match="endfor"):
        docxtpl_document(template, {"a": "{{ 6*7 }}{% for x in y %}"})  # the trap itself


def test_one_template_gives_each_person_their_own_data(tmp_path):
    template = Template(building.paragraphs(tmp_path / "t.docx", "{{ nama }}"))
    people = ["Siti", "Budi", "Siti"]
    assert [texts(template.render({"nama": name})) for name in people] == [
        ["Siti"],
        ["Budi"],
        ["Siti"],
    ]


@pytest.mark.parametrize("value", [None, math.nan, math.inf, Decimal("NaN")])
def test_nothing_is_not_printed_as_a_word(tmp_path, value):
    found = finding(tmp_path, "Nama: {{ nama }}", nama=value)
    assert (found.code, found.place.tag, found.place.quote) == (
        "T003",
        "{{ nama }}",
        "Nama: {{ nama }}",
    )


@pytest.mark.parametrize("tag", ["{{ orang }}", "{{ anggota }}", "{{ n }}", "{{ m }}", "{{ o }}"])
def test_what_has_no_text_of_its_own_is_not_printed_as_an_address(tmp_path, tag):
    row = Fields({"nama": "Siti"})
    macro = "{% macro m() %}x{% endmacro %}"
    found = finding(tmp_path, macro + tag, orang=row, anggota=[row], n=lambda: "a", o=object())
    assert (found.code, found.place.tag) == ("T003", tag)


def test_a_template_may_say_what_stands_for_nothing(tmp_path):
    assert texts(render(tmp_path, "{{ nama|default('-', true) }}", nama=None)) == ["-"]


def test_a_missing_name_is_a_finding(tmp_path):
    assert finding(tmp_path, "{{ nma }}", nama="Siti").code == "T002"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_characters_word_cannot_hold_are_not_dropped(tmp_path, character):
    found = finding(tmp_path, "awal", "{{ a }} akhir", a=f"x{character}y")
    assert (found.code, found.place.paragraph) == ("T006", 2)
    assert f"U+{ord(character):04X}" in found.message.say()


def test_a_paragraph_break_where_none_can_be_is_a_finding(tmp_path):
    template = building.paragraphs(tmp_path / "t.docx", "x")
    building.edit(
        template,
        "word/document.xml",
        lambda xml: xml.replace("<w:t>x</w:t>", "<w:instrText>{{ a }}</w:instrText>"),
    )
    with pytest.raises(LegalgenError) as caught:
        Template(template).render({"a": "x\ay"})
    assert caught.value.findings[0].code == "T006"


TRACKED = (
    '<w:{0}Pr><w:{0}PrChange w:id="1" w:author="x"><w:{0}Pr>{1}</w:{0}Pr></w:{0}PrChange></w:{0}Pr>'
)
RUN_CHANGED = TRACKED.format("r", "<w:b/>")
PARAGRAPH_CHANGED = TRACKED.format("p", '<w:jc w:val="left"/>')


@pytest.mark.parametrize(
    ("paragraph", "value"),
    [
        (f"<w:p><w:r>{RUN_CHANGED}<w:t>{{{{ a }}}}</w:t></w:r></w:p>", "x\ty"),
        (f"<w:p>{PARAGRAPH_CHANGED}<w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>", "x\ay"),
        (
            '<w:p><w:hyperlink w:anchor="z"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>',
            "x\fy",
        ),
        ("<w:p><w:ins><w:r><w:t>{{ a }}</w:t></w:r></w:ins></w:p>", "x\ay"),
    ],
)
def test_a_break_docxtpl_would_put_in_the_wrong_place_is_a_finding(tmp_path, paragraph, value):
    template = Template(building.body(tmp_path / "t.docx", paragraph))
    with pytest.raises(LegalgenError) as caught:
        template.render({"a": value})
    assert caught.value.findings[0].code == "T006"
    assert "x y" in texts(template.render({"a": "x y"}))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ f.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.system('true') }}",
        "{{ nama|attr('__class__') }}",
        "{{ rows.append(1) }}",
        "{{ '{0.__class__}'.format(nama) }}",
        "{{ 'x' * 99999999 }}",
        "{{ 9 ** 999999 }}",
        "{% for i in range(999999) %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_a_template_cannot_reach_out_or_run_on(tmp_path, tag):
    assert finding(tmp_path, tag, nama="x", rows=[], f=render).code == "T005"


def test_a_template_cannot_change_the_data(tmp_path):
    rows = [1]
    finding(tmp_path, "{{ rows.append(2) }}", rows=rows)
    assert rows == [1]


def test_counters_in_the_data_may_be_called(tmp_path):
    class Counter:
        count = 0

        def __call__(self):
            self.count += 1
            return "abc"[self.count - 1]

        def rujukan(self):
            return f"huruf {self.count}"

    made = render(tmp_path, "{{ n() }}", "{{ n() }}", "{{ n.rujukan() }}", n=Counter())
    assert texts(made) == ["a", "b", "huruf 2"]


def test_counters_count_once_even_where_xml_is_brought(tmp_path):
    numbers = iter(range(1, 9))
    made = render(
        tmp_path,
        "{{ n() }}",
        "{{ kaya }}",
        "{{ n() }}",
        n=lambda: next(numbers),
        kaya=RichText("x"),
    )
    assert (texts(made)[0], texts(made)[-1]) == ("1", "2")


def test_a_column_of_any_name_is_a_column(tmp_path):
    row = Fields({"items": "satu", "values": "dua", "nama": "Siti"})
    assert texts(render(tmp_path, "{{ o.items }} {{ o.values }} {{ o['nama'] }}", o=row)) == [
        "satu dua Siti"
    ]


def test_the_e_office_placeholder_is_left_alone(tmp_path):
    made = render(tmp_path, "Nomor: ${nomor_naskah}, ${tanggal_naskah} {{ a }}", a="x")
    assert texts(made) == ["Nomor: ${nomor_naskah}, ${tanggal_naskah} x"]


def test_a_cell_keeps_a_paragraph_when_an_if_takes_all(tmp_path):
    template = building.table(
        tmp_path / "t.docx", ("a", "{%p if ada %}\nya\n{%p endif %}"), after="{{ ada }}"
    )
    for ada in (True, False):
        made = body(Template(template).render({"ada": ada}))
        assert not re.search(r"</w:tcPr></w:tc>", made)
        assert made.count("<w:tc>") == 2


def test_a_cell_keeps_a_paragraph_when_the_document_is_parsed(tmp_path):
    row = ("a", "{%p if ada %}\nya\n{%p endif %}")
    template = Template(building.table(tmp_path / "t.docx", row, after="{{ kaya }}"))
    made = body(template.render({"ada": False, "kaya": RichText("x")}))
    assert not re.search(r"</w:tcPr></w:tc>", made)


@pytest.mark.parametrize("last", ["akhir", "{{ kaya }}"])
def test_a_table_that_lost_its_rows_is_taken_out(tmp_path, last):
    rows = (("{%tr for o in baris %}", ""), ("{{ o }}", "x"), ("{%tr endfor %}", ""))
    template = Template(building.table(tmp_path / "t.docx", *rows, before="awal", after=last))
    values = {"kaya": RichText("akhir")}
    without = template.render({"baris": [], **values})
    assert "w:tbl>" not in body(without)
    assert [text for text in texts(without) if text] == ["awal", "akhir"]
    assert body(template.render({"baris": ["a"], **values})).count("<w:tbl>") == 1


def test_damage_is_a_finding_and_not_recovered(tmp_path):
    found = finding(tmp_path, "{{ a|safe }}", a="<b>tebal")
    assert found.code == "T006"
    assert found.place.part == "isi"


def test_who_wrote_the_template_can_be_left_out(tmp_path):
    document = Document()
    document.core_properties.author = "Staf Lama"
    document.core_properties.last_modified_by = "Staf Lama"
    document.core_properties.title = "Surat {{ nama }}"
    document.add_paragraph("{{ nama }}")
    document.save(str(tmp_path / "t.docx"))
    made = parts(Template(tmp_path / "t.docx", anonymous=True).render({"nama": "Siti"}))
    core = made["docProps/core.xml"].decode()
    assert "Surat Siti" in core
    assert "Staf Lama" not in core
    assert "2013" not in core  # when python-docx's own template was made
    kept = parts(Template(tmp_path / "t.docx").render({"nama": "Siti"}))["docProps/core.xml"]
    assert b"Staf Lama" in kept


def test_who_wrote_the_template_is_left_out_where_docxtpl_packs_too(tmp_path, monkeypatch):
    # What docxcompose does to python-docx when a sub-document is made: its names no longer fit.
    monkeypatch.setitem(nsmap, "cp", "http://example.org/custom-properties")
    path = building.paragraphs(tmp_path / "t.docx", "{{ nama }} {{ foto }}")
    building.edit(
        path,
        "docProps/core.xml",
        lambda xml: xml.replace(
            "<cp:lastModifiedBy/>", "<cp:lastModifiedBy>Staf</cp:lastModifiedBy>"
        ),
    )
    assert b"Staf" in parts(path.read_bytes())["docProps/core.xml"]
    template = Template(path, anonymous=True)
    photo = InlineImage(template, building.picture())
    for foto in ("tanpa", photo):
        made = parts(template.render({"nama": "Siti", "foto": foto}))
        assert b"Staf" not in made["docProps/core.xml"]


def test_no_clock_reaches_a_document(tmp_path):
    template = building.paragraphs(tmp_path / "t.docx", "{{ a }}")
    building.remove_member(template, "docProps/core.xml")
    made = Template(template).render({"a": "x"})
    assert b"1980-01-01T00:00:00Z" in parts(made)["docProps/core.xml"]
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_header_keeps_a_paragraph_when_an_if_takes_all(tmp_path):
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "{%p if ada %}"
    header.add_paragraph("kop")
    header.add_paragraph("{%p endif %}")
    document.save(str(tmp_path / "t.docx"))
    made = parts(Template(tmp_path / "t.docx").render({"ada": False}))
    assert made["word/header1.xml"].endswith(b"<w:p></w:p></w:hdr>")


@pytest.mark.parametrize("beside", ["x", "{% filter upper %}x{% endfilter %}"])
def test_a_table_that_lost_all_its_rows_goes_with_them(tmp_path, beside):
    rows = [("{%tr for o in anggota %}",), ("{{ o }}",), ("{%tr endfor %}",)]
    template = building.table(tmp_path / "t.docx", *rows, before=beside)
    assert "<w:tbl>" in body(docxtpl_document(template, {"anggota": []}))  # corrupt, says Word
    assert "<w:tbl>" not in body(Template(template).render({"anggota": []}))
