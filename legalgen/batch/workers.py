"""Chunks spread over a pool of workers, any of which may die.

Knows the shape of `concurrent.futures`, which this machine's processes and a cluster share.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice

from legalgen.batch.chunk import Chunk, MakeChunk, Outcome, Shares, failed
from legalgen.findings import CellPlace, Finding, error, message

AHEAD = 2  # chunks under way for each worker: one made, one waiting; memory and a stop's delay
PATIENCE = 10.0  # seconds without a chunk, after which it is asked whether anybody works still


@dataclass(frozen=True, slots=True)
class Workers:
    """Where a pool comes from, how many work in it, and what says that a chunk's worker is gone.

    `see_to_it` is called where no chunk comes for long, and raises where none will.
    """

    start: Callable[[int], AbstractContextManager[Executor]]
    count: int
    lost: tuple[type[Exception], ...]
    see_to_it: Callable[[], None] = lambda: None

    def spread(self, make: MakeChunk, chunks: Iterable[Chunk]) -> Shares:
        """Make chunks as they come; those lost with a worker are then made each by itself."""
        waiting = iter(chunks)
        suspects: list[Chunk] = []
        while True:
            with self.start(self.count) as pool:
                left = yield from self._until_broken(pool, make, waiting)
            suspects += left
            if not left:
                break
        for chunk in suspects:
            yield from self._by_itself(make, chunk)

    def _until_broken(
        self, pool: Executor, make: MakeChunk, chunks: Iterator[Chunk]
    ) -> Generator[list[Outcome], None, list[Chunk]]:
        """Make chunks until there are none or the pool takes no more; return those it lost."""
        under_way: dict[Future[list[Outcome]], Chunk] = {}
        suspects: list[Chunk] = []
        while True:
            room = AHEAD * self.count - len(under_way) if not suspects else 0
            for chunk in islice(chunks, room):
                try:
                    under_way[pool.submit(make, chunk)] = chunk
                except self.lost:
                    suspects.append(chunk)
                    break
            if not under_way:
                return suspects
            done = wait(under_way, PATIENCE, FIRST_COMPLETED).done
            if not done:
                self.see_to_it()
            for future in done:
                chunk = under_way.pop(future)
                try:
                    yield future.result()
                except self.lost:
                    suspects.append(chunk)

    def _by_itself(self, make: MakeChunk, chunk: Chunk) -> Shares:
        """Make a chunk alone, and halve it until the document that ends its worker is found."""
        try:
            with self.start(1) as pool:
                yield pool.submit(make, chunk).result()
        except self.lost:
            if len(chunk.documents) == 1:
                yield failed(chunk.documents, (_worker_lost(chunk),))
            else:
                for half in chunk.halves():
                    yield from self._by_itself(make, half)


def _worker_lost(chunk: Chunk) -> Finding:
    return error(
        "O008",
        CellPlace(chunk.template.path),
        message("the system ended the program that made {file}", file=str(chunk.documents[0].file)),
        hint=message("it may need more memory than there is; try again with --jobs 1"),
    )
