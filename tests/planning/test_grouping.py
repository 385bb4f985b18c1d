"""Who makes one document together, and in what order it lists them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legalgen.planning.grouping import groups, people_for
from legalgen.products import Product
from legalgen.records import read_event
from legalgen.tables import read_tables
from tests.workbooks import Sheet, changed, csv_folder, event, table, workbook


def product(**given):
    base = Product("contoh", Path("contoh.toml"), Path("contoh.docx"), "Contoh", "a", "a")
    return replace(base, **given)


@pytest.fixture
def read(tmp_path):
    def read(people):
        sheets = {**event("sidamulya"), "peserta": table(people)}
        folder = csv_folder(tmp_path / "acara", sheets)
        made, _ = read_event(folder, read_tables(folder)[0])
        return made

    return read


def gathered(event, product):
    return [
        (tuple(group.values.values()), [person.nama for person in group.people])
        for group in groups(product, event, people_for(product, event))
    ]


def test_one_employer_spelled_in_three_ways_gets_one_letter(read):
    event = read("""
        nama    | badan | instansi
        Slamet  | KPPS  | PT. Royal Korindah
        Sutini  | KPPS  | CV Anugerah & Putra
        Ngatino | KPPS  | PT Royal Korindah
        Rahayu  | KPPS  | PT Royal Korindah
        Warsito | KPPS  |
    """)
    letters = product(group_by=("instansi",), where={"instansi": ("*",)}, sort_by=("nama",))
    assert gathered(event, letters) == [
        (("PT Royal Korindah",), ["Ngatino", "Rahayu", "Slamet"]),
        (("CV Anugerah & Putra",), ["Sutini"]),
    ]


def test_villages_of_one_name_in_two_kecamatan_are_two(read):
    event = read("""
        nama   | badan | desa      | kecamatan
        Slamet | KPPS  | Sumberejo | Wanakerta
        Rahayu | KPPS  | Sumberejo | Tirtajaya
        Sutini | KPPS  | SUMBEREJO | Wanakerta
    """)
    decrees = product(group_by=("kecamatan", "desa"), needs_penetapan=("nomor",))
    assert [names for _, names in gathered(event, decrees)] == [["Slamet", "Sutini"], ["Rahayu"]]
    seats = [
        group.appointment.kecamatan
        for group in groups(decrees, event, people_for(decrees, event))
        if group.appointment
    ]
    assert seats == ["Wanakerta", "Tirtajaya"]


def test_people_stand_by_station_then_the_chair_first(read):
    event = read("""
        nama      | badan | jabatan | tps
        Zaenal    | KPPS  | Ketua   | 10
        Budi      | KPPS  | Anggota | 2
        agus      | KPPS  | Anggota | 2
        Yayuk     | KPPS  | Ketua   | 2
        Cahyo     | KPPS  | Ketua   |
    """)
    decree = product(sort_by=("tps", "jabatan", "nama"))
    assert gathered(event, decree) == [((), ["Yayuk", "agus", "Budi", "Zaenal", "Cahyo"])]


@pytest.mark.parametrize("column", ["tanggal_lahir", "nilai"])
def test_days_and_numbers_stand_by_size(tmp_path, column):
    people: Sheet = [
        ["nama", "tanggal_lahir", "nilai"],
        ["Budi", date(1980, 3, 12), 10.25],
        ["Cahyo", None, None],
        ["Darmi", date(1979, 12, 1), 10],
        ["Zaenal", date(1979, 11, 5), 9.5],
    ]
    path = workbook(tmp_path / "acara.xlsx", {**event("sidamulya"), "peserta": people})
    made, _ = read_event(path, read_tables(path)[0])
    assert gathered(made, product(sort_by=(column,))) == [
        ((), ["Zaenal", "Darmi", "Budi", "Cahyo"])
    ]


def test_where_takes_coded_words_however_they_are_spelled(read):
    event = read("""
        nama   | badan
        Slamet | kpps
        Rahayu | Satlinmas
        Sutini | PPS
    """)
    assert [
        person.nama for person in people_for(product(where={"badan": ("KPPS", "linmas")}), event)
    ] == ["Slamet", "Rahayu"]


def test_a_column_of_the_offices_own_can_gather_too(read):
    event = read("""
        nama   | badan | Bank
        Slamet | KPPS  | BRI
        Rahayu | KPPS  | BPD
        Sutini | KPPS  | BRI
    """)
    assert gathered(event, product(group_by=("bank",))) == [
        (("BRI",), ["Slamet", "Sutini"]),
        (("BPD",), ["Rahayu"]),
    ]


def test_the_sidamulya_event_loses_nobody(tmp_path):
    folder = csv_folder(tmp_path / "acara", changed(event("sidamulya"), "peserta", {}))
    made, _ = read_event(folder, read_tables(folder)[0])
    for by in ((), ("nik",), ("kecamatan", "desa"), ("instansi",), ("badan", "tps")):
        found = [
            person.nik
            for group in groups(product(group_by=by), made, made.peserta)
            for person in group.people
        ]
        assert sorted(found) == sorted(person.nik for person in made.peserta)
