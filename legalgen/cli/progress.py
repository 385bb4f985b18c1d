"""A bar on a terminal: how far, how fast, how long still. Nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from legalgen.cli.localised import count, say

LATELY = 20  # shares: those before them, and starting up, say little of what is still to come


@contextmanager
def progress(
    documents: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr, and give what moves it on by a number of documents."""
    if not sys.stderr.isatty() or not documents:
        yield lambda _: None
        return
    with click.progressbar(
        length=documents,
        width=0,  # what the terminal has left: a line that is broken is not painted over
        show_eta=False,  # click reckons with the time before the first document too
        show_pos=True,
        item_show_func=lambda pace: pace,
        bar_template="[%(bar)s]  %(info)s",
        file=sys.stderr,
    ) as bar:
        pace = _pace(documents, clock)
        yield lambda made: bar.update(made, pace(made))


def _pace(documents: int, clock: Callable[[], float]) -> Callable[[int], str]:
    """Give what says at each share how fast documents are made, and how long there is still."""
    marks = deque([(clock(), 0)], LATELY)

    def pace(made: int) -> str:
        since, before = marks[0]
        now, done = clock(), marks[-1][1] + made
        marks.append((now, done))
        each_second = (done - before) / max(now - since, 1e-6)
        minutes, seconds = divmod(round((documents - done) / each_second), 60)
        time_left = f"{minutes}:{seconds:02}"
        return say("{count}/s, {time} left", count=count(round(each_second)), time=time_left)

    return pace
