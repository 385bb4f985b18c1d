"""Names as offices type them; the cases are data, so that anyone who meets a new one adds it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.names import (
    capitalise_first,
    employer_key,
    full_name,
    person_key,
    title_case,
    upper_name,
)

CASES = Path(__file__).parent / "cases"


def cases(file: str) -> list[dict[str, str]]:
    with (CASES / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


class TestUpperName:
    @pytest.mark.parametrize("case", cases("nama.csv"), ids=lambda case: case["nama"])
    def test_upper_cases_the_name_and_never_the_titles(self, case):
        assert upper_name(case["nama"]) == case["kapital"]

    @given(st.text())
    def test_changes_nothing_but_case(self, text):
        assert upper_name(text).upper() == text.upper()

    @given(st.text())
    def test_twice_is_as_once(self, text):
        assert upper_name(upper_name(text)) == upper_name(text)

    @pytest.mark.parametrize("value", [None, 807])
    def test_refuses_what_is_not_text(self, value):
        with pytest.raises(TypeError, match="is not text"):
            upper_name(value)


class TestPersonKey:
    @pytest.mark.parametrize(
        "name",
        [
            "Siti Ma'rifah",
            "SITI MARIFAH",
            "Hj. Siti Ma’rifah, S.Pd.",
            "Dra. Hj. Siti Ma'rifah S.Pd",
            "Hj Siti  Ma'rifah",
            "Siti Ma'rifah, SH., MH",
        ],
    )
    def test_titles_case_and_marks_tell_nobody_apart(self, name):
        assert person_key(name) == "siti marifah"

    @pytest.mark.parametrize("name", ["Siti", "Ma'rifah", "Siti Marfuah", "Dwi Siti Ma'rifah"])
    def test_another_name_is_another_person(self, name):
        assert person_key(name) != person_key("Siti Ma'rifah")

    @pytest.mark.parametrize("name", ["Dr.", "H. ", "H., S.H."])
    def test_titles_alone_are_kept(self, name):
        assert person_key(name)

    @given(st.text())
    def test_case_never_counts(self, name):
        assert person_key(name.lower()) == person_key(name.lower().casefold())


class TestFullName:
    @pytest.mark.parametrize(
        ("name", "front", "back", "full"),
        [
            ("Siti Aminah", "Dr.", "S.Pd., M.M.", "Dr. Siti Aminah, S.Pd., M.M."),
            ("Sugeng", "", "", "Sugeng"),
            ("Sugeng", "H.", "", "H. Sugeng"),
            ("Sugeng", "", "S.H.", "Sugeng, S.H."),
            ("Budi  Santoso ", " Dr. ", " S.IP.,M.I.P ", "Dr. Budi Santoso, S.IP.,M.I.P"),
            ("Sugeng", "", ", S.H.", "Sugeng, S.H."),
        ],
    )
    def test_puts_a_comma_before_what_follows_the_name_only(self, name, front, back, full):
        assert full_name(name, front, back) == full

    @pytest.mark.parametrize("name", ["", "  "])
    def test_refuses_titles_without_a_name(self, name):
        with pytest.raises(ValueError, match="no name"):
            full_name(name, "Dr.", "S.H.")


class TestTitleCase:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("pengangkatan anggota KPPS di desa Bokol", "Pengangkatan Anggota KPPS di Desa Bokol"),
            (
                "perubahan atas keputusan tentang tata cara serah terima kepada PPS serta KPPS",
                "Perubahan atas Keputusan tentang Tata Cara Serah Terima kepada PPS serta KPPS",
            ),
            ("dan lain-lain", "Dan Lain-Lain"),
            ("penetapan undang-undang", "Penetapan Undang-Undang"),
            ("Undang-undang dan asal-usul", "Undang-Undang dan Asal-usul"),
            ("peserta dari DI Yogyakarta", "Peserta dari DI Yogyakarta"),
            ("guru Di desa", "Guru di Desa"),
            ("desa/kelurahan (desa)", "Desa/Kelurahan (Desa)"),
            ("22 s.d. 24 Januari", "22 s.d. 24 Januari"),
            ("Ma'ruf dan asy'ari", "Ma'ruf dan Asy'ari"),
            ("  yang  pertama ", "  Yang  Pertama "),
            ("", ""),
        ],
    )
    def test_begins_words_with_capitals_but_particles(self, text, title):
        assert title_case(text) == title

    @given(st.text(alphabet="aDdiI -/.TPSyang"))
    def test_changes_nothing_but_case(self, text):
        assert title_case(text).casefold() == text.casefold()

    def test_first_letter_alone(self):
        assert capitalise_first("tujuh orang KPPS") == "Tujuh orang KPPS"


class TestEmployerKey:
    @pytest.mark.parametrize("case", cases("pemberi_kerja.csv"), ids=repr)
    def test_tells_employers_apart_and_spellings_not(self, case):
        assert employer_key(case["pemberi_kerja"]) == case["kunci"]

    @given(st.text())
    def test_a_key_is_its_own_key(self, text):
        assert employer_key(employer_key(text)) == employer_key(text)
