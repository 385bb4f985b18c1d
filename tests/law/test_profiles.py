"""The law as data: every figure with its source and day, what a profile answers and refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from legalgen.findings import CellPlace, LegalgenError
from legalgen.law import LAW, AgeLimit, BodyLaw, load_profile, read_law
from legalgen.law.legal_bases import LEGAL_BASES
from legalgen.records import Event

PROFILES = sorted(path.stem for path in LAW.glob("*.toml") if path.name != LEGAL_BASES)
FIGURES = [
    pytest.param(figure, id=f"{profile}:{name}")
    for profile in PROFILES
    for name, figure in load_profile(profile).figures.items()
]


def event(**kegiatan: str) -> Event:
    source = Path("inputs/acara.xlsx")
    places = {key: CellPlace(source, "kegiatan", f"B{row}") for row, key in enumerate(kegiatan, 2)}
    return Event(source, kegiatan, (), (), places, {})


class TestWhatIsShipped:
    def test_both_elections_of_2024(self):
        assert PROFILES == ["pemilu-2024", "pilkada-2024"]

    @pytest.mark.parametrize("figure", FIGURES)
    def test_every_figure_has_its_provision_and_day(self, figure):
        assert figure.source
        assert date(2010, 1, 1) <= figure.effective <= date(2024, 12, 31)

    @pytest.mark.parametrize("figure", FIGURES)
    def test_every_figure_says_where_it_was_read_or_how_sure_it_is(self, figure):
        assert bool(figure.seen) != (figure.confidence in {"high", "medium", "low"})

    @pytest.mark.parametrize("profile", PROFILES)
    def test_terms_begin_no_earlier_than_the_installation_and_the_decree(self, profile):
        known = load_profile(profile).values()
        assert known["penetapan"]["KPPS"] <= known["pelantikan"]["KPPS"]
        assert known["pelantikan"]["KPPS"] <= known["masa_kerja"]["KPPS"]["mulai"]
        assert known["masa_kerja"]["KPPS"]["mulai"] < known["hari_pemungutan"]
        assert known["hari_pemungutan"] < known["masa_kerja"]["KPPS"]["selesai"]
        assert known["tahun"] == known["hari_pemungutan"].year

    def test_a_polling_station_costs_what_the_ministry_s_letter_adds_up_to(self):
        known = load_profile("pemilu-2024").values()
        pay, sizes = known["honorarium"], known["jumlah_anggota"]
        kpps = pay["KPPS"]["ketua"] + (sizes["KPPS"] - 1) * pay["KPPS"]["anggota"]
        assert kpps + sizes["LINMAS"] * pay["LINMAS"]["anggota"] == Decimal(9_200_000)


class TestProfile:
    def test_values_are_nested_as_templates_name_them(self):
        known = load_profile("pemilu-2024").values()
        assert known["nama_pemilu"] == "Pemilihan Umum Tahun 2024"
        assert known["masa_kerja"]["KPPS"] == {
            "mulai": date(2024, 1, 25),
            "selesai": date(2024, 2, 25),
        }
        assert known["honorarium"]["KPPS"]["anggota"] == Decimal(1_100_000)
        assert isinstance(known["honorarium"]["KPPS"]["anggota"], Decimal)
        assert known["keterwakilan_perempuan"] == Decimal("0.30")

    def test_bodies(self):
        profile = load_profile("pilkada-2024")
        assert profile.body("KPPS") == BodyLaw(7, has_chair=True, basis="PKPU 8 Tahun 2022")
        assert profile.body("LINMAS") == BodyLaw(2, has_chair=False, basis="PKPU 8 Tahun 2022")
        assert [body.size for kind in ("PPK", "PPS") if (body := profile.body(kind))] == [5, 3]
        assert profile.body("RT") is None

    def test_ages(self):
        profile = load_profile("pilkada-2024")
        basis = "PKPU 8 Tahun 2022 Pasal 35 ayat (1) huruf b"
        assert profile.least_age("KPPS") == AgeLimit(17, date(2024, 11, 27), basis)
        greatest = profile.greatest_age("KPPS")
        assert greatest
        assert (greatest.years, greatest.day) == (55, date(2024, 11, 27))
        assert profile.greatest_age("PPK") is None
        assert profile.least_age("LINMAS") is None

    def test_basis_of_a_rule(self):
        assert load_profile("pemilu-2024").basis("rangkap") == "PKPU 8 Tahun 2022"
        assert load_profile("pemilu-2024").basis("lain") == ""


class TestReadLaw:
    def test_the_event_names_its_profile(self):
        law, findings = read_law(event(profil="pilkada-2024"))
        assert findings == []
        assert law.profile.voting_day == date(2024, 11, 27)

    @pytest.mark.parametrize(
        ("profil", "what", "hint"),
        [
            ("pemilu-2042", "there is no profile pemilu-2042", "did you mean pemilu-2024?"),
            ("", "the election is not named", "beside the key profil: pemilu-2024, pilkada-2024"),
            ("../law/x", "there is no profile ../law/x", "there are: pemilu-2024, pilkada-2024"),
            ("dasar-hukum", "there is no profile dasar-hukum", "pilkada-2024"),
        ],
    )
    def test_an_unknown_profile_is_found_in_its_cell_and_the_rest_goes_on(self, profil, what, hint):
        law, [found] = read_law(event(kabupaten="Purbalingga", profil=profil))
        assert (found.code, found.is_error) == ("L001", True)
        assert str(found.place) == "inputs/acara.xlsx:kegiatan!B3"
        assert found.message.say() == what
        assert hint in found.hint.say()
        assert law.profile.values() == {}
        assert law.profile.body("KPPS") is None

    def test_a_missing_key_is_found_in_the_file(self):
        _, [found] = read_law(event(kabupaten="Purbalingga"))
        assert str(found.place) == "inputs/acara.xlsx"

    def test_load_profile_cannot_go_on_without_one(self):
        with pytest.raises(LegalgenError, match="there is no profile pemilu-1955"):
            load_profile("pemilu-1955")


GOOD = """
nama_pemilu = { value = "Pemilu 2029", source = "UU", effective = 2027-01-01, seen = "x" }
tahun = { value = 2029, source = "UU", effective = 2027-01-01, seen = "x" }
hari_pemungutan = { value = 2029-02-14, source = "UU", effective = 2027-01-01, seen = "x" }
"""


class TestAnOfficesOwnProfile:
    def test_may_add_figures_of_its_own(self, tmp_path):
        own = 'kuota.KPPS = { value = 3.5, source = "SK", effective = 2028-01-01, seen = "x" }'
        (tmp_path / "pemilu-2029.toml").write_text(GOOD + own, encoding="utf-8")
        assert load_profile("pemilu-2029", tmp_path).values()["kuota"] == {"KPPS": Decimal("3.5")}

    def test_an_age_without_its_day_is_measured_on_the_voting_day(self, tmp_path):
        own = '{ value = 18, source = "UU", effective = 2027-01-01, seen = "x" }'
        text = f"{GOOD}usia_minimal.KPPS.tahun = {own}"
        (tmp_path / "pemilu-2029.toml").write_text(text, encoding="utf-8")
        limit = load_profile("pemilu-2029", tmp_path).least_age("KPPS")
        assert limit == AgeLimit(18, date(2029, 2, 14), "UU")

    def test_everything_wrong_is_said_at_once(self, tmp_path):
        path = tmp_path / "pemilu-2029.toml"
        path.write_text(
            """
