"""The sample events: committed as built, lawful, and about nobody."""

from collections import Counter, defaultdict
from dataclasses import fields
from pathlib import Path
from zipfile import ZipFile

import pytest

from legalgen.columns import PENETAPAN_COLUMNS, PESERTA_COLUMNS
from scripts.make_samples.__main__ import INPUTS
from scripts.make_samples.events import (
    MARK,
    SAMPLE_DISTRICT,
    Appointment,
    installation,
    regency,
    training,
    whole_regency,
)
from scripts.make_samples.files import write_csv, write_workbook
from scripts.make_samples.people import VOTING_DAY, Person, age_on

EVENTS = pytest.mark.parametrize("event", [training, installation, whole_regency])


def test_the_columns_are_those_of_the_sheets():
    assert [field.name for field in fields(Person)] == [c.name for c in PESERTA_COLUMNS]
    assert [field.name for field in fields(Appointment)] == [c.name for c in PENETAPAN_COLUMNS]


def test_the_committed_workbook_is_what_the_script_builds(tmp_path):
    write_workbook(training(), tmp_path / "tot-kpps.xlsx")
    assert parts(tmp_path / "tot-kpps.xlsx") == parts(INPUTS / "tot-kpps.xlsx")


def test_the_committed_folder_is_what_the_script_builds(tmp_path):
    write_csv(installation(), tmp_path)
    committed = {path.name: path.read_text("utf-8") for path in INPUTS.glob("pelantikan-kpps/*")}
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == committed


def test_a_workbook_is_the_same_whenever_it_is_written(tmp_path):
    write_workbook(training(), tmp_path / "one.xlsx")
    write_workbook(training(), tmp_path / "other.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()


def test_the_training_is_the_one_of_january_2024():
    people = training().peserta
    assert Counter(person.badan for person in people) == {"PPK": 90, "PPS": 717}
    kegiatan = dict(training().kegiatan)
    days = [f"{kegiatan[f'tanggal_gelombang_{number}']:%d-%m-%Y}" for number in (1, 2, 3)]
    assert days == ["22-01-2024", "23-01-2024", "24-01-2024"]


def test_no_kecamatan_is_split_between_waves_and_the_waves_are_about_equal():
    waves = defaultdict(set)
    for person in training().peserta:
        waves[person.kecamatan].add(person.gelombang)
    assert all(len(wave) == 1 for wave in waves.values())
    sizes = Counter(person.gelombang for person in training().peserta)
    assert sizes.keys() == {1, 2, 3}
    assert max(sizes.values()) - min(sizes.values()) < 15


def test_the_regency_is_as_large_as_the_real_one():
    event = whole_regency()
    assert len(event.penetapan) == 239
    assert len({(p.kecamatan, p.desa, p.tps) for p in event.peserta}) == 2964
    assert len(event.peserta) == 20748


def test_the_installation_is_a_whole_kecamatan():
    event = installation()
    district = next(d for d in regency().districts if d.code == SAMPLE_DISTRICT)
    villages = [village.name for village in district.villages]
    assert [row.desa for row in event.penetapan] == villages
    assert list(dict.fromkeys(person.desa for person in event.peserta)) == villages
    assert {"PT. Royal Korindah", "PT Royal Korindah ", "PT Royal Korindah"} <= {
        person.instansi for person in event.peserta
    }


@pytest.mark.parametrize("event", [installation, whole_regency])
def test_each_decree_is_signed_by_the_village_s_pps_chair(event):
    chairs = {
        (person.kecamatan, person.desa): person.nama
        for person in training().peserta
        if (person.badan, person.jabatan) == ("PPS", "Ketua")
    }
    for row in event().penetapan:
        assert row.penandatangan == chairs[row.kecamatan, row.desa]
    assert len({row.nomor for row in event().penetapan}) == len(event().penetapan)


@EVENTS
def test_each_body_has_its_members_and_one_chair(event):
    sizes = {"PPK": 5, "PPS": 3, "KPPS": 7, "LINMAS": 2}
    bodies = defaultdict(list)
    for person in event().peserta:
        village = person.desa if person.badan != "PPK" else None
        bodies[person.badan, person.kecamatan, village, person.tps].append(person.jabatan)
    for (name, *_), positions in bodies.items():
        assert len(positions) == sizes[name]
        assert positions.count("Ketua") == (name != "LINMAS")


@EVENTS
def test_polling_stations_are_numbered_without_gap(event):
    stations = defaultdict(set)
    for person in event().peserta:
        if person.badan == "KPPS":
            stations[person.kecamatan, person.desa].add(person.tps)
    for numbers in stations.values():
        assert numbers == set(range(1, len(numbers) + 1))


@EVENTS
def test_a_nik_belongs_to_nobody_and_agrees_with_its_owner(event):
    for person in event().peserta:
        day = person.tanggal_lahir.day + (40 if person.jenis_kelamin == "P" else 0)
        assert person.nik[:12] == f"330399{day:02}{person.tanggal_lahir:%m%y}"
        assert len(person.nik) == 16
        assert 1 <= int(person.nik[12:]) <= 9999


def test_nobody_is_there_twice():
    people = training().peserta + whole_regency().peserta
    linmas = tuple(person for person in installation().peserta if person.badan == "LINMAS")
    for key in ("nik", "no_hp"):
        assert len({getattr(p, key) for p in people + linmas}) == len(people + linmas)
    assert len({(p.nama, p.tanggal_lahir) for p in people + linmas}) == len(people + linmas)


@EVENTS
def test_ages_and_the_share_of_women_are_lawful(event):
    by_body = defaultdict(list)
    for person in event().peserta:
        by_body[person.badan].append(person)
    for body, people in by_body.items():
        ages = [age_on(VOTING_DAY, person.tanggal_lahir) for person in people]
        assert min(ages) >= 17
        assert max(ages) <= (55 if body == "KPPS" else 58)
        assert sum(person.jenis_kelamin == "P" for person in people) >= 0.3 * len(people)


@EVENTS
def test_every_event_says_that_it_is_fictional(event):
    assert dict(event().kegiatan)["keterangan"] == MARK
    assert "fiktif" in MARK


def test_names_have_the_shapes_that_templates_must_survive():
    people = training().peserta + installation().peserta
    single = sum(" " not in person.nama for person in people) / len(people)
    assert 0.04 < single < 0.08
    for shape in ("'", "-", "M. "):
        assert any(shape in person.nama for person in people)
    assert any("," in person.gelar_belakang for person in people)
    assert {"H.", "Hj."} <= {person.gelar_depan for person in people}


def parts(workbook: Path) -> dict[str, bytes]:
    """Give a workbook's parts; the deflated bytes may differ from one zlib to another."""
    with ZipFile(workbook) as package:
        return {name: package.read(name) for name in package.namelist()}
