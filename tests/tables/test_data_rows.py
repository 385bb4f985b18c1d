"""Lists pasted below each other, numbered columns, sums: who is a person, and who is not."""

from pathlib import Path

import pytest

from legalgen.pipeline import check, plan_documents
from tests.intake import intake, marks
from tests.workbooks import Cell, Sheet, event, typed, workbook

TEMPLATES = Path(__file__).parents[2] / "templates"
KEGIATAN: Sheet = [["kunci", "nilai"], ["jumlah_peserta", 807], ["total", "807"]]
HEAD: list[Cell] = ["No", "NIK", "Nama", "Alamat", "TPS"]
BUDI: list[Cell] = [1, "3303991505900001", "Budi", "Jl. A", 1]
SITI: list[Cell] = [2, "3303991505900002", "Siti", "Jl. B", 2]


def read(tmp_path, *rows: list[Cell]) -> tuple[list[str], list[str]]:
    """Give the names of the people in the rows below HEAD, and the findings."""
    sheets = {"kegiatan": KEGIATAN, "peserta": [HEAD, *rows]}
    people, findings = intake(workbook(tmp_path / "acara.xlsx", sheets))
    return [person.nama for person in people.peserta], marks(findings)


@pytest.mark.parametrize(
    "counts",
    [[1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"], ["(1)", "(2)", "(3)", "(4)", "(5)"]],
)
def test_a_row_that_numbers_the_columns_below_each_header(tmp_path, counts):
    assert read(tmp_path, counts, BUDI, HEAD, [""] * 5, counts, SITI) == (["Budi", "Siti"], [])


def test_a_row_of_numbers_that_is_not_below_a_header_is_data(tmp_path):
    names, found = read(tmp_path, BUDI, ["1", "2", "3", "4", "5"])
    assert names == ["Budi", "3"]
    assert found == ["V019 peserta!C3"]  # read, and said to be no name


def test_a_header_repeated_in_other_words(tmp_path):
    again: list[Cell] = ["NO.", "N I K", "NAMA LENGKAP (sesuai KTP)", "Alamat Rumah", "No. TPS"]
    assert read(tmp_path, BUDI, again, SITI) == (["Budi", "Siti"], [])


def test_a_header_in_another_order_is_an_error_and_nothing_below_it_is_read(tmp_path):
    other: list[Cell] = ["No", "Nama", "NIK", "Alamat", "TPS"]
    tono: list[Cell] = [3, "Tono", "3303991505900003", "Jl. C", 3]
    names, found = read(tmp_path, BUDI, other, tono, HEAD, SITI)
    assert names == ["Budi", "Siti"]
    assert found == ["F020 peserta!B3"]


def test_a_header_in_another_order_holds_back_every_document(tmp_path):
    sheets = typed(event("sidamulya"))
    head, *rows = sheets["peserta"]
    astray = [*head[1:], head[0]]
    sheets["peserta"] = [head, *rows[:9], astray, *rows[9:]]
    planned = plan_documents(check(workbook(tmp_path / "acara.xlsx", sheets), TEMPLATES))
    assert [found.code for found in planned.findings if found.is_error].count("F020") == 1
    assert not planned.ready


@pytest.mark.parametrize(
    "row",
    [
        ["Jumlah", "", "", "", 807],
        ["", "", "Jumlah", "", "807"],
        ["", "", "JUMLAH 807", "", ""],
        ["TOTAL :", "", "", "", "1.000"],
        ["", "", "Jml", "", 7.0],
        ["", "Sub Total", "", "", 7],
        ["Grand total", "", "", "", 7],
    ],
)
def test_a_sum_is_left_out_and_said(tmp_path, row):
    names, found = read(tmp_path, BUDI, row)
    assert names == ["Budi"]
    assert [mark[:4] for mark in found] == ["F021"]


@pytest.mark.parametrize(
    "row",
    [
        [2, "3303991505900002", "Jumlah", "", 1],
        [2, "", "Totalia", "", 1],
        [2, "", "Jumlah", "Jl. B", 1],
        [2, "", "Desa", "", 1],
    ],
)
def test_who_is_called_like_a_sum_or_a_header_is_a_person(tmp_path, row):
    assert read(tmp_path, BUDI, row) == (["Budi", row[2]], [])


def test_sums_among_the_keys_of_the_event_are_keys(tmp_path):
    sheets = {"kegiatan": KEGIATAN, "peserta": [HEAD, BUDI]}
    read_event, _ = intake(workbook(tmp_path / "acara.xlsx", sheets))
    assert read_event.kegiatan == {"jumlah_peserta": 807, "total": "807"}
