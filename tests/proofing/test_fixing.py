"""Only what is certain is mended, and the mended template prints what it meant."""

import io
import zipfile

import pytest
from docx import Document

from legalgen.proofing.fixing import fixed
from tests.proofing.typing_in_word import template

PROOF = '<w:proofErr w:type="{}"/>'
BOLD = "<w:rPr><w:b/></w:rPr>"


def runs(content):
    document = Document(io.BytesIO(content))
    return [[run.text for run in paragraph.runs] for paragraph in document.paragraphs]


def changes(path):
    return [(str(change.place).partition(", ")[2], change.what.say()) for change in fixed(path)[1]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ketua {¦{ kegi¦atan.ketua ¦}¦} hadir", [["Ketua {{ kegiatan.ketua }}", " hadir"]]),
        ("{{ a¦ }} dan {{ b¦ }}", [["{{ a }}", " dan {{ b }}"]]),
        ("{¦{ a }} {{ ¦b }}", [["{{ a }}", " {{ b }}"]]),
        ("{{ a|tanggal(“lengkap”) }} “kutip”", [['{{ a|tanggal("lengkap") }} “kutip”']]),
        ("{{ a|default(‘¦-’) }}", [["{{ a|default('-') }}"]]),
    ],
)
def test_tags_are_joined_and_their_quotes_straight(tmp_path, body, expected):
    content, made = fixed(template(tmp_path / "t.docx", body))
    assert runs(content) == expected
    assert made


def test_the_spell_checks_marks_are_taken_out_and_formats_kept(tmp_path):
    start, end = PROOF.format("spellStart"), PROOF.format("spellEnd")
    body = (
        f"<w:p><w:r>{BOLD}<w:t>{{{{ </w:t></w:r>{start}<w:r>{BOLD}<w:t>nomor</w:t></w:r>{end}"
        f'<w:r>{BOLD}<w:t xml:space="preserve"> }}}} ya</w:t></w:r></w:p>'
    )
    path = template(tmp_path / "t.docx", body)
    content, _ = fixed(path)
    [paragraph] = Document(io.BytesIO(content)).paragraphs
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("{{ nomor }}", True),
        (" ya", True),
    ]
    assert "proofErr" not in paragraph._p.xml
    assert changes(path) == [
        ("isi, paragraf 1: {{ nomor }}", "the marks of the spell-check are taken out"),
        ("isi, paragraf 1: {{ nomor }}", "the tag is joined to one piece"),
    ]


def test_a_tag_half_inserted_is_whole_again(tmp_path):
    body = (
        "<w:p><w:r><w:t>{{ kegiatan.</w:t></w:r>"
        '<w:ins w:id="1" w:author="A"><w:r><w:t>ketua }}</w:t></w:r></w:ins></w:p>'
    )
    content, _ = fixed(template(tmp_path / "t.docx", body))
    assert runs(content) == [["{{ kegiatan.ketua }}"]]
    assert b"w:ins" not in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")


@pytest.mark.parametrize(
    "body",
    [
        "Ketua {{ kegiatan.ketua }} “kutip” Jum'at ......",
        "{nama} {{ a } dan {{ b",
        "<w:p><w:r><w:t>{{ a</w:t></w:r><w:r><w:pict/></w:r><w:r><w:t>b }}</w:t></w:r></w:p>",
        "kata yang ¦ter¦potong",
    ],
)
def test_wording_and_what_is_not_certain_are_left_alone(tmp_path, body):
    path = template(tmp_path / "t.docx", body)
    assert fixed(path) == (path.read_bytes(), [])


def test_mending_twice_changes_nothing_more(tmp_path):
    content, _ = fixed(template(tmp_path / "t.docx", "{¦{ a }} {{ b|x(“¦y”) }}"))
    (tmp_path / "twice.docx").write_bytes(content)
    assert fixed(tmp_path / "twice.docx") == (content, [])
