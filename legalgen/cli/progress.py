"""A bar on a terminal: how far, how fast, how long still. Nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import count, say

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


@contextmanager
def progress(documents: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr, and give what moves it on by a number of documents."""
    if not sys.stderr.isatty() or not documents:
        yield lambda _: None
        return
    bar: ProgressBar[str | None]
    with click.progressbar(
        length=documents,
        label=say("Making documents"),
        show_pos=True,
        item_show_func=_shown,
        file=sys.stderr,
    ) as bar:
        yield lambda made: bar.update(made, _rate(bar.time_per_iteration))


def _shown(rate: str | None) -> str | None:
    return rate


def _rate(seconds_each: float) -> str:
    """Say how many documents a second; nothing before that can be told."""
    return say("{count}/s", count=count(round(1 / seconds_each))) if seconds_each else ""
