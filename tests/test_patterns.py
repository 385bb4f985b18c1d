"""Patterns of a product's TOML reach the document's fields and nothing else."""

from datetime import date

import pytest

from legalgen.patterns import UnknownFieldError, fill, pick


def test_fields_of_a_sheet_are_reached_by_a_dot():
    fields = {"kegiatan": {"tempat": "Purbalingga"}, "desa": "Bokol", "no": 7}
    assert fill("{no:03d}_{desa}_{kegiatan.tempat}", fields) == "007_Bokol_Purbalingga"


@pytest.mark.parametrize(
    "pattern", ["{desaa}", "{kegiatan.tempatt}", "{desa.__class__}", "{kegiatan.__init__}", "{0}"]
)
def test_nothing_else_can_be_reached(pattern):
    with pytest.raises(UnknownFieldError):
        fill(pattern, {"desa": "Bokol", "kegiatan": {"tempat": "Purbalingga"}})


def test_the_field_that_is_not_there_is_named():
    with pytest.raises(UnknownFieldError) as caught:
        pick("kegiatan.tempatt", {"kegiatan": {}})
    assert caught.value.name == "kegiatan.tempatt"


def test_dates_take_a_format():
    assert fill("{hari:%d-%m-%Y}", {"hari": date(2024, 1, 25)}) == "25-01-2024"
