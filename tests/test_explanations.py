"""Every code that the program can find is explained in both languages, and no other is."""

import ast
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import legalgen
from legalgen.explanations import Explanation, explain, explanations
from legalgen.language import LANGUAGES
from legalgen.rules.waivers import WAIVABLE

SOURCE = Path(legalgen.__file__).parent
CODE = re.compile(r"[A-Z]\d{3}")


def codes_in_the_source() -> set[str]:
    """Gather every text in the code, and in its data, that is nothing but a finding's code."""
    in_data = {
        entry["code"]
        for path in SOURCE.rglob("wording.toml")
        for entry in tomllib.loads(path.read_text("utf-8"))["wording"]
    }
    return in_data | {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_and_nothing_else(language):
    explained, used = set(explanations(language)), codes_in_the_source()
    assert used - explained == set(), f"explain them in legalgen/explanations/{language}.toml"
    assert explained - used == set(), f"delete them from legalgen/explanations/{language}.toml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_is_whole(language):
    for code, explanation in explanations(language).items():
        for field in fields(Explanation):
            text = getattr(explanation, field.name)
            assert text, f"{code} has no {field.name}"
            assert text == " ".join(text.split())


def test_the_languages_are_not_copies_of_each_other():
    indonesian, english = explanations("id"), explanations("en")
    assert list(indonesian) == list(english)
    for code in indonesian:
        assert indonesian[code].meaning != english[code].meaning


@pytest.mark.parametrize(("language", "word"), [("id", ": alasan"), ("en", ": reason")])
def test_what_can_be_waived_says_how_and_what_cannot_does_not(language, word):
    for code, explanation in explanations(language).items():
        if code[0] in "PBRA":
            assert (f"{code}{word}" in explanation.mend) == (code in WAIVABLE), code


def test_a_code_is_found_however_it_is_typed():
    found = explain(" p007 ", "id")
    assert found is not None
    assert found.title == "Melebihi batas usia"
    assert explain("P999", "id") is None


def test_no_example_shows_the_nik_of_anyone():
    for language in LANGUAGES:
        for explanation in explanations(language).values():
            said = " ".join(getattr(explanation, field.name) for field in fields(Explanation))
            for nik in re.findall(r"\d{16}", said):
                assert nik.startswith("330399"), "an invented one, please"
