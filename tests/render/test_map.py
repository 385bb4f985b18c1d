"""The map of the renderer, in its docstring, names what is there."""

import re
from contextlib import suppress
from pkgutil import resolve_name

import pytest

import legalgen.render

NAMED = sorted(set(re.findall(r"`((?:\w+\.)+\w+)`", legalgen.render.__doc__)))


@pytest.mark.parametrize("name", NAMED)
def test_what_the_map_names_is_there(name):
    found = []
    for package in ("legalgen.render.", "legalgen.", ""):
        with suppress(AttributeError, ModuleNotFoundError):
            found.append(resolve_name(package + name))
    assert found


def test_the_map_is_of_all_twelve_ideas():
    numbers = re.findall(r"^(\d+)\. ", legalgen.render.__doc__, re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 13))
