"""Which products are just as they were shipped: those have been proofread already.

Their hashes are written by `scripts.build_templates`; a test proofreads them for every election.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from legalgen.products import Product

SHIPPED = Path(__file__).with_suffix(".txt")


def fingerprint(product: Product) -> str:
    """Hash a product's TOML and template together."""
    content = product.source.read_bytes() + product.template.read_bytes()
    return hashlib.sha256(content).hexdigest()


def is_as_shipped(product: Product) -> bool:
    """Tell whether nobody has edited the product, neither its TOML nor its template."""
    return fingerprint(product) in SHIPPED.read_text(encoding="ascii").split()
