"""Each broken template of the cases is found at its place; clean ones give nothing."""

import tomllib
from pathlib import Path

import pytest

from legalgen.proofing import proofread
from legalgen.proofing.specimen import every_law, specimen, standard_product
from tests.proofing.typing_in_word import template

CASES = Path(__file__).parent
NOT_PARTS = ("expect", "hint", "any")


def cases(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def seen():
    return specimen(standard_product(Path("contoh.docx")), every_law())


def shorthand(finding):
    place = finding.place
    cell = f"{place.table}.{place.row}.{place.cell}" if place.table else None
    words = (finding.code, place.part, cell, place.paragraph, place.tag)
    return " ".join(str(word) for word in words if word is not None)


def found(path, case, seen):
    parts = {name: text for name, text in case.items() if name not in NOT_PARTS}
    body = parts.pop("body")
    return proofread(template(path / "t.docx", body, **parts), seen)


@pytest.mark.parametrize("case", cases("broken").values(), ids=cases("broken"))
def test_what_is_broken_is_found_at_its_place(tmp_path, seen, case):
    findings = found(tmp_path, case, seen)
    assert [shorthand(finding) for finding in findings] == case["expect"]
    if "hint" in case:
        assert any(case["hint"] in finding.hint.say() for finding in findings)
    assert all(finding.hint for finding in findings)


@pytest.mark.parametrize("case", cases("clean").values(), ids=cases("clean"))
def test_nothing_is_found_in_what_is_clean(tmp_path, seen, case):
    assert [shorthand(finding) for finding in found(tmp_path, case, seen)] == []
