"""What is shipped has been proofread; what somebody has edited is proofread again."""

import shutil
from pathlib import Path

import pytest
from docx import Document

from legalgen.law import LAW, Law, load_profile, profile_names
from legalgen.law.legal_bases import read_legal_bases
from legalgen.pipeline import check
from legalgen.products import read_products
from legalgen.proofing import proofread
from legalgen.proofing.specimen import specimen
from legalgen.shipped import is_as_shipped

ROOT = Path(__file__).parents[1]
PRODUCTS, _ = read_products(ROOT / "templates")
TRAINING = ROOT / "inputs" / "tot-kpps.xlsx"


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_every_product_is_listed_as_shipped(product):
    assert is_as_shipped(product), "run `make templates`"


@pytest.mark.parametrize("profile", profile_names())
@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_what_is_shipped_is_clean_for_every_election(product, profile):
    law = Law(load_profile(profile), read_legal_bases(LAW))
    assert proofread(product.template, specimen(product, law), product.paper) == []


def test_an_edited_template_is_proofread_in_every_check(tmp_path):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    assert check(TRAINING, templates).findings == []
    edited = Document(str(templates / "sk-peserta.docx"))
    edited.add_paragraph("{{ kegiatan.ketua }")
    edited.save(str(templates / "sk-peserta.docx"))
    [finding] = check(TRAINING, templates).findings
    assert finding.code == "T008"


def test_an_edited_toml_is_an_edit_too(tmp_path):
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    toml = templates / "sk-peserta.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")
    products, _ = read_products(templates)
    assert [item.name for item in products if not is_as_shipped(item)] == ["sk-peserta"]
