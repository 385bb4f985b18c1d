"""What is proved of a template's structure, and what is rightly not."""

import pytest
from docx import Document
from docx.shared import Cm

from legalgen import Template
from legalgen.render.structure import Structure
from tests.render import building
from tests.render.test_same_as_docxtpl import FEATURES

PROVED = {
    "values",
    "tag over several runs",
    "if in a paragraph",
    "if over paragraphs",
    "paragraph if",
    "paragraph loop",
    "run tags",
    "row loop",
    "row loop without a header",
    "row if",
    "cell background",
    "vertical merge",
    "nested loops",
    "macro",
    "set",
    "set block",
    "with",
    "recursive loop",
    "listing",
    "several lines",
}
NOT_PROVED = {
    "cell loop wider than the grid",
    "cell loop narrower than the grid",
    "colspan",
    "horizontal merge",
    "filter block",
    "call block",
    "autoescape off",
    "rich paragraph",
}


def structure(path) -> Structure:
    return Template(path)._parts[0].structure


@pytest.mark.parametrize("feature", sorted(PROVED | NOT_PROVED))
def test_features(feature, tmp_path):
    assert structure(FEATURES[feature](tmp_path / "t.docx")).proved is (feature in PROVED)


def test_a_table_of_loops_may_vanish_and_one_with_a_header_may_not(tmp_path):
    without = FEATURES["row loop without a header"](tmp_path / "a.docx")
    assert structure(without).tables_may_vanish
    assert not structure(FEATURES["row loop"](tmp_path / "b.docx")).tables_may_vanish


@pytest.mark.parametrize(
    ("cell", "may_empty"),
    [
        ("{%p if a %}\nx\n{%p endif %}", True),
        ("{%p if a %}\nx\n{%p endif %}\ny", False),
        ("{{ a }}", False),
    ],
)
def test_a_cell_may_lose_its_paragraphs(tmp_path, cell, may_empty):
    template = building.table(tmp_path / "t.docx", ("b", cell))
    assert structure(template).cells_may_empty is may_empty


def test_pictures_in_loops(tmp_path):
    document = Document()
    document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("{{ a }}")
    document.save(str(tmp_path / "a.docx"))
    assert not structure(tmp_path / "a.docx").pictures_in_blocks
    document.add_paragraph("{%p if a %}")
    document.add_picture(building.picture(), width=Cm(1))
    document.add_paragraph("{%p endif %}")
    document.save(str(tmp_path / "b.docx"))
    assert structure(tmp_path / "b.docx").pictures_in_blocks


def test_a_block_from_a_paragraph_into_a_table_is_not_proved(tmp_path):
    template = building.table(tmp_path / "t.docx", ("{% endif %}y",), before="{% if a %}x")
    assert not structure(template).proved


def test_a_value_between_paragraphs_is_not_proved(tmp_path):
    assert not structure(building.paragraphs(tmp_path / "t.docx", "a", "{{p b }}")).proved
