"""Whole numbers and identities: what a number cell may have lost is never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.columns import PESERTA, Column, columns_of, kegiatan_column
from legalgen.values import Value, parse_column

PEOPLE = columns_of(PESERTA)


def read(column: Column, *cells: object) -> tuple[list[Value], list[tuple[int, str]]]:
    values, faults = parse_column(column, cells)
    return values, [(index, fault.code) for index, fault in faults]


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("tps", 1.0, 1),
        ("tps", "001", 1),
        ("tps", "TPS 001", 1),
        ("tps", "TPS-1", 1),
        ("tps", "TPS No. 12", 12),
        ("tps", "tps:7", 7),
        ("tps", "1.0", 1),
        ("tps", "'007", 7),
        ("tps", "TPS – 7", 7),
        ("tps", "1,0", 1),
        ("tps", "１２", 12),
        ("tps", "12.", 12),
        ("tps", "TPS 901", 901),
        ("gelombang", "Gelombang 2", 2),
        ("gelombang", "Gel. II", 2),
        ("gelombang", "XIV", 14),
        ("gelombang", "Gelombang ke-2", 2),
        ("gelombang", "0", 0),
        ("tps", "", None),
        ("tps", "-", None),
    ],
)
def test_a_whole_number(column, cell, value):
    assert read(PEOPLE[column], cell) == ([value], [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1.000", "V013"),
        ("1,000", "V013"),
        ("-1", "V013"),
        (-1.0, "V013"),
        (1.5, "V013"),
        ("1.5", "V013"),
        ("satu", "V013"),
        ("TPS", "V013"),
        ("'", "V013"),
        ("Gelombang 1", "V013"),
        ("1 dan 2", "V013"),
        ("9" * 5000, "V013"),
        ("²", "V013"),
        (1e300, "V013"),
        (float("nan"), "V013"),
        (date(2024, 1, 2), "V011"),
        (True, "V012"),
        (False, "V012"),
    ],
)
def test_no_whole_number(cell, code):
    assert read(PEOPLE["tps"], cell) == ([None], [(0, code)])


def test_true_and_1_in_one_column_are_kept_apart():
    assert read(PEOPLE["tps"], 1.0, True, 1.0) == ([1, None, 1], [(1, "V012")])


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("nik", "3303991505900001", "3303991505900001"),
        ("nik", " 3303991505900001\u00a0", "3303991505900001"),
        ("nik", "'3303991505900001", "3303991505900001"),
        ("nik", "´3303991505900001", "3303991505900001"),
        ("nik", '"3303991505900001"', "3303991505900001"),
        ("nik", "\u202a3303991505900001\u202c", "3303991505900001"),
        ("nik", "3303 9915 0590 0001", "3303991505900001"),
        ("nik", "330399.150590.0001", "3303991505900001"),
        ("nik", "３３０３９９１５０５９００００１", "3303991505900001"),
        ("nik", "3303991505900001.", "3303991505900001"),
        ("nik", "33O3991505900001", "33O3991505900001"),  # the rules judge its shape
        ("rt", "001", "001"),
        ("rt", "RT 001", "001"),
        ("rt", "1", "1"),
        ("no_hp", "0812-3456-7890", "0812-3456-7890"),
        ("no_hp", "+62 812 3456 7890", "+62 812 3456 7890"),
        ("no_hp", 6281234567890.0, "6281234567890"),
    ],
)
def test_an_identity(column, cell, value):
    assert read(PEOPLE[column], cell) == ([value], [])


@pytest.mark.parametrize(
    "cell",
    [
        *(3303991505900000.0, 3303991505900000, "3,30301E+15", "3.3039915059E+15"),
        *("3303991505900001.0", "3.303.991.505.900.010", "3,303,991,505,900,010"),
    ],
)
def test_a_nik_that_went_through_a_number_cell_is_an_error_and_never_repaired(cell):
    values, faults = parse_column(PEOPLE["nik"], [cell])
    assert (values, faults[0][1].code) == ([""], "V003")
    assert str(cell).replace(".", "")[4:12] not in faults[0][1].what.say()


def test_a_nip_as_a_number_is_an_error():
    assert read(kegiatan_column("nip_sekretaris"), 196804111993031009.0) == ([""], [(0, "V003")])


def test_rt_and_rw_as_numbers_get_their_zeros_back_and_it_is_said_once():
    assert read(PEOPLE["rt"], 1.0, "12.0", "003") == (["001", "012", "003"], [(0, "V017")])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (date(2024, 2, 1), "V011"),
        ("001/002", "V018"),
        ("1-Feb", "V018"),
        (1234.0, "V018"),
        (0.5, "V018"),
    ],
)
def test_rt_and_rw_that_are_none(cell, code):
    assert read(PEOPLE["rt"], cell) == ([""], [(0, code)])


@pytest.mark.parametrize("cell", [81234567890.0, "81234567890", "812345678"])
def test_a_telephone_that_was_a_number_is_kept_and_said(cell):
    number = str(cell).removesuffix(".0")
    assert read(PEOPLE["no_hp"], cell) == ([number], [(0, "V017")])


def test_a_telephone_with_its_zero_or_its_country_lacks_nothing():
    assert read(PEOPLE["no_hp"], "081234567890", "+6281234567890", "0281 891", "891234")[1] == []


@given(st.integers(0, 10**15 - 1), st.integers(0, 3))
def test_any_number_with_or_without_its_zeros(number, zeros):
    text = "0" * zeros + str(number)
    if len(text) <= 15:
        assert read(PEOPLE["tps"], text, f"TPS {text}") == ([number, number], [])
