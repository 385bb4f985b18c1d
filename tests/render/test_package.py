"""The package a document comes in: no larger than Word users are used to."""

from functools import cache
from pathlib import Path

import pytest

from legalgen.counters import Consideration, Dictum
from legalgen.example import example_of
from legalgen.products import Product, read_products
from legalgen.render import Template
from legalgen.workspace import sample_events
from tests.render.comparing import docxtpl_document

TEMPLATES = Path(__file__).parents[2] / "templates"
LETTERS = ("surat-tugas", "izin-pemberi-kerja")


@cache
def products() -> dict[str, Product]:
    return {product.name: product for product in read_products(TEMPLATES)[0]}


@pytest.mark.parametrize("name", sorted(products()))
def test_documents_are_hardly_larger_than_docxtpls(name):
    product = products()[name]
    document = example_of(product, sample_events()).documents[0]

    def values():
        return {**document.context, "diktum": Dictum(), "menimbang": Consideration()}

    ours = Template(product.template).render(values())
    theirs = docxtpl_document(product.template, values())
    assert len(ours) <= len(theirs) * (1.05 if name in LETTERS else 1.1)
