import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.fields import Fields


def test_columns_are_attributes_and_items():
    row = Fields({"nama": "Siti Aminah", "tps": 3})
    assert (row.nama, row["tps"], list(row), len(row), "tps" in row) == (
        "Siti Aminah",
        3,
        ["nama", "tps"],
        2,
        True,
    )


@pytest.mark.parametrize("name", [*(n for n in dir(dict) if not n.startswith("_")), "nama"])
def test_no_method_hides_a_column(name):
    assert getattr(Fields({name: "nilai"}), name) == "nilai"
    with pytest.raises(AttributeError):
        getattr(Fields({}), name)


def test_fields_are_read_only():
    row = Fields({"nama": "Siti"})
    with pytest.raises(AttributeError):
        row.nama = "Budi"
    with pytest.raises(AttributeError):
        del row.nama
    with pytest.raises(TypeError):
        row["nama"] = "Budi"


def test_the_source_of_the_columns_can_change_without_changing_them():
    columns = {"nama": "Siti"}
    row = Fields(columns)
    columns["nama"] = "Budi"
    assert row.nama == "Siti"


@given(st.dictionaries(st.text(), st.none() | st.text() | st.integers() | st.dates()))
def test_fields_survive_pickling(columns):
    assert pickle.loads(pickle.dumps(Fields(columns))) == Fields(columns)


def test_values_do_not_show_in_a_traceback():
    assert repr(Fields({"nik": "3303991505900001"})) == "Fields(nik)"
