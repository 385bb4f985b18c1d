"""Planned documents in, files out: what one worker does with its share, and the shares themselves.

A chunk is plain data, so the executor may be the built-in `map`, a process pool's or a cluster's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from legalgen.counters import Consideration, Dictum
from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.output.folder import LocalFolder
from legalgen.plan import Document
from legalgen.render import Template

CHUNK = 256  # documents; enough to hide the cost of sending them, few enough to show progress


class State(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents of one template for one worker, and the folder they go to."""

    documents: tuple[Document, ...]
    folder: LocalFolder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the document at `file`; the hash is empty where it failed."""

    file: PurePosixPath
    state: State
    sha256: str = ""
    findings: tuple[Finding, ...] = ()


Executor: TypeAlias = Callable[
    [Callable[[Chunk], list[Outcome]], Iterable[Chunk]], Iterable[list[Outcome]]
]


def chunks(documents: Sequence[Document], folder: LocalFolder) -> Iterator[Chunk]:
    """Share the documents out, each share of one template."""
    for _, of_template in groupby(documents, key=attrgetter("template")):
        alike = tuple(of_template)
        for start in range(0, len(alike), CHUNK):
            yield Chunk(alike[start : start + CHUNK], folder)


def make_chunk(chunk: Chunk) -> list[Outcome]:
    """Make each document of a chunk; one that fails does not hide the others."""
    return [_make(document, chunk.folder) for document in chunk.documents]


def _make(document: Document, folder: LocalFolder) -> Outcome:
    try:
        content = render_document(document)
        state = _put(document, content, folder)
    except LegalgenError as problem:
        return Outcome(document.file, State.FAILED, findings=problem.findings)
    except OSError as problem:
        finding = _not_written(document, folder, problem)
        return Outcome(document.file, State.FAILED, findings=(finding,))
    return Outcome(document.file, state, hashlib.sha256(content).hexdigest())


def render_document(document: Document) -> bytes:
    """Render a planned document, with counters of its own."""
    counters = {"diktum": Dictum(), "menimbang": Consideration()}
    return _template(document.template).render({**document.context, **counters})


@lru_cache(maxsize=16)
def _template(path: Path) -> Template:
    """Compile a template once in each process."""
    return Template(path)


def _put(document: Document, content: bytes, folder: LocalFolder) -> State:
    """Write a document unless it is there already, byte for byte."""
    before = folder.read(document.file)
    if before == content:
        return State.SAME
    folder.write(document.file, content)
    return State.NEW if before is None else State.CHANGED


def _not_written(document: Document, folder: LocalFolder, problem: OSError) -> Finding:
    return error(
        "O001",
        CellPlace(Path(str(folder)) / document.file),
        message("the file cannot be written: {reason}", reason=problem.strerror or str(problem)),
        hint=message("close it in Word, make room on the disk, then run again"),
    )