nama_pemilu = "Pemilihan Umum Tahun 2029"
tahun = { value = "2029", source = "UU", effective = 2027-01-01, seen = "x" }
jumlah_anggota.KPPS = { value = true, source = "UU", effective = 2027-01-01, seen = "x" }
honorarium.KPPS.ketua = { value = 1200000.00, source = "", effective = 2027-01-01, seen = "x" }
masa_kerja.KPPS.mulai = { value = 2029-01-25T07:00:00, source = "UU", effective = "2027" }
penetapan.KPPS = { value = 2029-01-24, source = "UU", effective = 2027-01-01 }
pelantikan.KPPS = { value = 2029-01-25, source = "UU", effective = 2027-01-01, confidence = "sure" }
pelantikan.PPS = { value = 2029-01-25, sumber = "UU", effective = 2027-01-01, seen = "x" }
""",
            encoding="utf-8",
        )
        with pytest.raises(LegalgenError) as broken:
            load_profile("pemilu-2029", tmp_path)
        findings = broken.value.findings
        assert {(found.code, str(found.place)) for found in findings} == {("L002", str(path))}
        assert [found.message.say() for found in findings] == [
            "hari_pemungutan is missing",
            "nama_pemilu needs value, source, effective; seen or confidence",
            "tahun has a value of the wrong kind: 2029",
            "jumlah_anggota.KPPS has a value of the wrong kind: True",
            "honorarium.KPPS.ketua needs a source, and a date as effective",
            "masa_kerja.KPPS.mulai needs a source, and a date as effective",
            "masa_kerja.KPPS.mulai needs seen, or else confidence high, medium or low",
            "masa_kerja.KPPS.mulai has a value of the wrong kind: 25-01-2029 07.00",
            "penetapan.KPPS needs seen, or else confidence high, medium or low",
            "pelantikan.KPPS needs seen, or else confidence high, medium or low",
            "pelantikan.PPS needs value, source, effective; seen or confidence",
        ]

    def test_no_toml_at_all(self, tmp_path):
        (tmp_path / "pemilu-2029.toml").write_text("tahun = ", encoding="utf-8")
        with pytest.raises(LegalgenError, match="the law file cannot be read"):
            load_profile("pemilu-2029", tmp_path)
