"""Every text for users is in the Indonesian catalogue, translated, with the same fields."""

import ast
import re
from string import Formatter

import pytest

from scripts.update_catalogue import (
    KEYWORDS,
    PACKAGE,
    catalogue,
    compiled,
    extracted,
    path_of,
    updated,
    written,
)

FIELD = re.compile(r"%\(\w+\)[sd]")


def ids(catalog):
    return {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in catalog if entry.id}


def texts(value):
    return [value] if isinstance(value, str) else list(value)


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def said():
    """Find where a literal text for users stands in the code, in an f-string too."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(name), args=[ast.Constant(str(text)), *_]):
                    if name in KEYWORDS:
                        yield f"{path.name}:{node.lineno}", node, text


def test_the_catalogue_has_what_the_code_says_and_nothing_else():
    assert ids(catalogue("id")) == ids(extracted()), "run `make catalogue`"


@pytest.mark.parametrize(
    "entry", [item for item in catalogue("id") if item.id], ids=lambda entry: str(entry.id)
)
def test_every_text_is_translated_with_the_same_fields(entry):
    translations = texts(entry.string)
    assert all(translations), "translate it in the .po, then run `make catalogue`"
    assert not entry.fuzzy
    source = texts(entry.id)
    for translation in translations:
        assert fields(translation) in map(fields, source)
        assert set(FIELD.findall(translation)) in [set(FIELD.findall(text)) for text in source]


def test_no_text_for_users_escapes_the_catalogue():
    assert {text for _, _, text in said()} <= ids(extracted())


def test_every_text_is_given_the_values_it_has_places_for():
    """A place without its value would end the program when the text is said."""
    wrong = [
        where
        for where, call, text in said()
        if call.func.id != "translatable"  # its values are given where it is said
        and {value.arg for value in call.keywords} != fields(text)
    ]
    assert wrong == []


def test_a_rebuild_changes_nothing():
    assert path_of("id", "po").read_bytes() == written(updated("id")), "run `make catalogue`"


def test_the_compiled_catalogue_is_what_the_po_says():
    assert path_of("id", "mo").read_bytes() == compiled(catalogue("id"))
