"""Documents from templates."""

from legalgen.render.template import Template

__all__ = ["Template"]
