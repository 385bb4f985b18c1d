"""Numbers in words, held against a list, an independent table, ICU's rules, and back again."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_rbnf import RbnfEngine

from legalgen.spelled import read_number
from legalgen.terbilang import (
    LARGEST,
    dictum,
    explain_figure,
    figure_and_words,
    letter,
    read_figure,
    roman,
    spell_number,
    spell_rupiah,
    write_number,
    write_rupiah,
)

CASES = Path(__file__).parent / "cases"
WHOLE_NUMBERS = st.integers(-LARGEST, LARGEST)
# Groups of three digits that are easily spelled wrong: none at all, one, seribu beside ratus.
GROUPS = st.lists(st.sampled_from([0, 1, 10, 11, 100, 101, 111]) | st.integers(0, 999), max_size=5)
TOKENS = ("satu", "dua", "sebelas", "belas", "puluh", "seratus", "ratus", "ribu", "juta")
DECIMALS = st.decimals(-(10**12), 10**12, allow_nan=False, places=2)


def cases(file: str) -> list[list[str]]:
    with (CASES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def table_of_a_thousand() -> list[str]:
    """Spell 0 to 999 by tables, knowing nothing of num2words; 0 is empty."""
    units = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    teens = ["sepuluh", "sebelas", *(f"{unit} belas" for unit in units[2:])]
    below_hundred = [*units, *teens]
    for ten in units[2:]:
        below_hundred += [f"{ten} puluh {unit}".rstrip() for unit in units]
    hundreds = ["", "seratus ", *(f"{unit} ratus " for unit in units[2:])]
    return [f"{hundred}{rest}".strip() for hundred in hundreds for rest in below_hundred]


def reference(end: int) -> Iterator[str]:
    """Spell 0, 1, 2, … up to `end`, out of the table alone."""
    below = table_of_a_thousand()
    for millions in range(end // 1_000_000 + 1):
        juta = f"{below[millions]} juta " if millions else ""
        for thousands in range(1000):
            ribu = {0: "", 1: "seribu "}.get(thousands, f"{below[thousands]} ribu ")
            head = juta + ribu
            for rest in below:
                yield f"{head}{rest}".rstrip() or "nol"


class TestSpellNumber:
    @pytest.mark.parametrize(("figure", "words"), cases("terbilang.csv"))
    def test_as_the_field_writes_it(self, figure, words):
        assert spell_number(read_figure(figure)) == words

    def test_every_number_to_two_million(self):
        wrong = [
            (number, words)
            for number, words in zip(range(2_000_001), reference(2_000_000), strict=False)
            if spell_number(number) != words
        ]
        assert wrong == []

    def test_the_reference_is_what_unicode_says(self):
        engine = RbnfEngine.for_language("id")
        every_so_often = range(0, 2_000_001, 997)
        near_the_joints = [
            *range(1100),
            *range(999_000, 1_003_000, 7),
            *range(1_999_990, 2_000_001),
        ]
        sample = {*every_so_often, *near_the_joints}
        spelled = dict(enumerate(reference(2_000_000)))
        for number in sample:
            assert spelled[number] == engine.format_number(number).text.replace("-", " ")

    @given(GROUPS)
    def test_any_number_is_what_unicode_says(self, groups):
        number = sum(group * 1000**power for power, group in enumerate(groups))
        engine = RbnfEngine.for_language("id")
        assert spell_number(number) == engine.format_number(number).text.replace("-", " ")

    @given(WHOLE_NUMBERS | DECIMALS)
    def test_can_be_read_back(self, number):
        words = spell_number(number)
        assert read_number(words) == number
        assert read_number(words.upper()) == number
        assert words == " ".join(words.split())

    @pytest.mark.parametrize("nothing", ["0", "-0", "-0E+3"])
    def test_nothing_is_never_less_than_nothing(self, nothing):
        assert figure_and_words(Decimal(nothing)) == "0 (nol)"
        assert write_rupiah(Decimal(nothing)) == "Rp0,00"
        assert spell_rupiah(Decimal(nothing)) == "nol rupiah"

    @pytest.mark.parametrize("value", [True, 1.5, float("nan"), None, "807", "", b"1", [1], 1 + 0j])
    def test_refuses_what_is_no_number(self, value):
        for write in (spell_number, write_number, figure_and_words, write_rupiah, spell_rupiah):
            with pytest.raises(TypeError, match="is not a number"):
                write(value)

    @pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")])
    def test_refuses_decimals_without_a_value(self, value):
        with pytest.raises(ValueError, match="is not a number"):
            spell_number(value)

    @pytest.mark.parametrize(
        "value", [LARGEST + 1, -LARGEST - 1, Decimal(LARGEST) + Decimal("0.01")]
    )
    def test_refuses_what_is_too_large(self, value):
        with pytest.raises(ValueError, match="too large"):
            spell_number(value)

    def test_an_identity_number_is_not_shown_in_full(self):
        with pytest.raises(ValueError, match="3303…0001 is too large"):
            spell_number(3303991505900001)


class TestReadNumber:
    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("Delapan Ratus Tujuh", 807),
            (" DELAPAN  RATUS\u00a0TUJUH ", 807),
            ("satu ribu", 1000),
            ("satu ratus satu puluh", 110),
            ("sejuta", 1_000_000),
            ("dua milyar", 2_000_000_000),
            ("tiga trilyun", 3_000_000_000_000),
            ("minus tiga", -3),
            ("satu juta satu ribu", 1_001_000),
            ("nol", 0),
            ("nol koma nol", Decimal("0.0")),
        ],
    )
    def test_reads_what_is_meant(self, words, number):
        assert read_number(words) == number

    @pytest.mark.parametrize(
        "words",
        [
            *(
                "",
                "min",
                "koma",
                "satu koma",
                "koma lima",
                "satu koma sepuluh",
                "satu nol",
                "nol nol",
            ),
            *(
                "dua tiga",
                "puluh",
                "ratus lima",
                "dua puluh ratus",
                "dua puluh tiga belas",
                "sepuluh satu",
            ),
            *("seratus puluh", "dua ratus tiga ratus", "seribu sejuta", "sebelas belas", "belas"),
            *(
                "seratus seribu ribu",
                "dua puluh sepuluh",
                "seribu juta",
                "807",
                "orang",
                "satu orang",
            ),
            *("satu koma lima koma dua", "min min satu", "nol ribu", "dua nol"),
        ],
    )
    def test_refuses_what_is_no_number(self, words):
        with pytest.raises(ValueError, match="is not a number in words"):
            read_number(words)

    @given(st.lists(st.sampled_from(TOKENS)))
    def test_what_it_reads_is_a_spelling_of_that_number(self, tokens):
        words = " ".join(tokens)
        try:
            number = read_number(words)
        except ValueError:
            return
        everyday = words.replace("satu ratus", "seratus").replace("satu puluh", "sepuluh")
        usual = spell_number(number).replace("seribu", "satu ribu")
        assert everyday.replace("satu belas", "sebelas").replace("seribu", "satu ribu") == usual


class TestFigures:
    @pytest.mark.parametrize(
        ("number", "figure"),
        [
            (807, "807"),
            (20_748, "20.748"),
            (-1_100_000, "-1.100.000"),
            (Decimal("1234.50"), "1.234,50"),
            (Decimal("1E+3"), "1.000"),
            (LARGEST, "1.000.000.000.000.000"),
        ],
    )
    def test_written(self, number, figure):
        assert write_number(number) == figure

    @given(WHOLE_NUMBERS | DECIMALS)
    def test_can_be_read_back(self, number):
        assert read_figure(write_number(number)) == number

    def test_with_words(self):
        words = "20.748 (dua puluh ribu tujuh ratus empat puluh delapan)"
        assert figure_and_words(20_748) == words

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("807", "807 (delapan ratus tujuh)"),
            (" 20.748 ", "20.748 (dua puluh ribu tujuh ratus empat puluh delapan)"),
            ("20748", "20.748 (dua puluh ribu tujuh ratus empat puluh delapan)"),
            ("1.100.000,50", "1.100.000,50 (satu juta seratus ribu koma lima nol)"),
            ("-3", "-3 (min tiga)"),
            ("Rp1.100.000,00", "Rp1.100.000,00 (satu juta seratus ribu rupiah)"),
            ("Rp 1.100.000,-", "Rp1.100.000,00 (satu juta seratus ribu rupiah)"),
            ("rp. 1100000", "Rp1.100.000,00 (satu juta seratus ribu rupiah)"),
            (
                "Rp900.500,50",
                "Rp900.500,50 (sembilan ratus ribu lima ratus rupiah lima puluh sen)",
            ),
        ],
    )
    def test_explained(self, typed, sentence):
        assert explain_figure(typed) == sentence

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "satu",
            "1.5",
            "1.0000",
            "12.34",
            "007",
            "1,",
            "1e3",
            "NaN",
            "Rp",
            "--3",
            "٣",
            "1 000",
        ],
    )
    def test_refuses_what_could_mean_something_else(self, typed):
        with pytest.raises(ValueError, match="is not a number like 807"):
            explain_figure(typed)

    def test_refuses_an_identity_number_without_showing_it(self):
        with pytest.raises(ValueError, match="3303…0001 is too large"):
            explain_figure("3303991505900001")


class TestRupiah:
    @pytest.mark.parametrize(
        ("amount", "figure", "words"),
        [
            (1_100_000, "Rp1.100.000,00", "satu juta seratus ribu rupiah"),
            (5_000_000, "Rp5.000.000,00", "lima juta rupiah"),
            (
                Decimal("900500.50"),
                "Rp900.500,50",
                "sembilan ratus ribu lima ratus rupiah lima puluh sen",
            ),
            (Decimal("0.5"), "Rp0,50", "nol rupiah lima puluh sen"),
            (0, "Rp0,00", "nol rupiah"),
            (-1000, "-Rp1.000,00", "min seribu rupiah"),
            (Decimal("100.000"), "Rp100,00", "seratus rupiah"),
        ],
    )
    def test_in_figures_and_words(self, amount, figure, words):
        assert (write_rupiah(amount), spell_rupiah(amount)) == (figure, words)

    def test_refuses_a_fraction_of_a_sen(self):
        for write in (write_rupiah, spell_rupiah):
            with pytest.raises(ValueError, match="at most two decimals"):
                write(Decimal("0.005"))

    @given(DECIMALS)
    def test_words_and_figure_say_the_same(self, amount):
        rupiah, _, sen = spell_rupiah(amount).removesuffix(" rupiah").partition(" rupiah ")
        hundredths = read_number(sen.removesuffix(" sen") or "nol")
        value = abs(Decimal(read_number(rupiah))) + Decimal(hundredths) / 100
        assert value == abs(amount) == abs(read_figure(write_rupiah(abs(amount))))


class TestPlacesInASequence:
    @pytest.mark.parametrize(("position", "name"), cases("diktum.csv"))
    def test_dictums(self, position, name):
        assert dictum(int(position)) == name

    def test_letters(self):
        names = [letter(position) for position in range(1, 26 + 26 * 26 + 2)]
        assert names[:3] + names[25:28] == ["a", "b", "c", "z", "aa", "ab"]
        assert names[-2:] == ["zz", "aaa"]
        assert names == sorted(names, key=lambda name: (len(name), name))
        assert len(set(names)) == len(names)

    def test_every_roman_numeral(self):
        thousands = ["", "M", "MM", "MMM"]
        hundreds = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"]
        tens = [sign.translate(str.maketrans("CDM", "XLC")) for sign in hundreds]
        units = [sign.translate(str.maketrans("CDM", "IVX")) for sign in hundreds]
        expected = map("".join, product(thousands, hundreds, tens, units))
        assert ["", *map(roman, range(1, 4000))] == list(expected)

    @pytest.mark.parametrize("value", [0, -1, Decimal(1)])
    def test_there_is_none_before_the_first_or_between(self, value):
        for name in (dictum, letter, roman):
            with pytest.raises(ValueError, match="is not a place in a sequence"):
                name(value)

    def test_no_roman_numeral_past_3999(self):
        with pytest.raises(ValueError, match="the largest is 3999"):
            roman(4000)
