"""`legalgen explain`: any code, in any case, in the user's language."""

import pytest

from legalgen.explanations import explanations
from tests.cli.test_commands import run


def test_a_code_is_explained_in_the_language_of_the_run():
    indonesian, english = run("explain", "p002"), run("--lang", "en", "explain", "P002")
    assert indonesian.exit_code == english.exit_code == 0
    assert indonesian.stdout.startswith("P002: NIK dipakai dua kali\n")
    assert english.stdout.startswith("P002: A NIK is used twice\n")


def test_all_of_it_is_printed():
    words = run("--lang", "en", "explain", "P002").stdout.split()
    explained = explanations("en")["P002"]
    for text in (explained.meaning, explained.why, explained.mend, explained.example):
        assert " ".join(text.split()) in " ".join(words)


@pytest.mark.parametrize("code", explanations("id"))
def test_every_code_can_be_explained(code):
    result = run("explain", code)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 88


def test_without_a_code_they_are_listed():
    listed = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(explanations("id"))


def test_an_unknown_code_is_a_mistake_of_use():
    result = run("--lang", "en", "explain", "X999")
    assert result.exit_code == 2
    assert "`legalgen explain` lists them all" in result.stderr
