"""Who does the work where one machine is not enough: the workers of a Dask cluster.

They run the same plan in the same chunks. They need this package and the folder or URL the
documents go to, but no template: each worker is sent a template once, and compiles it once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from legalgen.batch.chunk import Chunk, Execute, MakeChunk, Outcome, TemplateCopy
from legalgen.batch.origin import versions
from legalgen.batch.workers import PATIENCE, Workers
from legalgen.findings import LegalgenError, Message, error, message, place_at
from legalgen.output.folder import Folder
from legalgen.output.trouble import no_folder

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10
PROBE = PurePosixPath(".legalgen.probe")


@contextmanager
def cluster_executor(
    address: str, folder: Folder, patience: int = CONNECT_SECONDS
) -> Iterator[Execute]:
    """Work on the cluster whose scheduler is at `address`, such as tcp://scheduler:8786.

    Errors: LegalgenError where it cannot be reached, has no workers, or one of them has other
    versions than are here or cannot see the folder.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra, and slow
        from distributed.comm.addressing import parse_address, parse_host_port  # noqa: PLC0415
    except ImportError as problem:
        raise _refused(
            address,
            message("working on a cluster needs an extra package"),
            message("pip install 'legalgen[cluster]'"),
        ) from problem
    # What it logs as tracebacks is said here as findings.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # A client that finds its address wrong itself waits long before it goes, with a traceback.
        parse_host_port(parse_address(address)[1])
        client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as problem:
        raise _refused(
            address,
            message("the cluster cannot be reached: {reason}", reason=str(problem)),
            message("start it with `dask scheduler`, and give its address"),
        ) from problem
    with client:
        threads = sum(client.nthreads().values())
        _check_versions(client, address)
        _check_folder(client, address, folder)
        try:
            see = partial(_see_workers, client, address)
            yield Workers(partial(_pool, client), threads, (KilledWorker,), see).spread
        except CancelledError as problem:
            raise _lost(address) from problem


def _check_versions(client: Client, address: str) -> None:
    """Hold the workers to the versions that are here, for they decide a document's bytes."""
    try:
        theirs: Mapping[str, str] = client.run(versions)
    except ImportError as problem:
        raise _refused(
            address,
            message("a worker lacks a package: {reason}", reason=str(problem)),
            message("install the same legalgen on every worker"),
        ) from problem
    if not theirs:
        raise _refused(
            address,
            message("the cluster has no workers"),
            message("start some: dask worker {address} --nthreads 1", address=address),
        )
    for worker, found in theirs.items():
        if found != versions():
            raise _refused(
                address,
                message(
                    "{worker} has {theirs}; here is {ours}",
                    worker=worker,
                    theirs=found,
                    ours=versions(),
                ),
                message("install the same legalgen on every worker"),
            )


def _check_folder(client: Client, address: str, folder: Folder) -> None:
    """See that what is written here can be read by every worker."""
    try:
        folder.write(PROBE, b"")
        seen: Mapping[str, bytes | None] = client.run(folder.read, PROBE)
        folder.remove(PROBE)
    except OSError as problem:
        raise LegalgenError(no_folder(folder, problem)) from problem
    for worker, content in seen.items():
        if content is None:
            raise _refused(
                address,
                message("{worker} does not see {folder}", worker=worker, folder=str(folder)),
                message("give a folder that all machines share, or a URL, with --out"),
            )


def _see_workers(client: Client, address: str) -> None:
    """Raise where nobody works any more: the scheduler would wait for workers for ever."""
    if not _has_workers(client):
        raise _lost(address)


def _has_workers(client: Client) -> bool:
    return client.status == "running" and bool(client.nthreads())


def _lost(address: str) -> LegalgenError:
    hint = message("run again: it goes on from here")
    return _refused(address, message("the cluster was lost"), hint)


def _refused(address: str, what: Message, hint: Message) -> LegalgenError:
    return LegalgenError(error("O016", place_at(address), what, hint=hint))


@contextmanager
def _pool(client: Client, workers: int) -> Iterator[Executor]:  # noqa: ARG001 - all there are
    pool = _TemplateOnce(client, client.get_executor(pure=False))
    try:
        yield pool
    finally:
        # What a worker has begun it ends, also when this run is stopped; the folder is not left
        # before, unless nobody works any more.
        if _has_workers(client):
            wait(list(pool.under_way), PATIENCE)
        pool.pool.shutdown(wait=False)


@dataclass(slots=True)
class _TemplateOnce(Executor):
    """Submits chunks without their template, which each worker asks for once.

    The template is a task's result, not data put there: where the worker that holds it dies, the
    scheduler makes it again.
    """

    client: Client
    pool: Executor
    sent: dict[TemplateCopy, Any] = field(default_factory=dict)
    under_way: WeakSet[Future[list[Outcome]]] = field(default_factory=WeakSet)

    def submit(self, make: MakeChunk, chunk: Chunk) -> Future[list[Outcome]]:  # type: ignore[override]
        template = chunk.template
        if template not in self.sent:
            self.sent[template] = self.client.submit(_itself, template, key=template.sha256)
        bare = replace(chunk, template=TemplateCopy(template.path, b""))
        future = self.pool.submit(_make_with, make, bare, self.sent[template])
        self.under_way.add(future)
        return future


def _itself(template: TemplateCopy) -> TemplateCopy:
    return template


def _make_with(make: MakeChunk, chunk: Chunk, template: TemplateCopy) -> list[Outcome]:
    """Give a chunk its template back, on the worker."""
    return make(replace(chunk, template=template))
