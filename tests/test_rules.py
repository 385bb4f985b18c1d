"""The rules as a whole: listed once, short, each saying what must hold; samples are lawful."""

import ast
import inspect
from pathlib import Path

import pytest

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
