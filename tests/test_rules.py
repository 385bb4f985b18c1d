"""The rules as a whole: listed once, short, each saying what must hold; samples are lawful."""

import ast
import csv
import inspect
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalgen import rules
from legalgen.findings import mask
from legalgen.rules import RULES
from tests.planted import check

INPUTS = Path(__file__).parents[1] / "inputs"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_what_must_hold_and_is_short(rule):
    source, _ = inspect.getsourcelines(rule)
    assert len(source) < 25
    assert rule.__doc__.split("\n")[0].endswith(".")


def test_every_rule_is_listed_once():
    """A function that gives findings of a code is a rule, and RULES names it."""
    found = [
        getattr(getattr(rules, path.stem), node.name)
        for path in sorted(Path(rules.__file__).parent.glob("*.py"))
        if path.stem not in ("__init__", "roster", "waivers")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and node.returns is not None
        and ast.unparse(node.returns) == "Iterator[Finding]"
    ]
    assert len(found) == len(RULES)
    assert set(found) == set(RULES)


@pytest.mark.parametrize("name", ["tot-kpps.xlsx", "pelantikan-kpps"])
def test_the_samples_have_no_error(name):
    assert [finding for finding in check(INPUTS / name) if finding.is_error] == []


def test_no_finding_says_a_nik_in_full(tmp_path):
    folder = tmp_path
    (folder / "kegiatan.csv").write_text("kunci,nilai\nprofil,pemilu-2024\n", "utf-8")
    (folder / "peserta.csv").write_text(
        "nik,nama,jenis_kelamin,tanggal_lahir,badan\n"
        "3303991505900000,Ngatino,P,16-05-1990,PPS\n"
        "3303991505900000,Ngatino,P,16-05-1990,KPPS\n"
        "3303991505900000,Sumarni,P,16-05-1990,KPPS\n"
        "33039915059000001,Paijo,P,16-05-1990,KPPS\n",
        "utf-8",
    )
    findings = check(folder)
    assert {finding.code for finding in findings} >= {
        "P001",
        "P002",
        "P004",
        "P005",
        "P008",
        "P009",
    }
    said = " ".join(f"{found.message.say()} {found.hint.say()} {found}" for found in findings)
    assert "33039915059" not in said
    assert mask("3303991505900000") in said


def test_a_nik_in_a_wrong_column_is_not_said_in_full_either(tmp_path):
    nik = "3303991505900001"
    (tmp_path / "kegiatan.csv").write_text(
        "kunci,nilai\nprofil,pemilu-2024\nkode_wilayah,33.03\n", "utf-8"
    )
    (tmp_path / "peserta.csv").write_text(
        "nik,nama,tanggal_lahir,desa,kecamatan,badan,instansi,desa_domisili,pengecualian\n"
        f",{nik},15-05-1990,{nik},{nik},PPS,PT {nik},{nik} A,{nik}: keliru\n"
        f",{nik},15-05-1990,Bokol,Kemangkon,PPS,PT. {nik},{nik},P003: {nik} keliru\n",
        "utf-8",
    )
    findings = check(tmp_path)
    assert {found.code for found in findings} >= {"P003", "P010", "P011", "R001", "W001"}
    assert nik not in " ".join(f"{found.message.say()} {found.hint.say()}" for found in findings)


# What cells hold after hasty pasting; `check` reads them as an office's files are read.
ODD = {
    "nik": ["", "3303991505900001", "3303990000000000", "3303993513900001", "12"],
    "nama": ["", "Siti", "SITI, S.H.", "Dr.", ",", "'"],
    "jenis_kelamin": ["", "L", "P", "?"],
    "tanggal_lahir": ["", "15-05-1990", "29-02-2008", "01-01-0001", "31-12-9999", "entah"],
    "desa": ["", "Bokol", "Desa Bokol", "Desa", "'"],
    "kecamatan": ["", "Kemangkon", "Kec. Kemangkon", "'"],
    "badan": ["", "PPK", "PPS", "KPPS", "LINMAS", "?"],
    "jabatan": ["", "Ketua", "Anggota"],
    "tps": ["", "0", "1", "2", "901", "999999999"],
    "instansi": ["", "PT A", "A, PT", "PT", "&"],
    "desa_domisili": ["", "Desa", "Bokol"],
    "pendidikan": ["", "SD", "?"],
    "nip": ["", "1", "199005152015021001"],
    "pengecualian": ["", "P003: kembar", "B001, B002", ";"],
}
ODD_APPOINTMENTS = {
    "kecamatan": ODD["kecamatan"],
    "desa": ODD["desa"],
    "nomor": ["", "1/x", "1/X "],
    "tanggal_penetapan": ["", "24-01-2024", "01-01-0001"],
    "tanggal_pelantikan": ["", "25-01-2024", "31-12-9999"],
}


def sheets(pool):
    """Draw a sheet: some of the columns, and rows of odd cells."""
    columns = st.lists(st.sampled_from(sorted(pool)), min_size=1, unique=True)
    return columns.flatmap(
        lambda names: st.lists(
            st.fixed_dictionaries({name: st.sampled_from(pool[name]) for name in names}),
            min_size=1,
            max_size=9,
        )
    )


@settings(max_examples=150)
@given(sheets(ODD), sheets(ODD_APPOINTMENTS), st.sampled_from(["pemilu-2024", "pilkada-2024", "x"]))
def test_no_sheet_breaks_a_rule_and_every_finding_can_be_said(people, appointments, profile):
    with TemporaryDirectory() as folder:
        rows = {"peserta": people, "penetapan": appointments}
        rows["kegiatan"] = [{"kunci": "profil", "nilai": profile}]
        for sheet, drawn in rows.items():
            with (Path(folder) / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, drawn[0])
                writer.writeheader()
                writer.writerows(drawn)
        for finding in check(Path(folder)):
            assert finding.message.say()
            assert finding.to_json()["code"] == finding.code
