"""Free text and coded words: set right where that is certain, else said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.columns import PESERTA, Column, columns_of
from legalgen.values import Value, parse_column, parse_own
from legalgen.values.text import clean

NAME = Column("nama")
PEOPLE = columns_of(PESERTA)


def read(column: Column, *cells: object) -> tuple[list[Value], list[tuple[int, str]]]:
    values, faults = parse_column(column, cells)
    return values, [(index, fault.code) for index, fault in faults]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Budi Santoso", "Budi Santoso"),
        ("  Budi \t Santoso\r\n", "Budi Santoso"),
        ("Budi\u00a0Santoso\u200b", "Budi Santoso"),
        ("\ufeffBudi Santoso", "Budi Santoso"),
        ("\u202aBudi\u202c \u2068Santoso\u2069", "Budi Santoso"),  # copied from a chat
        ("Jl. A\nRT 1", "Jl. A RT 1"),
        ("Rene\u0301", "René"),
        ("Ma'ruf", "Ma'ruf"),
        ("Ma’ruf", "Ma’ruf"),
        ("A. S.", "A. S."),
        ("Si\u00adti", "Siti"),
        ("a\x07b", "ab"),
        ("２７ Ilir", "２７ Ilir"),  # free text keeps its digits
        ("{{ 6*7 }}", "{{ 6*7 }}"),
        ("<b>&", "<b>&"),
        ("—", ""),
        ("---", ""),
    ],
)
def test_free_text(cell, value):
    assert read(NAME, cell) == ([value], [])


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Maâ€™ruf", "V020"),
        ("RenÃ©", "V020"),
        ("Ren\ufffd", "V020"),
        (date(2024, 1, 2), "V011"),
        (12.5, "V004"),
        (1e20, "V004"),
        (True, "V012"),
        ("#REF!", "V001"),
    ],
)
def test_what_is_no_text(cell, code):
    assert read(NAME, cell) == ([""], [(0, code)])


def test_a_number_in_free_text_is_said_once():
    assert read(NAME, 12.0, 13.0) == (["12", "13"], [(0, "V016")])


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("jenis_kelamin", "l", "L"),
        ("jenis_kelamin", "Laki - Laki", "L"),
        ("jenis_kelamin", "PR.", "P"),
        ("jenis_kelamin", "Wanita", "P"),
        ("badan", "kpps ", "KPPS"),
        ("badan", "Satlinmas", "LINMAS"),
        ("jabatan", "KETUA", "Ketua"),
        ("jabatan", "Ketua PPS", "Ketua"),
        ("jabatan", "anggota.", "Anggota"),
        ("jabatan", "", ""),
    ],
)
def test_a_coded_word(column, cell, value):
    assert read(PEOPLE[column], cell) == ([value], [])


@pytest.mark.parametrize("cell", ["Laki-lkai", "X", 1.0, date(2024, 1, 2)])
def test_a_word_that_is_not_accepted(cell):
    assert read(PEOPLE["jenis_kelamin"], cell) == ([""], [(0, "V014")])


def test_the_hint_names_what_is_accepted_and_what_is_near():
    _, [(_, fault)] = parse_column(PEOPLE["jabatan"], ["Anggta"])
    assert fault.hint.say() == "did you mean Anggota? accepted are Ketua, Anggota"


def test_a_column_of_the_offices_own_takes_what_comes():
    cells = ["a  b", 5.0, 2.5, date(2024, 1, 2), True, "#N/A", ""]
    values, faults = parse_own(cells)
    assert [str(value) for value in values] == ["a b", "5", "2.5", "2024-01-02", "TRUE", "None", ""]
    assert [(index, fault.code) for index, fault in faults] == [(5, "V025")]
