"""`generate` and `verify` as a user meets them: what is said, what is left, how it ends."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.killing import command, kill_and_finish, made, tree
from legalgen.cli import main
from tests.workbooks import changed, event, typed, workbook

ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "inputs" / "tot-kpps.xlsx"


def run(*arguments):
    return CliRunner().invoke(main, ["--lang", "en", *map(str, arguments)])


@pytest.fixture
def generate(tmp_path):
    """Generate the letters of an event, with some of its cells changed or a kecamatan left out."""

    def generate(cells, *options, without="nowhere"):
        sheets = changed(event("sidamulya"), "peserta", cells)
        kept = {name: [row for row in rows if without not in row] for name, rows in sheets.items()}
        source = workbook(tmp_path / "acara.xlsx", typed(kept))
        product = ("--product", "surat-tugas-kecamatan")
        return run("generate", source, "--out", tmp_path / "output", *product, *options)

    return generate


def test_says_what_became_of_the_documents_of_each_product(generate):
    first, second = generate({}), generate({})
    assert first.exit_code == second.exit_code == 0
    assert "surat-tugas-kecamatan: 2 new" in first.stdout
    assert "surat-tugas-kecamatan: 2 unchanged" in second.stdout


def test_names_the_changed(generate):
    generate({})
    result = generate({"B3": "Siti Aminah Baru"})
    assert "surat-tugas-kecamatan: 1 changed, 1 unchanged" in result.stdout
    [line] = [line for line in result.stdout.splitlines() if line.startswith("  changed: ")]
    assert line.startswith("  changed: surat-tugas-kecamatan/ST_")


def test_a_long_list_ends_with_how_many_more_there_are(generate):
    professors = {f"C{row}": "Prof." for row in range(2, 48)}
    generate({}, "--product", "surat-tugas")
    said = generate(professors, "--product", "surat-tugas").stdout
    report = json.loads(generate({}, "--product", "surat-tugas", "--json").stdout)
    named = [line for line in said.splitlines() if line.startswith("  changed: ")]
    *first, last = named
    assert first == [f"  changed: {file}" for file in report["changed"][:20]]
    assert last == f"  changed: {len(report['changed']) - 20} more, all of them with --json"


def test_lists_what_is_no_longer_made_and_removes_it_when_asked(generate, tmp_path):
    generate({})
    stale = tmp_path / "output" / "acara" / "surat-tugas-kecamatan" / "ST_Wanakerta.docx"
    assert stale.exists()
    listed = generate({}, without="Wanakerta")
    assert listed.exit_code == 0
    assert "no longer made: surat-tugas-kecamatan/ST_Wanakerta.docx" in listed.stdout
    assert stale.exists()
    removed = generate({}, "--prune", without="Wanakerta")
    assert "removed: surat-tugas-kecamatan/ST_Wanakerta.docx" in removed.stdout
    assert not stale.exists()


def test_removes_nothing_while_errors_may_hide_documents(generate, tmp_path):
    generate({})
    [row, *_] = [
        row for row, cells in enumerate(event("sidamulya")["peserta"], 1) if "Tirtajaya" in cells
    ]
    result = generate({f"A{row}": "delapan"}, "--prune", without="Wanakerta")
    assert result.exit_code == 3
    assert "removed" not in result.stdout
    folder = tmp_path / "output" / "acara" / "surat-tugas-kecamatan"
    assert sorted(path.name for path in folder.iterdir()) == [
        "ST_Tirtajaya.docx",
        "ST_Wanakerta.docx",
    ]


@pytest.mark.parametrize("waiver", ["", "B001: menggantikan yang mengundurkan diri"])
def test_a_decree_that_an_error_holds_back_is_made_where_its_row_says_why(tmp_path, waiver):
    sheets = event("sidamulya")
    del sheets["peserta"][21]  # one of the seven of a polling station; its first is in row 21
    for number, row in enumerate(sheets["peserta"], 1):
        row.append({1: "pengecualian", 21: waiver}.get(number, ""))
    source = workbook(tmp_path / "acara.xlsx", typed(sheets))
    result = run("generate", source, "--out", tmp_path, "--product", "sk-kpps")
    assert result.exit_code == (0 if waiver else 3)
    with (tmp_path / "acara" / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        said = [row["waivers"] for row in csv.DictReader(file)]
    assert sorted(said) == (["", "", waiver] if waiver else ["", ""])


def test_verify_names_what_is_wrong(generate, tmp_path):
    generate({})
    folder = tmp_path / "output" / "acara"
    assert run("verify", folder).exit_code == 0
    letter = folder / "surat-tugas-kecamatan" / "ST_Wanakerta.docx"
    letter.write_bytes(b"")
    result = run("verify", folder)
    assert result.exit_code == 3
    assert f"{letter}: error O010: " in result.stdout
    report = json.loads(run("verify", folder, "--json").stdout)
    assert [finding["code"] for finding in report["findings"]] == ["O010"]
    assert [entry["subject"] for entry in report["documents"]] == ["Kecamatan Tirtajaya"]


def test_verify_of_a_folder_without_a_manifest_cannot_go_on(tmp_path):
    result = run("verify", tmp_path)
    assert result.exit_code == 4
    assert "error O014: " in result.stderr


def test_where_a_file_stands_in_place_of_the_folder_it_says_so(generate, tmp_path):
    (tmp_path / "output").write_bytes(b"")
    result = generate({})
    assert result.exit_code == 4
    assert "error O004: " in result.stderr
    assert "Traceback" not in result.output


def test_where_a_file_stands_in_place_of_a_product_only_that_one_fails(tmp_path):
    (tmp_path / "tot-kpps").mkdir()
    (tmp_path / "tot-kpps" / "sk-peserta").write_bytes(b"milik kantor")
    products = ("--product", "sk-peserta", "--product", "surat-tugas-kecamatan")
    result = run("generate", TRAINING, "--out", tmp_path, *products)
    assert result.exit_code == 4
    assert "error O001: " in result.stderr
    assert "sk-peserta: 1 failed" in result.stdout
    assert "surat-tugas-kecamatan: 18 new" in result.stdout
    assert (tmp_path / "tot-kpps" / "sk-peserta").read_bytes() == b"milik kantor"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Give the files of a whole run."""
    out = tmp_path_factory.mktemp("undisturbed")
    subprocess.run(command(TRAINING, out), check=True, capture_output=True)
    return tree(out)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals for another process")
