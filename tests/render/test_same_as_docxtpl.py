"""The fast way makes what docxtpl makes: one template for each feature of its language."""

import io
import re
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docxtpl import Listing, RichText, RichTextParagraph

from legalgen.fields import Fields
from tests.render import building
from tests.render.comparing import assert_same, body

PEOPLE: list[dict[str, Any]] = [
    {"nama": "Siti Aminah", "tps": 1, "desa": "Sidamulya"},
    {"nama": "Budi & <Rekan>", "tps": 2, "desa": 'Bojong "Atas"'},
    {"nama": "Dé Ñúñez", "tps": 3, "desa": "Karang’anyar"},
]
NAME_AND_PLACE = {"nama": "Siti & <Budi>", "desa": "Bo'jong", "anggota": PEOPLE, "ada": True}


def in_paragraphs(*texts):
    return lambda path: building.paragraphs(path, *texts)


def in_table(*rows):
    return lambda path: building.table(path, *rows)


HEADER_ROW = ("No", "Nama", "TPS")
FEATURES = {
    "values": in_paragraphs("Nama: {{ nama }}", "{{ desa }} dan {{ nama|upper }}"),
    "tag over several runs": in_paragraphs(("Nama: {", "{ na", "ma|up", "per }", "} selesai")),
    "if in a paragraph": in_paragraphs("a {% if ada %}ya {{ nama }}{% else %}tidak{% endif %} b"),
    "if over paragraphs": in_paragraphs("a {% if ada %}b", "c {{ nama }}", "d{% endif %} e"),
    "paragraph if": in_paragraphs(
        "{%p if ada %}", "ya", "{%p else %}", "tidak", "{%p endif %}", "z"
    ),
    "paragraph loop": in_paragraphs("{%p for o in anggota %}", "{{ o.nama }}", "{%p endfor %}"),
    "run tags": in_paragraphs(("a ", "{%r if ada %}", "b {{ nama }}", "{%r endif %}", " c")),
    "row loop": in_table(
        HEADER_ROW,
        ("{%tr for o in anggota %}", "", ""),
        ("{{ loop.index }}", "{{ o.nama }}", "{{ o.tps }}"),
        ("{%tr endfor %}", "", ""),
    ),
    "row loop without a header": in_table(
        ("{%tr for o in anggota %}", ""), ("{{ o.nama }}", "{{ o.tps }}"), ("{%tr endfor %}", "")
    ),
    "row if": in_table(
        HEADER_ROW, ("{%tr if ada %}", "", ""), ("1", "{{ nama }}", ""), ("{%tr endif %}", "", "")
    ),
    "cell loop wider than the grid": in_table(
        ("Nama", "{%tc for o in anggota %}", "{{ o.nama }}", "{%tc endfor %}"),
        ("x", "{%tc for o in anggota %}", "{{ o.tps }}", "{%tc endfor %}"),
    ),
    "cell loop narrower than the grid": in_table(
        ("a", "b", "{%tc for o in anggota[:0] %}", "{{ o.nama }}", "{%tc endfor %}", "c"),
    ),
    "row wider than the grid": lambda path: building.edit(
        building.table(path, ("{{ nama }}", "b"), ("c", "d")),
        "word/document.xml",
        lambda xml: re.sub("<w:gridCol [^>]*>", "", xml, count=1),
    ),
    "colspan": in_table(("{% colspan anggota|length %}{{ nama }}",), ("a", "b", "c")),
    "cell background": in_table(("{% cellbg 'FF00FF' %}{{ nama }}", "b"), ("c", "d")),
    "vertical merge": in_table(
        ("Desa", "Nama"),
        ("{%tr for o in anggota %}", ""),
        ("{% vm %}{{ desa }}", "{{ o.nama }}"),
        ("{%tr endfor %}", ""),
    ),
    "horizontal merge": in_table(
        ("{%tc for o in anggota %}", "{% hm %}{{ desa }}", "{%tc endfor %}"),
        ("{%tc for o in anggota %}", "{{ o.nama }}", "{%tc endfor %}"),
    ),
    "nested loops": in_paragraphs(
        "{%p for o in anggota %}",
        "{{ loop.index }} {% for p in anggota %}{{ p.nama }}/{{ loop.length }} {% endfor %}",
        "{%p endfor %}",
    ),
    "macro": in_paragraphs(
        "{% macro sapa(o) %}Yth. {{ o.nama }} ({{ o.tps }}){% endmacro %}",
        "{{ sapa(anggota[1]) }} & {{ sapa(anggota[2]) }}",
    ),
    "set": in_paragraphs("{% set x = nama ~ '!' %}{{ x }} {{ x|length }}"),
    "set block": in_paragraphs("{% set x %}<{{ nama }}>{% endset %}{{ x }}{{ x }}"),
    "with": in_paragraphs("{% with x = nama %}{{ x }}{% endwith %}"),
    "block": in_paragraphs("{% block a scoped %}{{ baris }} {{ nama }} {_{ x{% endblock %}"),
    "filter block": in_paragraphs("{% filter upper %}kepada {{ anggota[0].nama }}{% endfilter %}"),
    "call block": in_paragraphs(
        "{% macro kotak() %}[{{ caller() }}]{% endmacro %}",
        "{% call kotak() %}{{ nama }}{% endcall %}",
    ),
    "recursive loop": in_paragraphs(
        "{% for o in pohon recursive %}{{ o.nama }}({{ loop(o.anak) }}){% endfor %}"
    ),
    "autoescape off": in_paragraphs("{% autoescape false %}{{ aman }}{% endautoescape %}"),
    "joined to neighbours": in_paragraphs("a {%- if ada -%} b {{ nama }} {%- endif -%} c", "d"),
    "blanks cut": in_paragraphs("a   {{- nama -}}   b"),
    "comments": in_paragraphs("a {# {{ tidak.ada }} #} b", "{#p hilang #}", "c {{ nama }}"),
    "raw": in_paragraphs("{% raw %}{{ bukan tag }}{% endraw %} {{ nama }}"),
    "shown braces": in_paragraphs("{_{ nama }_} {_% if %_} {{ nama }}"),
    "curly quotes in a tag": in_paragraphs("{{ anggota|map(attribute=“nama”)|join(‘, ’) }}"),
    "comparison": in_paragraphs("{% if anggota|length > 2 and 1 < 2 %}banyak{% endif %}"),
    "jinja filters": in_paragraphs("{{ nama|replace('&', 'dan')|title }} {{ anggota|length }}"),
    "join escapes": in_paragraphs("{{ anggota|map(attribute='nama')|join(' & ') }}"),
    "legalgen filters": in_paragraphs(
        "{{ anggota|length|angka_huruf }} {{ tanggal_surat|tanggal }}"
    ),
    "listing": in_paragraphs("Daftar: {{ daftar }}", "akhir"),
    "several lines": in_paragraphs("Daftar: {{ baris }} selesai", "tidak tersentuh"),
    "page break": in_paragraphs("{{ halaman }}"),
    "rich text": in_paragraphs(("a ", "{{r kaya }}", " b"), "{{ kaya }}"),
    "rich paragraph": in_paragraphs("{{p paragraf_kaya }}", "z"),
    "markup": in_paragraphs("{{ aman|safe }}"),
    "letters beyond ASCII": in_paragraphs("“Ñoman” – {{ aksara }}", "{{ aksara|upper }}"),
    "captured letters": in_paragraphs(
        "{% set x %}“é” {{ huruf }}{% endset %}{{ x|upper }} {{ x|length }}",
        "{% filter replace('é', 'e') %}“é” {{ huruf }}{% endfilter %}",
        "{% macro m() %}é {{ huruf }}{% endmacro %}{{ m()|upper }}",
        "{% macro n() %}{{ caller()|upper }}{% endmacro %}{% call n() %}é{% endcall %}",
    ),
    "apostrophes": in_table(("{% cellbg warna %}{{ desa }}", "{{ warna }}")),
    "comment of XML": lambda path: building.body(
        path, "<!-- “é” -->", "<w:p><w:r><w:t>é {{ huruf }}</w:t></w:r></w:p>"
    ),
    "national e-office": in_paragraphs("Nomor: ${nomor_naskah} {{ nama }}"),
}
CONTEXT = {
    **NAME_AND_PLACE,
    "pohon": [{"nama": "a", "anak": [{"nama": "b & c", "anak": []}]}, {"nama": "d", "anak": []}],
    "aman": "&lt;tebal&gt;",
    "huruf": "é ꦱꦶꦠꦶ",
    "aksara": "é ꦱꦶꦠꦶ 😀 & 'kutip'",
    "warna": "'F0F' \"x\"",
    "tanggal_surat": date(2024, 1, 25),
    "daftar": Listing("satu & dua\n\ttiga\aempat\flima"),
    "baris": "satu\ndua\t<tiga>\aempat",
    "halaman": "a\fb",
    "kaya": RichText("tebal & miring", bold=True),
    "paragraf_kaya": RichTextParagraph("satu"),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_comes_out_as_docxtpl_makes_it(feature, tmp_path):
    assert_same(FEATURES[feature](tmp_path / "t.docx"), CONTEXT)


def test_rows_may_be_fields(tmp_path):
    template = FEATURES["row loop"](tmp_path / "t.docx")
    assert_same(template, {"anggota": [Fields(person) for person in PEOPLE]})


def test_rows_may_be_objects(tmp_path):
    @dataclass
    class Person:
        nama: str
        tps: int

    people = [Person(person["nama"], person["tps"]) for person in PEOPLE]
    assert_same(FEATURES["row loop"](tmp_path / "t.docx"), {"anggota": people})


def test_headers_and_footers(tmp_path):
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "KPU {{ nama }}"
    section.header.add_paragraph("{%p for o in anggota %}")
    section.header.add_paragraph("{{ o.nama }}")
    section.header.add_paragraph("{%p endfor %}")
    building.add_table(section.header, [("{%tr if ada %}",), ("{{ desa }}",), ("{%tr endif %}",)])
    section.footer.paragraphs[0].text = "Halaman {{ desa }}\t{{ nama }}"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Tanpa tag"
    section.first_page_footer.paragraphs[0].text = "{{ baris }}"
    document.add_section().header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "Bagian dua {{ nama }}"
    document.add_paragraph("isi {{ nama }}")
    document.save(tmp_path / "t.docx")
    assert_same(tmp_path / "t.docx", CONTEXT)


def test_footnotes(tmp_path):
    template = building.paragraphs(tmp_path / "t.docx", "isi {{ nama }}")
    building.with_footnote(template, "Catatan {{ nama }} {% if ada %}{{ baris }}{% endif %}")
    assert_same(template, CONTEXT)


def test_footnotes_behind_a_byte_order_mark(tmp_path):
    template = building.paragraphs(tmp_path / "t.docx", "isi {{ nama }}")
    building.with_footnote(template, "Catatan {{ nama }}")
    building.edit(template, "word/footnotes.xml", lambda xml: f"\ufeff{xml}")
    assert_same(template, CONTEXT)


def test_core_properties(tmp_path):
    document = Document()
    document.core_properties.title = "Surat {{ nama }}"
    document.core_properties.subject = "{% if ada %}Tugas{% endif %} & {{ desa }}"
    document.core_properties.comments = "{{ baris }}"
    document.core_properties.category = "dua\nbaris tanpa tag"
    document.core_properties.author = "Sub Bagian {{ 'Hukum' }}"
    document.core_properties.keywords = "{{ bukan yang dirender }}"
    document.core_properties.identifier = "{_{ bukan tag }_} {{ nama }}"
    document.add_paragraph("tetap")
    document.save(tmp_path / "t.docx")
    values = {"baris": "satu\ndua\t<tiga>", "desa": "{_{ bukan tag }_}"}
    assert_same(tmp_path / "t.docx", CONTEXT | values)


def test_a_template_without_tags(tmp_path):
    assert_same(building.paragraphs(tmp_path / "t.docx", "tetap"), {})


def test_pictures_in_and_out_of_loops(tmp_path):
    document = Document()
    document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("{%p for o in anggota %}")
    document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("{{ o.nama }}")
    document.add_paragraph("{%p endfor %}")
    document.add_picture(building.picture(), width=Cm(1))
    document.save(tmp_path / "t.docx")
    made = assert_same(tmp_path / "t.docx", CONTEXT)
    assert [f'id="{1001 + n}"' in body(made) for n in range(6)] == [True] * 5 + [False]


@pytest.mark.parametrize("letterhead", [building.png(), building.png(60, noise=Random(1))])
def test_pictures_that_every_document_has(tmp_path, letterhead):
    document = Document()
    head = document.sections[0].header.paragraphs[0].add_run("{{ nama }}")
    head.add_picture(io.BytesIO(letterhead))
    for _ in range(3):
        document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("{{ nama }}")
    document.save(tmp_path / "t.docx")
    assert_same(tmp_path / "t.docx", CONTEXT)


def test_a_picture_in_a_macro_nobody_calls(tmp_path):
    document = Document()
    document.add_paragraph("{% macro m() %}a")
    document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("b{% endmacro %}{{ nama }}")
    document.add_picture(building.picture(), width=Cm(1))
    document.save(str(tmp_path / "t.docx"))
    assert_same(tmp_path / "t.docx", CONTEXT)


def test_tables_in_tables(tmp_path):
    document = Document()
    building.add_table(document, [("a", "b"), ("{{ nama }}", "")])
    inner = document.tables[0].rows[1].cells[1]
    rows = [("x", "y"), ("{%tr for o in anggota %}", ""), ("{{ o.nama }}", "{{ o.tps }}")]
    building.add_table(inner, [*rows, ("{%tr endfor %}", "")])
    inner.add_paragraph("akhir")
    document.save(tmp_path / "t.docx")
    assert_same(tmp_path / "t.docx", CONTEXT)


def test_merged_cells(tmp_path):
    document = Document()
    building.add_table(document, [("a", "b", "c"), ("{{ nama }}", "", ""), ("d", "e", "f")])
    rows = document.tables[0].rows
    rows[1].cells[0].merge(rows[1].cells[2])
    document.save(tmp_path / "t.docx")
    assert_same(tmp_path / "t.docx", CONTEXT)


def test_text_boxes(tmp_path):
    document = Document()
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>kotak {{ baris }}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    paragraph = document.add_paragraph("sebelum {{ baris }}")
    paragraph._p.append(box)
    paragraph.add_run("sesudah {{ baris }}")
    document.save(tmp_path / "t.docx")
    assert_same(tmp_path / "t.docx", {"baris": "satu\ndua\t<tiga>"})


def test_a_long_table_is_made_in_pieces(tmp_path):
    template = FEATURES["row loop"](tmp_path / "t.docx")
    people = [
        {"nama": f"Nama & {number}" + "\nbaris" * (number % 700 == 0), "tps": number}
        for number in range(3000)
    ]
    assert_same(template, {"anggota": people})


def test_markup_late_in_a_long_table(tmp_path):
    template = FEATURES["row loop"](tmp_path / "t.docx")
    people = [{"nama": f"Nama {number}", "tps": number} for number in range(1500)]
    people[1400]["nama"] = RichText("tebal", bold=True)
    assert_same(template, {"anggota": people})


def test_the_same_input_gives_the_same_bytes(tmp_path):
    template = FEATURES["row loop"](tmp_path / "t.docx")
    from legalgen import Template

    first, second = Template(template), Template(template)
    assert first.render(CONTEXT) == first.render(CONTEXT) == second.render(CONTEXT)
