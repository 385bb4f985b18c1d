"""Citations: composed right, in order, as the law stood on the day."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from legalgen.findings import CellPlace, LegalgenError
from legalgen.law import LAW, Law, load_profile, profile_names
from legalgen.law.legal_bases import LEGAL_BASES, cite, read_legal_bases

BASES = read_legal_bases(LAW)
PLACE = CellPlace(Path("templates/sk-kpps.toml"))
PEMILU, PILKADA = date(2024, 2, 14), date(2024, 11, 27)
ENTRIES = tomllib.loads((LAW / LEGAL_BASES).read_text(encoding="utf-8"))
TEMPLATES = Path(__file__).parents[2] / "templates"


def citation(key: str, day: date) -> str:
    [cited], findings = cite(BASES, [key], PLACE, day)
    assert findings == []
    return cited


@pytest.mark.parametrize("key", BASES)
class TestEveryLegalBasis:
    def test_prints(self, key):
        printed = citation(key, PILKADA)
        assert re.match(
            r"(Undang|Peraturan|Keputusan)[\w\s-]+ Nomor \d+ Tahun 20\d\d tentang ", printed
        )
        assert printed.count("(") == printed.count(")")
        assert "  " not in printed

    def test_has_a_source_and_a_day(self, key):
        assert ENTRIES[key]["source"]
        assert isinstance(ENTRIES[key]["effective"], date)
        assert ENTRIES[key].get("confidence", "high") in {"high", "medium", "low"}

    def test_is_named_after_its_number_and_year(self, key):
        assert key.endswith(f"-{ENTRIES[key]['number']}-{ENTRIES[key]['year']}")

    def test_a_gazette_is_of_the_act_s_own_year(self, key):
        for gazette in ("ln", "bn"):
            if gazette in ENTRIES[key]:
                assert ENTRIES[key][gazette][0] == ENTRIES[key]["year"]

    def test_amends_what_is_there_and_takes_effect_after_it(self, key):
        base = BASES[key]
        if base.amends:
            assert base.change >= 1
            assert base.effective >= BASES[base.amends].effective


def test_one_amendment():
    assert citation("uu-7-2017", PEMILU) == (
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik "
        "Indonesia Tahun 2017 Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 6109) "
        "sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023 tentang Penetapan "
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang Perubahan atas "
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum menjadi Undang-Undang (Lembaran "
        "Negara Republik Indonesia Tahun 2023 Nomor 54, Tambahan Lembaran Negara Republik "
        "Indonesia Nomor 6863)"
    )


def test_several_amendments_name_the_last_and_its_title_is_made_of_what_it_amends():
    assert citation("pkpu-8-2019", date(2023, 1, 24)) == (
        "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan "
        "Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita "
        "Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, "
        "terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 5 Tahun 2022 tentang Perubahan "
        "Keempat atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi "
        "Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota "
        "(Berita Negara Republik Indonesia Tahun 2022 Nomor 984)"
    )


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2022, 11, 30), None),
        (date(2023, 1, 24), "Nomor 534 Tahun 2022 tentang Perubahan atas"),
        (PEMILU, "Nomor 1669 Tahun 2023 tentang Perubahan Ketiga atas"),
        (date(2024, 5, 20), "Nomor 475 Tahun 2024 tentang Perubahan Keempat atas"),
        (PILKADA, "Nomor 638 Tahun 2024 tentang Perubahan Kelima atas"),
    ],
)
def test_an_amendment_that_came_later_is_not_cited(day, last):
    printed = citation("kpt-476-2022", day)
    assert ("sebagaimana telah" in printed) == (last is not None)
    assert last is None or last in printed


def test_an_act_takes_the_place_of_the_emergency_regulation_it_enacts():
    before, after = citation("uu-7-2017", date(2023, 1, 24)), citation("uu-7-2017", PEMILU)
    assert "diubah dengan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1" in before
    assert "diubah dengan Undang-Undang Nomor 7 Tahun 2023" in after
    assert "beberapa kali" not in after


def test_rank_goes_before_age_and_a_key_named_twice_is_cited_once():
    keys = ["kpt-66-2024", "pkpu-25-2023", "uu-7-2017", "pkpu-8-2022", "uu-7-2017", "pkpu-2-2021"]
    printed, findings = cite(BASES, keys, PLACE, PEMILU)
    assert findings == []
    assert [re.findall(r"Nomor (\d+) Tahun (\d+)", one)[0] for one in printed] == [
        ("7", "2017"),
        ("2", "2021"),
        ("8", "2022"),
        ("25", "2023"),
        ("66", "2024"),
    ]


def test_where_no_gazette_was_read_none_is_printed():
    assert "Berita Negara" not in citation("pkpu-25-2023", PEMILU)


def test_unknown_keys_are_all_found_and_the_known_ones_still_cited():
    printed, findings = cite(BASES, ["uu-7-2071", "uu-7-2017", "perda 3"], PLACE, PEMILU)
    assert len(printed) == 1
    assert [(found.code, str(found.place)) for found in findings] == [("L003", str(PLACE))] * 2
    assert findings[0].message.say() == "there is no legal basis uu-7-2071"
    assert findings[0].hint.say() == "did you mean uu-7-2017?"
    assert findings[1].hint.say().startswith("there are: kpt-1669-2023, ")


def test_products_name_legal_bases_that_are_there():
    named = {
        key
        for path in TEMPLATES.glob("*.toml")
        for key in tomllib.loads(path.read_text(encoding="utf-8")).get("legal_bases", [])
    }
    assert named
    for profile in map(load_profile, profile_names()):
        assert named <= BASES.keys() | profile.legal_bases.keys()
        assert set(profile.legal_bases.values()) <= BASES.keys()


def test_each_election_stands_on_its_own_law():
    keys = ["tahapan", "pkpu-8-2022", "undang-undang", "pemungutan"]
    for profile, acts in [
        ("pemilu-2024", ["7 Tahun 2017", "3 Tahun 2022", "8 Tahun 2022", "25 Tahun 2023"]),
        ("pilkada-2024", ["1 Tahun 2015", "8 Tahun 2022", "2 Tahun 2024", "17 Tahun 2024"]),
    ]:
        printed, findings = Law(load_profile(profile), BASES).citations(keys, PLACE)
        assert findings == []
        assert [citation.split(" Nomor ")[1].split(" tentang ")[0] for citation in printed] == acts


WHOLE = {
    "kind": '"Undang-Undang"',
    "number": "7",
    "year": "2017",
    "subject": '"Pemilihan Umum"',
    "effective": "2017-08-16",
}


@pytest.mark.parametrize(
    "change",
    [
        *({part: None} for part in WHOLE),
        {"kind": '"Qanun"'},
        {"subject": None, "amends": '"nowhere"', "change": "1"},
        {"amends": '"a"'},
        {"amends": '"nowhere"', "change": "1"},
        {"tnl": "6109"},
        {"ln": "[2017]"},
    ],
    ids=str,
)
def test_an_entry_that_lacks_a_part_is_found(tmp_path, change):
    entry = {part: value for part, value in (WHOLE | change).items() if value is not None}
    lines = ['ranks = ["Undang-Undang"]', "[a]", *(f"{part} = {entry[part]}" for part in entry)]
    (tmp_path / LEGAL_BASES).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(LegalgenError, match="a is incomplete or wrong"):
        read_legal_bases(tmp_path)
