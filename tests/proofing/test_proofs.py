"""Each broken template of the cases is found at its place; clean ones give nothing."""

import tomllib
from pathlib import Path

import pytest

from legalgen.products import Paper, read_products
from legalgen.proofing import proofread
from legalgen.proofing.specimen import every_law, specimen, standard_product
from legalgen.workspace import TEMPLATES, built_in
from tests.proofing.typing_in_word import template
from tests.render.test_same_as_docxtpl import FEATURES

CASES = Path(__file__).parent
NOT_PARTS = ("expect", "hint", "any")


def cases(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def seen():
    return specimen(standard_product(Path("contoh.docx")), every_law())


def shorthand(finding):
    place = finding.place
    cell = f"{place.table}.{place.row}.{place.cell}" if place.table else None
    words = (finding.code, place.part, cell, place.paragraph, place.tag)
    return " ".join(str(word) for word in words if word is not None)


def found(path, case, seen):
    parts = {name: text for name, text in case.items() if name not in NOT_PARTS}
    body = parts.pop("body")
    return proofread(template(path / "t.docx", body, **parts), seen)


@pytest.mark.parametrize("case", cases("broken").values(), ids=cases("broken"))
def test_what_is_broken_is_found_at_its_place(tmp_path, seen, case):
    findings = found(tmp_path, case, seen)
    assert [shorthand(finding) for finding in findings] == case["expect"]
    if "hint" in case:
        assert any(case["hint"] in finding.hint.say() for finding in findings)


@pytest.mark.parametrize("case", cases("clean").values(), ids=cases("clean"))
def test_nothing_is_found_in_what_is_clean(tmp_path, seen, case):
    assert [shorthand(finding) for finding in found(tmp_path, case, seen)] == []


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (Paper("F4", "Bookman Old Style"), ["N005 isi 2"]),
        (Paper("A4", "Bookman Old Style"), ["N004 isi", "N005 isi 2"]),
        (Paper("F4", "Calibri"), ["N005 isi 1"]),
        (Paper(), []),
    ],
)
def test_paper_and_font_are_held_against_the_products(tmp_path, seen, paper, expected):
    body = """
Satu
<w:p><w:r><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr><w:t>Dua</w:t></w:r></w:p>"""
    bookman = '<w:rFonts w:ascii="Bookman Old Style"/>'
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr>{bookman}</w:rPr></w:rPrDefault></w:docDefaults>"
    path = template(tmp_path / "t.docx", body, styles=styles)
    assert [shorthand(finding) for finding in proofread(path, seen, paper)] == expected


def test_a_font_may_be_that_of_the_theme(tmp_path, seen):
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = (
        f'<t xmlns:a="{drawing}"><a:majorFont><a:latin typeface="Arial"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></t>'
    )
    body = """
<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr><w:t>Satu</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/></w:rPr><w:t>Dua</w:t></w:r></w:p>"""
    path = template(tmp_path / "t.docx", body, **{"word/theme/theme1.xml": theme})
    findings = proofread(path, seen, Paper(font="Calibri"))
    assert [shorthand(finding) for finding in findings] == ["N005 isi 2"]


def test_an_office_adds_wordings_of_its_own(tmp_path, seen):
    (tmp_path / "penulisan").mkdir()
    own = tmp_path / "penulisan" / "kami.toml"
    own.write_text('[[wording]]\npattern = "(?i)khilaf"\nwrite = "keliru"\n', encoding="utf-8")
    path = template(tmp_path / "t.docx", "apabila terdapat khilaf")
    [finding] = proofread(path, seen)
    assert shorthand(finding) == "N016 isi 1 khilaf"
    assert "keliru" in finding.hint.say()
    own.write_text('[[wording]]\npattern = "("\n', encoding="utf-8")
    [finding] = proofread(path, seen)
    assert finding.code == "N016"
    assert finding.place.file == own


@pytest.mark.parametrize("product", read_products(built_in() / TEMPLATES)[0], ids=lambda p: p.name)
def test_nothing_is_found_in_our_own_templates(product):
    assert proofread(product.template, specimen(product, every_law()), product.paper) == []


@pytest.mark.parametrize(
    "text", ["｛" * 9_000, "{for" + " " * 9_000 + "{", "1 (" + "satu " * 9_000 + ")", "{" * 4_000]
)
def test_a_page_of_nonsense_is_read_to_its_end(tmp_path, seen, text):
    assert proofread(template(tmp_path / "t.docx", text), seen) is not None


@pytest.mark.parametrize("block", ["{% if jumlah %}", "{% for x in anggota %}"])
def test_blocks_far_too_deep_in_one_another_are_a_finding(tmp_path, seen, block):
    findings = proofread(template(tmp_path / "t.docx", block * 500), seen)
    assert {finding.code for finding in findings} == {"T009"}


def test_nobody_is_named_alone_in_a_document_of_several(tmp_path):
    products = {product.name: product for product in read_products(built_in() / TEMPLATES)[0]}
    path = template(tmp_path / "t.docx", "{{ orang.nama }}")
    decree, letter = (specimen(products[name], every_law()) for name in ("sk-kpps", "surat-tugas"))
    [finding] = proofread(path, decree)
    assert shorthand(finding) == "T002 isi 1 {{ orang.nama }}"
    assert "several people" in finding.hint.say()
    assert not finding.is_error  # a desa may have just one
    assert proofread(path, letter) == []
    guarded = template(tmp_path / "t.docx", "{% if jumlah == 1 %}{{ orang.nama }}{% endif %}")
    assert proofread(guarded, decree) == []


def test_what_is_no_word_document_is_said_to_be_none(tmp_path, seen):
    path = tmp_path / "t.docx"
    path.write_bytes(b"bukan dokumen Word")
    assert [shorthand(finding) for finding in proofread(path, seen)] == ["T007"]


@pytest.mark.parametrize("build", FEATURES.values(), ids=FEATURES)
def test_docxtpls_own_language_is_not_called_unreadable(tmp_path, seen, build):
    codes = {finding.code for finding in proofread(build(tmp_path / "t.docx"), seen)}
    assert not codes & {"T001", "T008", "T009"}
