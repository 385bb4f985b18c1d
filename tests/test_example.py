"""An example is made of the first sample event that has rows for a product."""

from pathlib import Path

import pytest

from legalgen.example import example_of
from legalgen.findings import LegalgenError
from legalgen.products import read_product
from legalgen.workspace import sample_events
from tests.workbooks import event, workbook

TEMPLATES = Path(__file__).parents[1] / "templates"


def product(name):
    return read_product(TEMPLATES / f"{name}.toml")[0]


@pytest.mark.parametrize(
    ("name", "source"),
    [("sk-kpps", "pelantikan-kpps"), ("sk-peserta", "tot-kpps.xlsx")],
)
def test_the_first_event_that_the_product_is_for(name, source):
    example = example_of(product(name), sample_events())
    assert example.event.source.name == source
    assert {document.product for document in example.documents} == {name}


def test_a_product_of_the_offices_own_columns_gets_an_example_all_the_same(tmp_path):
    (tmp_path / "baru.docx").touch()
    (tmp_path / "baru.toml").write_text(
        'title = "Baru"\nfile_name = "{kolom_kami}"\nsubject = "{nama}"\n'
        'group_by = ["kolom_kami"]\nneeds = ["kolom_kami"]\nwhere = { kolom_kami = "*" }\n'
        'needs_penetapan = ["nomor"]\n[number]\npattern = "{kegiatan.tidak_ada}"\n',
        encoding="utf-8",
    )
    example = example_of(read_product(tmp_path / "baru.toml")[0], sample_events())
    assert len(example.document.rows) > 0
    assert len({person["nik"] for person in example.people}) == len(list(example.people))


def test_events_without_people_are_no_example(tmp_path):
    sheets = event("sidamulya")
    empty = {**sheets, "peserta": sheets["peserta"][:1]}
    with pytest.raises(LegalgenError) as caught:
        example_of(product("sk-kpps"), [workbook(tmp_path / "kosong.xlsx", empty)])
    assert [finding.code for finding in caught.value.findings] == ["D011"]
