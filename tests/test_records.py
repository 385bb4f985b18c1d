"""From tables to records: every value where it belongs, every fault at its cell."""

from datetime import date, time
from pathlib import Path

from legalgen.records import read_event
from legalgen.tables import read_tables
from tests.workbooks import changed, csv_folder, event, typed, workbook


def intake(source: Path):
    tables, findings = read_tables(source)
    read, more = read_event(source, tables)
    return read, findings + more


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
