"""Templates proofread: all that is wrong in them, found before any document is made."""

from legalgen.proofing.choosing import proofread_products, proofread_templates, template_of
from legalgen.proofing.proofs import proofread

__all__ = ["proofread", "proofread_products", "proofread_templates", "template_of"]