@pytest.mark.usefixtures("as_from_a_terminal")
@pytest.mark.parametrize("stop", ["SIGINT", "SIGTERM", "SIGHUP"])  # Ctrl-C, shutdown, window closed
def test_a_stop_leaves_a_clean_state_and_says_how_to_go_on(tmp_path, undisturbed, stop):
    out = tmp_path / "stopped"
    with subprocess.Popen(
        command(TRAINING, out), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as stopped:
        while made(out) < 30:
            assert stopped.poll() is None, "it ended before it was stopped"
            time.sleep(0.002)
        os.killpg(stopped.pid, getattr(signal, stop))
        assert stopped.stderr is not None
        said = stopped.stderr.read()  # ends only when no worker holds it any more
    assert said == "Stopped. Run the same command again: it goes on from here.\n"
    assert stopped.returncode == 130
    assert all(name.endswith((".docx", "/manifest.csv")) for name in tree(out))
    assert set(tree(out)) < set(undisturbed)
    subprocess.run(command(TRAINING, out), check=True, capture_output=True)
    assert tree(out) == undisturbed


def test_a_run_killed_at_any_moment_is_finished_by_the_next_as_if_undisturbed(tmp_path):
    assert list(kill_and_finish(2, seed=20240125, work=tmp_path)) == []


HEAVY = {
    "asyncio", "babel", "csv", "dask", "docx", "docxtpl", "fsspec", "importlib.metadata", "jinja2",
    "lxml", "multiprocessing", "num2words", "openpyxl", "python_calamine", "tomllib", "zlib_ng",
}  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["words", "--help"]])
def test_help_starts_without_what_only_work_needs(arguments):
    script = (
        "import sys; from legalgen.cli import main\n"
        f"main({arguments}, standalone_mode=False)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    started = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(started.stderr.split())
