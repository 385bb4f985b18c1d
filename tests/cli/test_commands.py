"""The command line as a user meets it: exit codes, streams, languages."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from legalgen.cli import main
from tests.workbooks import changed, event, typed, workbook

ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "inputs" / "tot-kpps.xlsx"


def run(*arguments, **environment):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("807", "807 (delapan ratus tujuh)"),
        ("20748", "20.748 (dua puluh ribu tujuh ratus empat puluh delapan)"),
        ("1.001.000", "1.001.000 (satu juta seribu)"),
    ],
)
def test_words(number, words):
    assert run("words", number).output == f"{words}\n"


def test_a_number_below_nothing_needs_no_dashes_before_it():
    assert run("words", "-5").output == "-5 (min lima)\n"


@pytest.mark.parametrize("text", ["delapan", "--delapan", "1.5", ""])
def test_what_is_no_number_is_a_mistake_of_use(text):
    result = run("--lang", "en", "words", text)
    assert result.exit_code == 2
    assert f'"{text}" is not a number' in result.stderr


def test_a_clean_event_is_done():
    result = run("--lang", "en", "check", TRAINING)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "errors: 0, warnings: 0"


def test_a_file_that_is_not_there_is_said_with_its_name():
    result = run("--lang", "en", "check", "tidak-ada.xlsx")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith("tidak-ada.xlsx: error F001: ")


@pytest.mark.parametrize(
    ("asked", "code", "hint"),
    [
        ("inputs", "F006", "the events here: {0}/pelantikan-kpps, {0}/tot-kpps.xlsx"),
        (".", "F006", "the events here: {0}/pelantikan-kpps, {0}/tot-kpps.xlsx"),
        ("tot-kpps", "F001", "did you mean {0}/tot-kpps.xlsx?"),
        ("inputs/tot-kps.xlsx", "F001", "did you mean {0}/tot-kpps.xlsx?"),
        ("inputs/apa", "F001", "the events here: {0}/pelantikan-kpps, {0}/tot-kpps.xlsx"),
        ("output", "F006", "name a workbook (.xlsx) or a folder with peserta.csv"),
    ],
)
def test_what_is_no_event_says_which_there_are(tmp_path, monkeypatch, asked, code, hint):
    assert run("init", tmp_path).exit_code == 0
    monkeypatch.chdir(tmp_path)
    result = run("--lang", "en", "check", asked)
    assert result.exit_code == 4
    assert result.stderr.startswith(f"{asked}: error {code}: ")
    assert f"hint: {hint.format('inputs')}\n" in result.stderr.replace(os.sep, "/")


def test_a_wrong_cell_is_named_in_the_users_language(tmp_path):
    broken = changed(event("sidamulya"), "peserta", {"G3": "31-02-1990", "M5": "KPSP"})
    source = workbook(tmp_path / "acara.xlsx", broken)
    indonesian, english = run("check", source), run("--lang", "en", "check", source)
    assert indonesian.exit_code == english.exit_code == 3
    for cell in ("!G3", "!M5"):
        assert f"acara.xlsx:peserta{cell}: error V" in english.stdout
        assert f"acara.xlsx:peserta{cell}: galat V" in indonesian.stdout


def test_one_fault_of_a_cell_is_said_once(tmp_path):
    source = workbook(tmp_path / "acara.xlsx", changed(event("sidamulya"), "peserta", {"M40": "?"}))
    said = run("--lang", "en", "check", source).stdout.splitlines()
    assert len([line for line in said if "peserta!M40: " in line and ": error " in line]) == 1


def test_the_language_may_be_given_after_the_command_or_by_the_environment():
    assert "errors: 0" in run("check", TRAINING, "--lang", "en").stdout
    assert "errors: 0" in run("check", TRAINING, LEGALGEN_LANG="en").stdout
    assert "galat: 0" in run("check", TRAINING).stdout


def test_the_report_as_json(tmp_path):
    broken = changed(event("sidamulya"), "peserta", {"A20": "3398992306750001"})
    source = workbook(tmp_path / "acara.xlsx", typed(broken))
    result = run("generate", source, "--out", tmp_path, "--json", "--lang", "en")
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    [finding] = [item for item in report["findings"] if item["code"] == "P002"]
    assert finding["severity"] == "error"
    assert finding["location"] == {"file": str(source), "sheet": "peserta", "cell": "A20"}
    assert finding["related"] == [{"file": str(source), "sheet": "peserta", "cell": "A7"}]
    assert "3398992306750001" not in result.output
    assert set(report["documents"][0]) == {
        "product", "file", "subject", "number", "rows", "sha256",
    }  # fmt: skip


def test_an_error_in_one_row_holds_back_only_what_prints_it(tmp_path):
    broken = changed(event("sidamulya"), "peserta", {"B7": ""})
    source = workbook(tmp_path / "acara.xlsx", typed(broken))
    result = run("generate", source, "--out", tmp_path, "--product", "surat-tugas-kecamatan")
    assert result.exit_code == 3
    made = sorted(path.name for path in (tmp_path / "acara" / "surat-tugas-kecamatan").iterdir())
    assert made == ["ST_Tirtajaya.docx"]
    assert "ST_Wanakerta.docx" in result.stderr


@pytest.fixture
def letters(tmp_path):
    """Make a product of one letter a person, whose template cannot be printed for everyone."""
    folder = tmp_path / "templates"
    folder.mkdir()
    letter = Document()
    letter.add_paragraph("Kepada {{ orang.nama }}")
    letter.add_paragraph("Regu {{ 12 // orang.regu }}")
    letter.save(str(folder / "surat.docx"))
    (folder / "surat.toml").write_text(
        'title = "Surat"\nfile_name = "{nama}"\nsubject = "{nama}"\ngroup_by = ["nik"]\n'
        'where = { badan = ["PPK"] }\n'
    )
    sheets = event("sidamulya")
    regu = ["regu", "3", "4", "0", "6", "0"]
    sheets["peserta"] = [[*row, *regu[at : at + 1]] for at, row in enumerate(sheets["peserta"])]
    sheets["peserta"] = [row for row in sheets["peserta"] if len(row) == len(sheets["peserta"][0])]
    for row in sheets["peserta"][1:]:
        row[-1] = int(row[-1])
    return folder, workbook(tmp_path / "acara.xlsx", sheets)


def test_a_document_that_fails_names_its_row_and_hides_no_other(letters, tmp_path):
    templates, source = letters
    options = ("--templates", templates, "--out", tmp_path, "--lang", "en", "--json")
    result = run("generate", source, *options)
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    [failure] = [item for item in report["findings"] if item["code"] == "T003"]
    assert failure["location"]["tag"] == "{{ 12 // orang.regu }}"
    assert failure["location"]["paragraph"] == 2
    assert [place["cell"] for place in failure["related"]] == ["B4", "B6"]
    assert len(report["documents"]) == 3


def test_init_makes_a_workspace_that_works_and_never_overwrites(tmp_path, monkeypatch):
    kantor = tmp_path / "kantor"
    assert run("init", kantor).exit_code == 0
    monkeypatch.chdir(kantor)
    assert run("generate", "inputs/tot-kpps.xlsx", "--product", "sk-peserta").exit_code == 0
    assert (kantor / "output" / "tot-kpps" / "manifest.csv").exists()
    templates = kantor / "templates" / "sk-peserta.docx"
    templates.write_bytes(b"edited in Word")
    again = run("init", kantor)
    assert again.exit_code == 4
    assert templates.read_bytes() == b"edited in Word"


def test_products_lists_what_can_be_made():
    listed = run("products").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(
        path.stem for path in (ROOT / "templates").glob("*.toml")
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [("sk-pesrta", "did you mean sk-peserta?"), ("cuti", "there are: ba-pelantikan, ")],
)
def test_a_product_that_does_not_exist_is_a_mistake_of_use(tmp_path, name, said):
    result = run("--lang", "en", "generate", TRAINING, "--product", name, "--out", tmp_path)
    assert result.exit_code == 2
    assert f"there is no {name}; {said}" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_template_is_meant_to_be_its_product():
    result = run("--lang", "en", "preview", "templates/sk-kpps.docx")
    assert result.exit_code == 2
    assert "did you mean sk-kpps?" in result.stderr


@pytest.mark.parametrize("words", [["chekc"], ["template", "chekc"]])
def test_a_command_mistyped_is_asked_about(words):
    result = run("--lang", "en", *words)
    assert result.exit_code == 2
    assert "there is no chekc; did you mean check?" in result.stderr


def test_a_folder_without_products_is_said_by_whatever_needs_one(tmp_path):
    for command in ("products", "check", "generate"):
        arguments: list[object] = [] if command == "products" else [TRAINING]
        arguments += ["--out", tmp_path / "output"] if command == "generate" else []
        result = run("--lang", "en", command, *arguments, "--templates", tmp_path)
        assert result.exit_code == 3
        assert "error D014: there is no product in this folder" in result.output


def test_the_annotated_copy_is_said(tmp_path):
    copy = tmp_path / "temuan.xlsx"
    result = run("--lang", "en", "check", TRAINING, "--annotate", copy)
    assert result.stderr == f"The findings are marked in {copy}\n"
    assert copy.exists()


def test_an_annotated_copy_is_written_anew_but_never_over_another_workbook(tmp_path):
    source = workbook(tmp_path / "acara.xlsx", event("sidamulya"))
    other = workbook(tmp_path / "lain.xlsx", event("sidamulya"))
    before = other.read_bytes()
    for copy, exit_code in (("temuan.xlsx", 3), ("temuan.xlsx", 3), ("lain.xlsx", 4)):
        broken = workbook(source, changed(event("sidamulya"), "peserta", {"B3": ""}))
        assert run("check", broken, "--annotate", tmp_path / copy).exit_code == exit_code
    assert other.read_bytes() == before


def test_a_copy_that_cannot_be_written_keeps_no_finding_back(tmp_path):
    broken = workbook(tmp_path / "acara.xlsx", changed(event("sidamulya"), "peserta", {"B3": ""}))
    (tmp_path / "berkas").touch()
    found = run("check", broken)
    result = run("check", broken, "--annotate", tmp_path / "berkas" / "temuan.xlsx")
    assert result.exit_code == 4
    assert "galat O001: " in result.stdout
    assert set(found.stdout.splitlines()[:-1]) < set(result.stdout.splitlines())
    assert result.stderr == ""


def test_the_severity_is_coloured_on_a_terminal_that_wants_it(tmp_path):
    broken = workbook(tmp_path / "acara.xlsx", changed(event("sidamulya"), "peserta", {"B3": ""}))
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        result = CliRunner().invoke(main, ["check", str(broken)], env=environment, color=True)
        assert ("\x1b[31m" in result.stdout) is coloured
    assert "\x1b" not in run("check", broken).stdout


CODE_PAGES = ["cp1252", "cp437", "ascii"]  # of Windows, where output goes to a file or a pipe


def as_program(*arguments, **options):
    command = [sys.executable, "-m", "legalgen", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, **options)


@pytest.mark.parametrize("code_page", CODE_PAGES)
def test_what_a_code_page_lacks_stops_nothing(code_page):
    environment = {**os.environ, "PYTHONIOENCODING": code_page}
    with as_program("explain", "P002", env=environment) as program:
        said = program.stdout.read().decode(code_page, "replace")
    assert program.returncode == 0
    assert "A14 diperbaiki menjadi" in said  # after the arrow


def test_json_is_the_same_in_every_code_page(tmp_path):
    source = workbook(tmp_path / "acara.xlsx", changed(event("sidamulya"), "peserta", {"B3": "?…"}))
    said = []
    for code_page in ("utf-8", "cp437"):
        environment = {**os.environ, "PYTHONIOENCODING": code_page}
        with as_program("check", str(source), "--json", env=environment) as program:
            said.append(program.stdout.read())
    assert said[0] == said[1]
    assert json.loads(said[0])["findings"]


def test_a_reader_who_has_read_enough_is_no_mistake():
    with as_program("explain", stderr=subprocess.PIPE, env=dict(os.environ)) as program:
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


def test_a_bug_of_ours_is_told_with_what_to_send_and_no_nik(monkeypatch):
    def fail(*_):
        raise KeyError("3303991505900001")

    monkeypatch.setattr("legalgen.pipeline.check", fail)
    result = run("check", TRAINING)
    assert result.exit_code == 1
    told = re.match(
        r"(.*): galat O017: .*: KeyError: '3303…0001'\n    saran: data Anda", result.stderr
    )
    assert told
    kept = Path(told[1])
    text = kept.read_text(encoding="utf-8")
    kept.unlink()
    assert ", in fail\n" in text
    assert text.endswith("KeyError: '3303…0001'\n")


def test_what_the_system_refuses_is_no_bug(monkeypatch):
    def fail(*_):
        raise OSError(errno.EMFILE, "Too many open files", "acara.xlsx")

    monkeypatch.setattr("legalgen.pipeline.check", fail)
    result = run("--lang", "en", "check", TRAINING)
    assert result.exit_code == 4
    assert "acara.xlsx: error O019: the system refuses: Too many open files" in result.stderr


def test_the_module_runs_as_the_command_does():
    command = [sys.executable, "-m", "legalgen", "words", "807"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "807 (delapan ratus tujuh)\n"
