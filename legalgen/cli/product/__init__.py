"""`legalgen product`: what an office does with its products besides editing them."""

from __future__ import annotations

from legalgen.cli.lazy import LazyGroup
from legalgen.language import translatable

command = LazyGroup(
    "product",
    package=__name__,
    names=("new",),
    help=translatable("Begin a legal product of the office's own."),
)
