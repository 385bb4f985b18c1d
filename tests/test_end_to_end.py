"""From an event as an office hands it in to the documents it would sign."""

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from legalgen.cli import main
from legalgen.names import employer_key, full_name
from legalgen.terbilang import figure_and_words
from tests.reading import cells, lines, text
from tests.workbooks import event, records, typed, workbook

ROOT = Path(__file__).parents[1]


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def sidamulya(tmp_path_factory):
    """Generate the harder event once; give the folder and the rows it was made of."""
    folder = tmp_path_factory.mktemp("sidamulya")
    source = workbook(folder / "acara.xlsx", typed(event("sidamulya")))
    result = run("generate", source, "--out", folder, "--templates", ROOT / "templates")
    assert result.exit_code == 0, result.output
    return folder / "acara", {name: records(rows) for name, rows in event("sidamulya").items()}


def manifest(folder):
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def documents(folder, product):
    return {
        row["subject"]: folder / row["file"]
        for row in manifest(folder)
        if row["product"] == product
    }


def name_with_titles(person):
    return full_name(person["nama"], person["gelar_depan"], person["gelar_belakang"])


def test_every_participant_stands_once_in_the_annex_of_the_decree(sidamulya):
    folder, sheets = sidamulya
    [decree] = documents(folder, "sk-peserta").values()
    trained = [person for person in sheets["peserta"] if person["badan"] in ("PPK", "PPS")]
    annex = Counter(cells(decree))
    names = Counter(name_with_titles(person) for person in trained)
    assert {name: annex[name] for name in names} == dict(names)
    assert f"sebanyak {figure_and_words(len(trained))} orang" in text(decree)
    waves = Counter(person["gelombang"] for person in trained)
    for count in waves.values():
        assert f"{figure_and_words(count)} orang" in text(decree)


@pytest.mark.parametrize("product", ["sk-kpps", "ba-pelantikan"])
def test_each_village_has_its_own_crew_and_nobody_elses(sidamulya, product):
    folder, sheets = sidamulya
    made = documents(folder, product)
    crews = [person for person in sheets["peserta"] if person["badan"] == "KPPS"]
    villages = {(person["desa"], person["kecamatan"]) for person in crews}
    assert len(made) == len(villages)
    for desa, kecamatan in villages:
        document = made[f"Desa {desa}, Kecamatan {kecamatan}"]
        own = Counter(
            name_with_titles(person)
            for person in crews
            if (person["desa"], person["kecamatan"]) == (desa, kecamatan)
        )
        listed = Counter(cells(document))
        others = {name_with_titles(person) for person in crews} - set(own)
        assert {name: listed[name] for name in own} == dict(own)
        assert not others & set(listed)
        assert figure_and_words(own.total()) in text(document)


def test_each_decree_has_the_number_date_and_signatory_of_its_own_row(sidamulya):
    folder, sheets = sidamulya
    made = documents(folder, "sk-kpps")
    for row in sheets["penetapan"]:
        decree = text(made[f"Desa {row['desa']}, Kecamatan {row['kecamatan']}"])
        assert f"NOMOR {row['nomor']}".upper() in decree.upper()
        assert row["penandatangan"].upper() in decree


def test_minutes_say_day_and_hour_and_who_witnessed(sidamulya):
    folder, sheets = sidamulya
    made = documents(folder, "ba-pelantikan")
    for row in sheets["penetapan"]:
        minutes = text(made[f"Desa {row['desa']}, Kecamatan {row['kecamatan']}"])
        assert "dua puluh lima bulan januari tahun dua ribu dua puluh empat" in minutes.lower()
        assert f"pukul {row['waktu_pelantikan']} WITA" in minutes
        assert row["tempat_pelantikan"] in minutes
        for witness in (row["saksi_1"], row["saksi_2"]):
            assert witness.upper() in minutes.upper()


def test_one_letter_for_each_employer_with_all_its_people(sidamulya):
    folder, sheets = sidamulya
    made = documents(folder, "izin-pemberi-kerja")
    employed = [
        person
        for person in sheets["peserta"]
        if person["instansi"] and person["badan"] in ("KPPS", "LINMAS")
    ]
    staff: dict[str, list[str]] = {}
    for person in employed:
        staff.setdefault(employer_key(person["instansi"]), []).append(name_with_titles(person))
    assert {employer_key(subject): subject for subject in made}.keys() == staff.keys()
    for subject, letter in made.items():
        listed = Counter(cells(letter))
        assert {name: listed[name] for name in staff[employer_key(subject)]} == dict(
            Counter(staff[employer_key(subject)])
        )


def test_one_assignment_letter_for_each_person(sidamulya):
    folder, sheets = sidamulya
    letters = [row for row in manifest(folder) if row["product"] == "surat-tugas"]
    assigned = [person for person in sheets["peserta"] if person["badan"] != "LINMAS"]
    mentioned = {row["subject"] for row in letters}
    assert {person["nama"] for person in assigned} <= mentioned
    assert len({row["number"] for row in letters}) == len(letters)
    for row in letters:
        assert row["number"] in text(folder / row["file"])


def test_no_tag_no_none_and_no_empty_place_is_left_in_any_document(sidamulya):
    folder, _ = sidamulya
    for row in manifest(folder):
        for line in lines(folder / row["file"]):
            assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bnan\b|undefined", line), line


def test_the_same_event_gives_the_same_bytes(sidamulya, tmp_path):
    folder, _ = sidamulya
    source = workbook(tmp_path / "acara.xlsx", typed(event("sidamulya")))
    run("generate", source, "--out", tmp_path, "--templates", ROOT / "templates", "--jobs", 1)
    first = [(row["file"], row["sha256"]) for row in manifest(folder)]
    assert [(row["file"], row["sha256"]) for row in manifest(tmp_path / "acara")] == first


def test_documents_do_not_say_who_wrote_the_template(tmp_path):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    edited = docx.Document(templates / "sk-peserta.docx")
    edited.core_properties.author = "Bambang Penyusun"
    edited.core_properties.last_modified_by = "Bambang Penyusun"
    edited.save(templates / "sk-peserta.docx")
    source = workbook(tmp_path / "acara.xlsx", typed(event("sidamulya")))
    made = run(
        *("generate", source, "--product", "sk-peserta"),
        *("--out", tmp_path / "output", "--templates", templates),
    )
    assert made.exit_code == 0, made.output
    [decree] = (tmp_path / "output").rglob("*.docx")
    written = docx.Document(decree).core_properties
    assert (written.author, written.last_modified_by) == ("", "")
