"""Templates proofread: all that is wrong in them, found before any document is made."""

from legalgen.proofing.proofs import proofread_templates

__all__ = ["proofread_templates"]
