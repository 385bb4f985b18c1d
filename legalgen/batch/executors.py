"""Who does the work: this process, or the cores of this machine.

An executor has the shape of the built-in `map`, but a share comes as soon as it is made.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from legalgen.batch.chunk import CHUNK_DOCUMENTS, CHUNK_ROWS, Chunk, Execute, MakeChunk, Shares
from legalgen.batch.workers import Workers
from legalgen.planning.document import Document


def cores() -> int:
    """Count the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_for(documents: Sequence[Document], asked: int | None) -> int:
    """Choose how many processes to work in: as asked, else one a core where that is worth it."""
    if asked is not None:
        return asked
    rows = sum(len(document.rows) for document in documents)
    worth = max(len(documents) // CHUNK_DOCUMENTS, rows // CHUNK_ROWS)
    return max(1, min(cores(), worth))


def local_executor(jobs: int) -> Execute:
    """Work in so many processes of this machine; one is this process itself."""
    return serially if jobs == 1 else Workers(processes, jobs, (BrokenExecutor,)).spread


def serially(make: MakeChunk, chunks: Iterable[Chunk]) -> Shares:
    """Make the chunks here, one after another."""
    yield from map(make, chunks)


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Start processes that leave Ctrl-C to this one, and end with it."""
    # Spawned, not forked: the same on every system, and nothing of this process leaks into them.
    with _stops_put_off():  # with the pool comes a process of multiprocessing's own
        pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_obey_parent)
    try:
        with _stops_put_off():
            for _ in range(count):  # all of them now, and none later
                pool.submit(cores)
        yield pool
    finally:
        if sys.version_info < (3, 11, 5):
            # Debian 12: it would wait for ever for a worker that died before it took its chunk
            # (python/cpython#94777).
            pool._call_queue._reader.close()  # type: ignore[attr-defined]  # noqa: SLF001
        pool.shutdown(cancel_futures=True)


@contextmanager
def _stops_put_off() -> Iterator[None]:
    """Put off Ctrl-C and its like; processes started meanwhile are deaf to it from the beginning.

    Windows has no such thing: there they are until they have come to `_obey_parent`.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _obey_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End at once when the parent does: one left alone would write into the next run's folder."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
