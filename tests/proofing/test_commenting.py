"""The annotated copy has a comment at each finding, and opens in Word's ways."""

import io
import subprocess

import pytest
from docx import Document

from legalgen.findings import untranslated
from legalgen.proofing import proofread
from legalgen.proofing.commenting import commented
from tests.proofing.test_proofs import cases, seen  # noqa: F401 - a fixture
from tests.proofing.typing_in_word import template

BODY = """
Pembuka
Ketua {{ kegiatan.ketuaa }} dan {nama}
| Nama | Lahir |
| {%tr for orang in anggota %} | |
| {{ orang.nama }} | {{ orang.¦tgl_lahr }} |
| {%tr endfor %} | |"""


@pytest.fixture
def copy(tmp_path, seen):  # noqa: F811
    path = template(tmp_path / "t.docx", BODY, header="{{ nomr }}")
    return commented(path, proofread(path, seen), untranslated)


def anchored(document):
    """Give for each comment its text, and the text that it is anchored to."""
    body = document.element.body
    ranges, still_open = {}, set()
    for element in body.iter():
        name = element.tag.rpartition("}")[2]
        number = element.get(f"{element.nsmap['w']:}".join(("{", "}")) + "id")
        if name == "commentRangeStart":
            still_open.add(number)
            ranges[number] = ""
        elif name == "commentRangeEnd":
            still_open.discard(number)
        elif name == "t":
            for each in still_open:
                ranges[each] += element.text or ""
    return [(comment.text, ranges[str(comment.comment_id)]) for comment in document.comments]


def test_each_comment_is_at_its_tag(copy):
    found = anchored(Document(io.BytesIO(copy)))
    assert [(text.split(":")[0], where) for text, where in found if "kop" not in text] == [
        ("T002", "Ketua {{ kegiatan.ketuaa }} dan {nama}"),
        ("T008", "Ketua {{ kegiatan.ketuaa }} dan {nama}"),
        ("T002", "{{ orang.tgl_lahr }}"),
    ]
    [(text, where)] = [each for each in found if "kop" in each[0]]
    assert "kop, paragraf 1: {{ nomr }}: T002: " in text
    assert where == "Pembuka"
    assert "tanggal_lahir" in found[2][0]


@pytest.mark.parametrize("case", cases("broken").values(), ids=cases("broken"))
def test_every_broken_template_can_be_commented(tmp_path, seen, case):  # noqa: F811
    parts = {name: text for name, text in case.items() if name not in ("expect", "hint", "body")}
    path = template(tmp_path / "t.docx", case["body"], **parts)
    findings = proofread(path, seen)
    document = Document(io.BytesIO(commented(path, findings, untranslated)))
    assert len(list(document.comments)) >= len(findings)


@pytest.mark.pdf
def test_libreoffice_opens_it(copy, tmp_path):
    (tmp_path / "copy.docx").write_bytes(copy)
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "copy.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "copy.odt").stat().st_size > 0


def test_what_is_wrong_in_a_text_box_is_said_at_the_box(tmp_path, seen):  # noqa: F811
    case = cases("broken")["an unknown name in a text box"]
    path = template(tmp_path / "t.docx", case["body"])
    document = Document(io.BytesIO(commented(path, proofread(path, seen), untranslated)))
    assert [comment.text.split(":")[0] for comment in document.comments] == ["T002"]
    [start] = document.element.xpath("//w:commentRangeStart")
    assert start.getparent() is document.paragraphs[0]._p
