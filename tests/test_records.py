"""From tables to records: every value where it belongs, every fault at its cell."""

import pickle
from dataclasses import replace
from datetime import date, time

import pytest

from legalgen.columns import PESERTA_COLUMNS
from legalgen.tables.table import letters
from tests.intake import intake, marks
from tests.workbooks import Sheets, changed, csv_folder, event, typed, workbook


def test_a_workbook_and_a_csv_folder_of_the_same_event_give_the_same_records(tmp_path):
    sheets = event("sidamulya")
    from_workbook, none = intake(workbook(tmp_path / "acara.xlsx", typed(sheets)))
    from_folder, none_either = intake(csv_folder(tmp_path / "acara", sheets))
    assert none == none_either == []
    assert from_workbook.peserta == from_folder.peserta
    assert from_workbook.penetapan == from_folder.penetapan
    assert from_workbook.kegiatan == from_folder.kegiatan


def test_values_are_what_their_columns_are_for(tmp_path):
    read, _ = intake(workbook(tmp_path / "acara.xlsx", typed(event("sidamulya"))))
    person = read.peserta[0]
    assert isinstance(person.tanggal_lahir, date)
    assert len(person.nik) == 16
    assert isinstance(read.penetapan[0].waktu_pelantikan, time)


def test_an_empty_name_is_found_at_its_cell_and_hides_no_other_row(tmp_path):
    sheets = event("sidamulya")
    column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[sheets["peserta"][0].index("nama")]
    broken = changed(sheets, "peserta", {f"{column}3": ""})
    read, findings = intake(workbook(tmp_path / "acara.xlsx", typed(broken)))
    assert [(found.code, found.place.cell) for found in findings] == [("V019", f"{column}3")]
    assert len(read.peserta) == len(sheets["peserta"]) - 1


def test_what_has_no_letter_is_no_name_and_an_error_in_the_cell_is_said_once(tmp_path):
    rows = [["nama", "badan"], ["12345", "PPS"], [".....", "PPS"], ["#N/A", "PPS"], ["U", "PPS"]]
    sheets = {"kegiatan": [["kunci", "nilai"]], "peserta": rows}
    _, findings = intake(workbook(tmp_path / "acara.xlsx", sheets))
    assert [(found.code, found.place.cell) for found in findings] == [
        ("V001", "A4"),
        ("V019", "A2"),
        ("V019", "A3"),
    ]


NIK = "3303991505900001"


@pytest.mark.parametrize("column", [column.name for column in PESERTA_COLUMNS])
@pytest.mark.parametrize(
    "cell",
    [NIK, float(NIK), f"{NIK}.0", f"x {NIK}", "3303 9915 0590 0001", f"{NIK}{NIK}", "x" * 999],
)
def test_no_message_shows_an_identity_number_or_a_flood_of_text(tmp_path, column, cell):
    header = ["nama", column] if column != "nama" else ["nama"]
    rows = [header, ["Budi", cell] if column != "nama" else [cell]]
    sheets = {"kegiatan": [["kunci", "nilai"], [NIK, NIK]], "peserta": rows}
    _, findings = intake(workbook(tmp_path / "acara.xlsx", sheets))
    for found in findings:
        said = found.message.say() + found.hint.say()
        assert "99150590" not in said.replace(" ", "")
        assert len(said) < 500


def test_a_bad_cell_hides_neither_its_row_nor_others(tmp_path):
    sheets = event("sidamulya")
    at = {name: letters(index) for index, name in enumerate(sheets["peserta"][0])}
    broken = changed(
        sheets, "peserta", {f"{at['nik']}3": 3303991505900000, f"{at['tanggal_lahir']}3": "x"}
    )
    whole, _ = intake(csv_folder(tmp_path / "acara", sheets))
    read, findings = intake(workbook(tmp_path / "acara.xlsx", typed(broken)))
    assert marks(findings) == [f"V003 peserta!{at['nik']}3", f"V005 peserta!{at['tanggal_lahir']}3"]
    assert read.peserta[1] == replace(whole.peserta[1], nik="", tanggal_lahir=None)
    assert read.peserta[2:] == whole.peserta[2:]


def test_a_record_gives_any_column_by_name(tmp_path):
    sheets: Sheets = {
        "kegiatan": [["kunci", "nilai"]],
        "peserta": [["nama", "Bank"], ["Budi", "BRI"]],
    }
    (budi,) = intake(workbook(tmp_path / "acara.xlsx", sheets))[0].peserta
    assert (budi.value("nama"), budi.value("bank"), budi.value("tps")) == ("Budi", "BRI", None)
    assert budi.value("place") is None
    assert budi.place("bank").cell == "B2"


def test_an_event_survives_pickling(tmp_path):
    read, _ = intake(workbook(tmp_path / "acara.xlsx", typed(event("sidamulya"))))
    assert pickle.loads(pickle.dumps(read)) == read
