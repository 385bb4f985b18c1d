"""The commands on templates, as an office uses them."""

import json

import pytest
from click.testing import CliRunner
from docx import Document

from legalgen.cli import main
from tests.cli.test_commands import ROOT
from tests.proofing.typing_in_word import template


def run(*arguments):
    return CliRunner().invoke(main, ["--lang", "en", "template", *map(str, arguments)])


def test_our_own_templates_are_clean():
    result = run("check")
    assert result.exit_code == 0
    assert result.output == "errors: 0, warnings: 0\n"


def test_a_file_is_checked_and_commented(tmp_path):
    path = template(tmp_path / "surat.docx", "Yth. {nama}, s/d besok")
    copy = tmp_path / "copy.docx"
    result = run("check", path, "--annotate", copy)
    assert result.exit_code == 3
    assert f"{path}, isi, paragraf 1: {{nama}}: error T008" in result.output
    assert "hint: write s.d." in result.output
    assert len(list(Document(str(copy)).comments)) == 2
    assert run("check", path, "--annotate", copy).exit_code == 4


def test_findings_as_json(tmp_path):
    path = template(tmp_path / "surat.docx", "Satu\n{{ nomr }}")
    [finding] = json.loads(run("check", path, "--json").output)["findings"]
    assert finding["code"] == "T002"
    assert finding["location"] == {
        "file": str(path),
        "part": "isi",
        "paragraph": 2,
        "table": None,
        "row": None,
        "cell": None,
        "tag": "{{ nomr }}",
    }


def test_a_columns_name_is_known_with_the_events_own(tmp_path):
    for sheet, text in {
        "kegiatan": "kunci,nilai\nprofil,pemilu-2024\n",
        "peserta": "nama,Nomor Rekening\nSiti,123\n",
    }.items():
        (tmp_path / f"{sheet}.csv").write_text(text, encoding="utf-8")
    path = template(tmp_path / "surat.docx", "{{ orang.nomor_rekening }}")
    assert run("check", path).exit_code == 3
    assert run("check", path, "--input", tmp_path).exit_code == 0


@pytest.mark.parametrize("asked", [["surat"], []])
def test_what_is_wrong_in_a_toml_is_said_too(tmp_path, asked):
    template(tmp_path / "surat.docx", "{{ orang.nama }}")
    toml = 'title = "Surat"\nfile_name = "{Nama}"\nsubject = "{nama}"\nlegal_bases = ["uu-7"]\n'
    (tmp_path / "surat.toml").write_text(toml, encoding="utf-8")
    result = run("check", *asked, "--templates", tmp_path)
    assert result.exit_code == 3
    assert [code in result.output for code in ("D009", "L003")] == [True, True]


def test_a_file_that_is_not_there_is_said_as_everywhere(tmp_path):
    for command in ("check", "fix"):
        result = run(command, tmp_path / "tidak-ada.docx")
        assert result.exit_code == 4
        assert "T007: the template cannot be read: it is not there" in result.output


@pytest.mark.parametrize(
    "command",
    [
        ("check", "sk-kpps", "--annotate"),
        ("fields", "sk-kpps", "--docx"),
        ("form", "sk-kpps", "--out"),
        ("fix", ROOT / "templates" / "sk-kpps.docx", "--out"),
    ],
    ids=str,
)
def test_what_is_written_bears_the_ending_that_opens_it(tmp_path, command):
    result = run(*command, tmp_path / "salinan.pdf")
    assert result.exit_code == 2
    assert "give it a name that ends in ." in result.output
    assert list(tmp_path.iterdir()) == []


def test_an_argument_that_may_be_left_out_is_named_without_brackets():
    assert "'PRODUCT|FILE'" in run("check", "tidak-ada").output


def test_an_unknown_product_is_suggested():
    result = run("check", "sk-kpp")
    assert result.exit_code == 2
    assert "sk-kpps" in result.output


def test_annotating_needs_one_template(tmp_path):
    assert run("check", "--annotate", tmp_path / "copy.docx").exit_code == 2


def test_fix_writes_a_copy_and_lists_what_it_did(tmp_path):
    path = template(tmp_path / "surat.docx", "Nomor {¦{ nomor }}")
    result = run("fix", path)
    assert result.exit_code == 0
    assert "isi, paragraf 1: {{ nomor }}: the tag is joined to one piece" in result.output
    assert (tmp_path / "surat-fixed.docx").is_file()
    assert run("fix", path).exit_code == 4
    assert run("fix", tmp_path / "surat-fixed.docx").output == "There is nothing to mend.\n"
