"""Files that are no templates are refused before anything reads them."""

import io
import zipfile

import pytest

from legalgen import Template
from legalgen.findings import LegalgenError
from tests.render import building


def refused(path):
    with pytest.raises(LegalgenError) as caught:
        Template(path)
    [found] = caught.value.findings
    assert found.code == "T007"
    assert found.place.file == path
    return found.message.say()


@pytest.fixture
def template(tmp_path):
    return building.paragraphs(tmp_path / "t.docx", "{{ a }}")


def test_a_file_that_is_not_there(tmp_path):
    assert "read" in refused(tmp_path / "tiada.docx")


@pytest.mark.parametrize("content", [b"", b"bukan zip", b"PK\3\4 rusak"])
def test_a_file_that_is_no_zip(tmp_path, content):
    (tmp_path / "t.docx").write_bytes(content)
    refused(tmp_path / "t.docx")


def test_an_old_word_file(tmp_path):
    (tmp_path / "t.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert ".doc" in refused(tmp_path / "t.docx")


@pytest.mark.parametrize("at", [0.2, 0.5, 0.8])
def test_a_file_cut_or_damaged(template, at):
    content = template.read_bytes()
    half = int(len(content) * at)
    template.write_bytes(content[:half])
    refused(template)
    template.write_bytes(content[:half] + bytes(40) + content[half + 40 :])
    refused(template)


def test_a_workbook(tmp_path):
    from openpyxl import Workbook

    Workbook().save(tmp_path / "t.docx")
    assert "another kind of file than .docx" in refused(tmp_path / "t.docx")


@pytest.mark.parametrize("kind", ["template", "document.macroEnabled"])
def test_a_template_of_words_own_or_with_macros(template, kind):
    building.edit(
        template,
        "[Content_Types].xml",
        lambda xml: xml.replace("document.main+xml", f"{kind}.main+xml"),
    )
    assert "another kind of file than .docx" in refused(template)


@pytest.mark.parametrize("name", ["../jahat.xml", "/etc/jahat", "C:\\jahat", "a/../../b"])
def test_a_member_of_an_unsafe_name(template, name):
    building.add_member(template, name, b"x")
    assert "unsafe" in refused(template)


def test_two_members_of_one_name(template):
    with pytest.warns(UserWarning, match="Duplicate"):
        building.add_member(template, "word/document.xml", b"<x/>")
    refused(template)


def test_a_zip_bomb(template):
    building.add_member(template, "word/media/bom.png", bytes(101_000_000))
    assert "unpacks" in refused(template)


def test_a_template_locked_with_a_password(template):
    content = bytearray(template.read_bytes())
    for header, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(header) + flags] |= 1
    template.write_bytes(content)
    assert "password" in refused(template)


def test_a_document_type(template):
    building.edit(
        template,
        "word/settings.xml",
        lambda xml: xml.replace("<w:settings", '<!DOCTYPE x [<!ENTITY a "b">]><w:settings', 1),
    )
    assert "document type" in refused(template)


def test_a_part_that_is_no_xml(template):
    building.edit(template, "word/document.xml", lambda xml: xml.replace("</w:body>", ""))
    refused(template)


def test_a_package_without_a_document(template):
    building.remove_member(template, "word/document.xml")
    refused(template)


def test_the_file_may_change_or_vanish_after_it_was_read(template):
    made = Template(template)
    template.unlink()
    assert zipfile.is_zipfile(io.BytesIO(made.render({"a": "x"})))
    with pytest.raises(LegalgenError) as caught:
        made.render({})
    assert caught.value.findings[0].code == "T002"


def test_a_template_read_elsewhere(template):
    content = template.read_bytes()
    template.unlink()
    made = Template(template, content=content)
    assert zipfile.is_zipfile(io.BytesIO(made.render({"a": "x"})))


def test_a_text_too_long_to_be_a_template(tmp_path):
    path = building.paragraphs(tmp_path / "t.docx", "x" * 6_000_000)
    assert "unpacks" in refused(path)


@pytest.mark.parametrize(
    "text",
    [
        *(begun * 10_000 for begun in ("{{", "{% a ", "{#", '{{ "', "{% raw %}", "-%}")),
        "{{ a }}" * 21_000,
        "{% raw %} endraw " * 4_000,
        "{% colspan" + " " * 2_000,
    ],
)
def test_braces_that_would_be_read_for_ever(tmp_path, text):
    assert "braces" in refused(building.paragraphs(tmp_path / "t.docx", text))


def test_braces_in_pieces_that_would_be_read_for_ever(tmp_path):
    halves = "<w:r><w:t>{</w:t></w:r>" * 10_000
    assert "braces" in refused(building.body(tmp_path / "t.docx", f"<w:p>{halves}</w:p>"))
