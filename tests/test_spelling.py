"""When two spellings are one name, and when they are a letter apart."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legalgen.spelling import bare_place_key, blotted, comparable

NAMES = st.text("abc ", max_size=6)


def edits(first, other):
    """Count the letters to be changed, put in, left out or swapped, the slow and certain way."""
    if not first or not other:
        return len(first) + len(other)
    swapped = len(first) > 1 and first[:2] == other[1::-1]
    return min(
        edits(first[1:], other[1:]) + (first[0] != other[0]),
        edits(first[1:], other) + 1,
        edits(first, other[1:]) + 1,
        *([edits(first[2:], other[2:]) + 1] if swapped else []),
    )


@given(NAMES, NAMES)
def test_names_share_a_blot_just_when_they_are_a_slip_apart(first, other):
    assert bool(set(blotted(first)) & set(blotted(other))) == (edits(first, other) <= 1)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Ma'ruf", "MA’RUF"),
        ("Asy-Syifa", "Asy Syifa"),
        ("Muh. Ali", "Muh  Ali "),
        ("José", "Jose\u0301"),
    ],
)
def test_case_accents_marks_and_blanks_tell_no_names_apart(first, other):
    assert comparable(first) == comparable(other)


@example("𝕬")  # a letter for mathematics, which becomes a capital A
@given(st.text())
def test_a_name_that_is_compared_twice_stays(name):
    assert comparable(comparable(name)) == comparable(name)


@pytest.mark.parametrize("name", ["Desa Bokol", "DS. BOKOL", "Kel. Bokol", "Bokol", "bo kol"])
def test_the_kind_of_a_place_is_no_part_of_its_name(name):
    assert bare_place_key(name) == "bokol"


def test_a_village_whose_name_is_a_kind_keeps_it():
    assert bare_place_key("Desa") == "desa"
