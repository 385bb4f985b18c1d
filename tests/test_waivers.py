"""The column `pengecualian` as offices write it: codes, a reason, several behind one another."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen import rules
from legalgen.findings import CellPlace, Finding, Severity
from legalgen.law import read_law
from legalgen.records import read_event
from legalgen.rules import check_rules
from legalgen.rules.waivers import WAIVABLE, Waiver, read_cell
from legalgen.tables import read_tables

PLACE = CellPlace(Path("pelantikan.xlsx"), "peserta", "U7")


def read(text):
    """Give what a cell waives, or the codes of what is wrong with it."""
    return [
        f"{each.code} {each.reason}" if isinstance(each, Waiver) else each.code
        for each in read_cell(text, PLACE)
    ]


@pytest.mark.parametrize(
    ("text", "waived"),
    [
        ("P007: sudah 56 tahun", ["P007 sudah 56 tahun"]),
        ("p007 - tidak ada pelamar lain", ["P007 tidak ada pelamar lain"]),
        ("P007 sudah 56 tahun", ["P007 sudah 56 tahun"]),
        ("P007. sudah 56 tahun", ["P007 sudah 56 tahun"]),
        ("P007; sudah 56 tahun", ["P007 sudah 56 tahun"]),
        ("P007: umur; P008: KTP keliru", ["P007 umur", "P008 KTP keliru"]),
        ("P007: umur;", ["P007 umur"]),
        # A line break within the cell is a blank by now.
        ("P007: umur P008: KTP keliru", ["P007 umur", "P008 KTP keliru"]),
        ("P007, P008: sesuai KTP", ["P007 sesuai KTP", "P008 sesuai KTP"]),
        ("P007/P008: sesuai KTP", ["P007 sesuai KTP", "P008 sesuai KTP"]),
        ("P007 dan P008: sesuai KTP", ["P007 sesuai KTP", "P008 sesuai KTP"]),
        ("P007; P008: sesuai KTP", ["P007 sesuai KTP", "P008 sesuai KTP"]),
        ("P007: pindahan dari blok A123", ["P007 pindahan dari blok A123"]),
        ("P007: umur; lihat berita acara", ["P007 umur; lihat berita acara"]),
    ],
)
def test_one_reason_or_several(text, waived):
    assert read(text) == waived


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("sudah 56 tahun", ["W001"]),
        ("menurut P007: boleh", ["W001"]),
        ("P007", ["W001"]),
        ("P007:", ["W001"]),
        ("P007: -", ["W001"]),
        ("P007: 56", ["W001"]),
        ("P006: hampir 17 tahun", ["W002"]),
        ("P999: entah", ["W002"]),
        ("P006, P007: umur", ["W002", "P007 umur"]),
        ("P007: umur; P008:", ["P007 umur", "W001"]),
    ],
)
def test_what_waives_nothing_is_said(text, codes):
    assert read(text) == codes


@given(st.text(alphabet="P0078: ;,/-danumur\n"))
def test_no_cell_is_passed_over_in_silence(text):
    assert bool(read(text.strip())) or not text.strip()


def test_what_is_waived_is_a_warning_with_its_reason_and_masks_what_it_quotes(tmp_path):
    (tmp_path / "kegiatan.csv").write_text("kunci,nilai\nprofil,pemilu-2024\n", "utf-8")
    (tmp_path / "peserta.csv").write_text(
        "nama,badan,jabatan,kecamatan,pengecualian\n"
        "Ngatino,PPK,Ketua,Kemangkon,B001: pengganti 3303991505900001\n",
        "utf-8",
    )
    tables, _ = read_tables(tmp_path)
    event, _ = read_event(tmp_path, tables)
    law, _ = read_law(event)
    findings, waived = check_rules(event, law)
    [found] = [finding for finding in findings if finding.code == "B001"]
    assert isinstance(found, Finding)
    assert found.severity is Severity.WARNING
    assert found.message.say().endswith("; waived: pengganti 3303…0001")
    assert [(each.finding.severity, each.waiver.code, each.waiver.reason) for each in waived] == [
        ("error", "B001", "pengganti 3303…0001")
    ]


def test_the_hint_of_what_can_be_waived_says_so():
    """Where a message says `waive P007`, an office is told the word to write."""
    source = "".join(path.read_text("utf-8") for path in Path(rules.__file__).parent.glob("*.py"))
    assert set(re.findall(r"waive\"?\s*\"?\s*([A-Z]\d{3})", source)) == WAIVABLE
