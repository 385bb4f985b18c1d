"""File names made of data: safe everywhere, and no two documents on one path."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.filenames import distinct_paths, safe_name

RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Desa Bokol", "Desa Bokol"),
        ("CV A & B", "CV A & B"),
        ("Ma'ruf", "Ma'ruf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("a\\b:c*d?e", "a-b-c-d-e"),
        ("AUX", "_AUX"),
        ("nul.txt", "_nul.txt"),
        ("Con Brio", "Con Brio"),
        ("con .txt", "_con .txt"),
        ("CONOUT$", "_CONOUT$"),
        ("~$Bokol", "_~$Bokol"),
        ("trailing. . ", "trailing"),
        ("", "_"),
        ("...", "_"),
        ("a\nb\tc", "a-b-c"),
        ("zero\u200bwidth\u202eevil", "zerowidthevil"),
        ("soft\xadhyphen, half a \ud800pair", "softhyphen, half a pair"),
        ("ST_3303991505900001_Ngatino", "ST_3303…0001_Ngatino"),
        ("BA_001-33.03.14.2001-2024-01-25", "BA_001-33.03.14.2001-2024-01-25"),
        ("keluarga \U0001f468\u200d\U0001f469", "keluarga \U0001f468\U0001f469"),
    ],
)
def test_names_change_only_where_a_system_would_refuse_them(text, name):
    assert safe_name(text) == name


@given(st.text())
def test_any_text_makes_one_safe_component(text):
    name = safe_name(text)
    assert name
    assert name not in (".", "..")
    assert len(f"{name}.docx".encode()) <= 255
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not name.endswith((".", " "))
    assert name.isprintable()
    assert name.split(".")[0].casefold() not in RESERVED
    name.encode("utf-8")


@given(st.lists(st.text(alphabet="aAbBé_2/", min_size=1)))
def test_no_two_documents_share_a_path_on_any_disk(texts):
    paths = [PurePosixPath(f"{safe_name(text)}.docx") for text in texts]
    distinct = list(distinct_paths(paths))
    folded = {unicodedata.normalize("NFKC", str(path)).casefold() for path in distinct}
    assert len(folded) == len(distinct) == len(paths)


def test_a_long_name_keeps_whole_characters():
    name = safe_name("é" * 400)
    assert len(name.encode()) <= 150
    assert set(name) == {"é"}


def test_a_thousand_twins_are_told_apart_at_once():
    paths = list(distinct_paths([PurePosixPath("surat/ST.docx")] * 20_000))
    assert len(set(paths)) == 20_000
    assert str(paths[-1]) == "surat/ST_20000.docx"


def test_a_twins_number_may_be_taken_already():
    names = ["ST_2.docx", "ST.docx", "ST.docx", "ST.docx"]
    distinct = [str(path) for path in distinct_paths(map(PurePosixPath, names))]
    assert distinct == ["ST_2.docx", "ST.docx", "ST_3.docx", "ST_4.docx"]
