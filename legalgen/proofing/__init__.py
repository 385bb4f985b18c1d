"""Templates proofread: all that is wrong in them, found before any document is made."""

from legalgen.proofing.choosing import proofread_folder, proofread_products, proofread_templates
from legalgen.proofing.proofs import proofread

__all__ = ["proofread", "proofread_folder", "proofread_products", "proofread_templates"]
