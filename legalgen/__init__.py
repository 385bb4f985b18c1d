"""Decrees, minutes and letters of an election office, from its workbook and its own templates."""

__version__ = "0.1.0"

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legalgen.render import Template

__all__ = ["Template"]


def __getattr__(name: str) -> Any:
    """Import the renderer when it is asked for: the command line must start without it."""
    if name == "Template":
        from legalgen.render import Template  # noqa: PLC0415 - it takes docx and Jinja along

        return Template
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
