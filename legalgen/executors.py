"""Who does the work: this process, or the cores of this machine. Each has the shape of `map`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from legalgen.batch import CHUNK, Chunk, Executor, Outcome


@contextmanager
def local_executor(jobs: int | None, documents: int) -> Iterator[Executor]:
    """Work here, or in as many processes as there are cores where that is worth their start."""
    processes = min(jobs or os.cpu_count() or 1, -(-documents // CHUNK))
    if processes <= 1:
        yield map
        return
    # Spawned, not forked: the same on every system, and nothing of this process leaks into them.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:

        def in_processes(
            make: Callable[[Chunk], list[Outcome]], chunks: Iterable[Chunk]
        ) -> Iterable[list[Outcome]]:
            return pool.map(make, chunks)

        yield in_processes
