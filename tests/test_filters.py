"""The filters as a template uses them: in the sandbox, strictly; errors say what is wrong."""

from __future__ import annotations

import inspect
from datetime import date, time
from decimal import Decimal

import pytest
from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from legalgen.filters import FILTERS
from legalgen.findings import Message

CONTEXT = {
    "hari_ini": date(2024, 1, 25),
    "besok": date(2024, 1, 26),
    "jam": time(9, 0),
    "jumlah": 20_748,
    "honor": Decimal(1_100_000),
    "nama": "Dr. H. Budi Santoso, S.Pd., M.M.",
    "nik": "3303991505900001",
    "kosong": "",
    "spasi": " \u00a0",
    "tiada": None,
    "anggota": [
        {"tps": 2, "nama": "Siti"},
        {"tps": 1, "nama": "Budi"},
        {"tps": 2, "nama": "Agus"},
    ],
}


def render(text: str) -> str:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(FILTERS)
    return environment.from_string(text).render(CONTEXT)


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("jumlah|angka_huruf", "20.748 (dua puluh ribu tujuh ratus empat puluh delapan)"),
        ("807|terbilang", "delapan ratus tujuh"),
        ("807|terbilang|judul", "Delapan Ratus Tujuh"),
        ("hari_ini|tanggal", "25 Januari 2024"),
        ("hari_ini|tanggal('lengkap')", "Kamis, 25 Januari 2024"),
        ("hari_ini|tanggal('angka')", "25-01-2024"),
        (
            "hari_ini|tanggal_terbilang",
            "tanggal dua puluh lima bulan Januari tahun dua ribu dua puluh empat",
        ),
        (
            "hari_ini|tanggal_terbilang(kapital=true)",
            "tanggal Dua Puluh Lima bulan Januari tahun Dua Ribu Dua Puluh Empat",
        ),
        ("hari_ini|hari", "Kamis"),
        ("hari_ini|rentang(besok)", "25 s.d. 26 Januari 2024"),
        ("jam|pukul", "09.00"),
        ("honor|rupiah", "Rp1.100.000,00"),
        ("honor|rupiah_terbilang", "satu juta seratus ribu rupiah"),
        ("2|romawi", "II"),
        ("12|diktum", "KEDUA BELAS"),
        ("3|huruf", "c"),
        ("1|tps", "001"),
        ("nama|kapital_nama", "Dr. H. BUDI SANTOSO, S.Pd., M.M."),
        ("nik|samarkan", "3303…0001"),
        ("'guru di desa'|judul", "Guru di Desa"),
        ("'tujuh orang'|kapital_awal", "Tujuh orang"),
    ],
)
def test_every_filter_prints_what_offices_write(expression, printed):
    assert render("{{ " + expression + " }}") == printed


def test_per_gathers_equal_values_even_when_they_are_apart_first_seen_first():
    text = (
        "{% for tps, warga in anggota|per('tps') %}"
        "{{ tps|tps }}: {{ warga|map(attribute='nama')|join(', ') }}. "
        "{% endfor %}"
    )
    assert render(text) == "002: Siti, Agus. 001: Budi. "


def test_per_of_no_rows_is_no_groups():
    assert FILTERS["per"]([], "tps") == []


MAY_BE_EMPTY = {"judul", "kapital_awal", "per"}


@pytest.mark.parametrize("empty", ["kosong", "tiada", "spasi"])
@pytest.mark.parametrize("name", sorted(FILTERS.keys() - MAY_BE_EMPTY))
def test_an_empty_value_is_refused_and_never_printed_as_nothing(name, empty):
    argument = "(besok)" if name == "rentang" else ""
    with pytest.raises(ValueError, match="the value is empty"):
        render("{{ " + empty + "|" + name + argument + " }}")


def test_an_empty_end_of_a_range_is_refused_too():
    with pytest.raises(ValueError, match="the value is empty"):
        render("{{ hari_ini|rentang(kosong) }}")


def test_a_text_that_may_be_empty_stays_empty():
    assert render("{{ kosong|judul }}{{ kosong|kapital_awal }}") == ""


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_an_undefined_name_is_reported_as_that(name):
    argument = {"rentang": "(besok)", "per": "('tps')"}.get(name, "")
    with pytest.raises(UndefinedError, match="salah_ketik"):
        render("{{ salah_ketik|" + name + argument + " }}")


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("'807'|terbilang", '"807" is not a number'),
        ("nik|angka_huruf", '"3303…0001" is not a number'),
        ("1.5|rupiah", "1.5 is not a number"),
        ("jumlah|tanggal", "20748 is not a date"),
        ("hari_ini|tanggal('pendek')", '"pendek" is no form of a date: panjang, lengkap, angka'),
        ("besok|rentang(hari_ini)", "25 Januari 2024 comes before 26 Januari 2024"),
        ("'09.00'|pukul", '"09.00" is not a time of day'),
        ("'1'|tps", '"1" is not a TPS number: 1, 2, 3'),
        ("0|diktum", "0 is not a place in a sequence: 1, 2, 3, …"),
        ("4000|romawi", "no Roman numeral for 4000: the largest is 3999"),
        ("807|judul", "807 is not text"),
        ("807|samarkan", "an identity number must be text"),
        ("anggota|per('desa')", 'there are no rows with a column "desa" here'),
        ("nama|per('desa')", 'there are no rows with a column "desa" here'),
        ("nama|per(99)", "there are no rows with a column 99 here"),
        ("jumlah|per('desa')", 'there are no rows with a column "desa" here'),
        ("tiada|per('desa')", 'there are no rows with a column "desa" here'),
    ],
)
def test_a_wrong_value_is_refused_in_a_sentence_that_can_be_translated(expression, sentence):
    with pytest.raises((TypeError, ValueError)) as refused:
        render("{{ " + expression + " }}")
    assert str(refused.value) == sentence
    assert isinstance(refused.value.args[0], Message)


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_explains_itself_in_one_line(name):
    explanation = inspect.getdoc(FILTERS[name])
    assert explanation
    assert explanation.endswith(".")
    assert "\n" not in explanation
