"""`legalgen preview`: one document, found by name, and made again when its template is saved."""

import csv
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import docx
import pytest

from tests.cli.test_commands import ROOT, run
from tests.workbooks import changed, event, typed, workbook

TRAINING = ROOT / "inputs" / "tot-kpps.xlsx"
INSTALLATION = ROOT / "inputs" / "pelantikan-kpps"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text(path):
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def shown(result):
    assert result.exit_code == 0, result.output
    return Path(result.stdout.strip())


def test_the_first_document_of_the_sample_goes_to_its_own_folder():
    path = shown(run("preview", "sk-kpps"))
    assert path.parent == Path("output/preview")
    assert "BROBOT" in text(path)


def test_a_person_is_found_by_name_whatever_the_case(here):
    path = shown(run("preview", "surat-tugas", TRAINING, "--for", "BAGUS riyadi"))
    assert "Bagus Riyadi" in path.name
    assert "Bagus Riyadi" in text(path)


def test_a_subject_is_found_by_name():
    path = shown(run("preview", "sk-kpps", INSTALLATION, "--for", "Desa Gembong"))
    assert "Gembong" in path.name


def test_the_document_of_a_listed_person_is_found():
    path = shown(run("preview", "sk-kpps", INSTALLATION, "--for", "Mustofa Cahyono"))
    assert "Brobot" in path.name


def test_a_name_nearly_right_is_asked_about():
    result = run("--lang", "en", "preview", "surat-tugas", TRAINING, "--for", "Bagus Ryadi")
    assert result.exit_code == 2
    assert "did you mean Bagus Riyadi?" in result.stderr


def test_several_with_one_name_are_said():
    result = run("--lang", "en", "preview", "surat-tugas", TRAINING, "--for", "siti")
    assert "other documents" in result.stderr
    assert "Siti" in text(shown(result))


def test_the_longest_has_the_most_people():
    with (INSTALLATION / "peserta.csv").open(encoding="utf-8") as file:
        sizes = Counter(row["desa"] for row in csv.DictReader(file) if row["badan"] == "KPPS")
    path = shown(run("preview", "sk-kpps", INSTALLATION, "--longest"))
    longest = {village for village, size in sizes.items() if size == max(sizes.values())}
    assert any(village in path.name for village in longest)


def test_a_word_of_a_subject_nearly_right_is_asked_about():
    result = run("--lang", "en", "preview", "sk-kpps", "--for", "Brobod")
    assert result.exit_code == 2
    assert "did you mean Brobot?" in result.stderr


@pytest.mark.parametrize("options", [("--for", " "), ("--for", "Brobot", "--longest")])
def test_a_wish_that_names_nobody_or_two_is_a_mistake_of_use(options):
    assert run("preview", "sk-kpps", *options).exit_code == 2


def test_it_goes_where_it_is_asked_to():
    assert shown(run("preview", "sk-kpps", "--out", "lihat.docx")) == Path("lihat.docx")


@pytest.mark.parametrize(
    "out",
    [
        "templates/sk-kpps.docx",
        "./output/../templates/sk-kpps.docx",
        "templates/surat-tugas.docx",
        "templates/sk-kpps.toml",
        "acara.xlsx",
    ],
)
def test_it_never_goes_over_what_documents_are_made_from(here, out):
    shutil.copytree(ROOT / "templates", "templates")
    Path("output").mkdir()
    shutil.copy(TRAINING, "acara.xlsx")
    before = Path(out).read_bytes()
    result = run("preview", "sk-kpps", "--out", out)
    assert result.exit_code == 2
    assert Path(out).read_bytes() == before


def test_what_generate_would_hold_back_is_shown_and_said(here):
    sheets = typed(event("sidamulya"))
    header, *rows = sheets["peserta"]
    row, person = next(
        (number, each)
        for number, each in enumerate(rows, 2)
        if each[header.index("badan")] == "KPPS"
    )
    source = workbook(here / "acara.xlsx", changed(sheets, "peserta", {f"A{row}": "12"}))
    name = person[header.index("nama")]
    result = run("--lang", "en", "preview", "sk-kpps", source, "--for", name)
    assert "Only a look" in result.stderr
    assert f"peserta!A{row}" in result.stderr
    assert name in text(shown(result))


def test_all_that_is_wrong_in_an_edited_template_is_said_at_once(here):
    shutil.copytree(ROOT / "templates", "templates")
    template = here / "templates" / "sk-kpps.docx"
    append(template, "{{ desaa }} {nama}")
    append(template, "{{ desa|besar }}")
    result = run("--lang", "en", "preview", "sk-kpps")
    assert result.exit_code == 4
    assert [code in result.stderr for code in ("T002", "T004", "T008")] == [True, True, True]


def test_what_is_wrong_in_a_toml_is_said_beside_the_look(here):
    shutil.copytree(ROOT / "templates", "templates")
    toml = here / "templates" / "surat-tugas.toml"
    toml.write_text(toml.read_text("utf-8").replace("{nama}", "{Nama}"), "utf-8")
    result = run("--lang", "en", "preview", "surat-tugas")
    assert "Only a look" in result.stderr
    assert "D009" in result.stderr
    assert shown(result).exists()


def test_an_event_without_rows_for_it_says_what_it_lacks():
    result = run("--lang", "en", "preview", "sk-peserta", INSTALLATION)
    assert result.exit_code == 4
    assert "error D006: sk-peserta needs a value for nomor_keputusan" in result.stderr


class Watched:
    """A running `preview --watch`, whose lines can be waited for."""

    def __init__(self, folder):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        command = [
            sys.executable,
            "-m",
            "legalgen",
            "--lang",
            "en",
            "preview",
            "sk-kpps",
            "--watch",
        ]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def wait_for(self, wanted):
        seen = []
        while not seen or wanted not in seen[-1]:
            seen.append(self.lines.get(timeout=30))
        return seen


def append(template, sentence):
    """Save a template as Word does: whole under another name, then put in its place."""
    document = docx.Document(str(template))
    document.add_paragraph(sentence)
    document.save(str(template.with_name("~WRD0001.tmp")))
    template.with_name("~WRD0001.tmp").replace(template)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
@pytest.mark.usefixtures("as_from_a_terminal")
def test_watching_goes_on_over_saves_and_mistakes_until_it_is_stopped(here):
    shutil.copytree(ROOT / "templates", here / "templates")
    template = here / "templates" / "sk-kpps.docx"
    good = template.read_bytes()
    watched = Watched(here)
    try:
        watched.wait_for("Watching")
        [made] = (here / "output" / "preview").glob("*.docx")

        append(template, "Kalimat baru untuk {{ desa }}.")
        watched.wait_for(made.name)
        assert "Kalimat baru untuk Brobot." in text(made)

        append(template, "{{ orang.nma }}")
        assert any("nma" in line for line in watched.wait_for("hint"))

        template.write_bytes(good[: len(good) // 2])  # half of a save
        watched.wait_for("error")

        template.write_bytes(good)
        watched.wait_for(made.name)
        assert "Kalimat baru" not in text(made)

        toml = template.with_suffix(".toml")
        toml.write_text(toml.read_text("utf-8").replace("title =", "titel ="), "utf-8")
        watched.wait_for("title")

        watched.process.send_signal(signal.SIGINT)
        watched.wait_for("Watching has ended.")
        assert watched.process.wait(timeout=30) == 0
    finally:
        watched.process.kill()
        watched.process.wait()
        watched.reader.join(timeout=30)
        watched.process.stdout.close()
