"""What other tests build their input with keeps what they wrote."""

from collections import Counter
from datetime import date, time
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tests.workbooks import changed, csv_folder, event, records, typed, workbook


def read(path: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


def test_a_workbook_holds_texts_as_texts(tmp_path):
    sheets = changed(event("sidamulya"), "peserta", {"B2": "=1+1", "H2": "'kutip"})
    assert read(workbook(tmp_path / "acara.xlsx", sheets), "peserta") == sheets["peserta"]


def test_a_typed_workbook_holds_dates_times_and_numbers(tmp_path):
    path = workbook(tmp_path / "acara.xlsx", typed(event("sidamulya")))
    assert read(path, "penetapan")[1][3:6] == [date(2024, 1, 24), date(2024, 1, 25), time(8, 30)]
    person = records(read(path, "peserta"))[19]
    assert (person["tanggal_lahir"], person["tps"]) == (date(1986, 5, 10), 1)
    assert (person["nik"], person["rt"]) == ("3398991005860001", "001")
    assert ["nomor_awal_surat_tugas", 9] in read(path, "kegiatan")


def test_a_csv_folder_is_read_back_as_it_was_written(tmp_path):
    sheets = event("sidamulya")
    folder = csv_folder(tmp_path / "acara", sheets, delimiter=";", encoding="utf-16")
    text = (folder / "peserta.csv").read_text("utf-16")
    assert text.splitlines()[1].startswith("3398991203700001;Syamsul Ma'arif Wirabuana;Drs. H.;")


def test_the_second_event_is_whole_and_has_every_trap():
    people = records(event("sidamulya")["peserta"])
    sizes = Counter((p["badan"], p["kecamatan"], p["desa"], p["tps"]) for p in people)
    assert {size for (badan, *_), size in sizes.items() if badan == "KPPS"} == {7}
    assert len({p["nik"] for p in people}) == len(people) == 55
    villages = {(p["kecamatan"], p["desa"]) for p in people}
    assert len(villages) == 3  # of two names: two villages share one
    names = [p["nama"] for p in people]
    for trap in "&<'’-.é":
        assert any(trap in name for name in names)
    assert names.count("Slamet") == 3
    assert any(name.count(" ") > 5 for name in names)
    assert any("," in p["gelar_belakang"] for p in people)
