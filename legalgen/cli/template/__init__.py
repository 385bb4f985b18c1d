"""`legalgen template`: what an office does with its templates besides making documents."""

from __future__ import annotations

from legalgen.cli.lazy import LazyGroup
from legalgen.language import translatable

command = LazyGroup(
    "template",
    package=__name__,
    names=("check", "fix", "fields", "form"),
    help=translatable("Work on the office's own templates."),
)
