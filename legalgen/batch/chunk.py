"""What one worker does with its share: planned documents in, files out.

A chunk is plain data, so whoever executes may be the built-in `map`, a process pool or a cluster.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache, partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from legalgen.counters import Consideration, Dictum
from legalgen.findings import (
    CellPlace,
    Finding,
    LegalgenError,
    error,
    message,
    place_at,
    shown,
    warning,
)
from legalgen.output.folder import JOURNAL, Folder
from legalgen.output.journal import promise
from legalgen.output.trouble import not_written
from legalgen.planning.document import Document

# Enough to hide the cost of sending a chunk, few enough to show progress and to stop soon.
CHUNK_DOCUMENTS = 256
CHUNK_ROWS = 2048

Context: TypeAlias = Mapping[str, object]
Render: TypeAlias = Callable[[Context], bytes]


class State(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TemplateCopy:
    """A template as it was when the run began; it travels with its documents."""

    path: Path
    content: bytes

    @property
    def sha256(self) -> str:
        """Hash the template's bytes."""
        return hashlib.sha256(self.content).hexdigest()


Compile: TypeAlias = Callable[[TemplateCopy], Render]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents of one template for one worker, and the folder they go to.

    `known` has for each document the hash of what an earlier run left at its path; None where no
    run of ours wrote there.
    """

    documents: tuple[Document, ...]
    known: tuple[str | None, ...]
    template: TemplateCopy
    folder: Folder

    def halves(self) -> tuple[Chunk, Chunk]:
        """Part it in two; it has at least two documents."""
        middle = len(self.documents) // 2
        return (
            replace(self, documents=self.documents[:middle], known=self.known[:middle]),
            replace(self, documents=self.documents[middle:], known=self.known[middle:]),
        )


@dataclass(frozen=True, slots=True)
class Made:
    """A document in memory, on its way to `file`."""

    file: PurePosixPath
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the document at `file`; the hash is empty where it failed."""

    file: str
    state: State
    sha256: str = ""
    findings: tuple[Finding, ...] = ()


MakeChunk: TypeAlias = Callable[[Chunk], list[Outcome]]
# What comes back as it is made; a generator, so that a run that is stopped can close it.
Shares: TypeAlias = Generator[list[Outcome], None, None]
Execute: TypeAlias = Callable[[MakeChunk, Iterable[Chunk]], Shares]


def chunks(
    documents: Iterable[Document],
    known: Mapping[str, str],
    templates: Mapping[Path, TemplateCopy],
    folder: Folder,
) -> Iterator[Chunk]:
    """Share the documents out, each share of one template."""
    for path, alike in groupby(documents, key=attrgetter("template")):
        for share in _shares(alike):
            hashes = tuple(known.get(str(document.file)) for document in share)
            yield Chunk(share, hashes, templates[path], folder)


def _shares(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    share: list[Document] = []
    rows = 0
    for document in documents:
        share.append(document)
        rows += len(document.rows)
        if len(share) == CHUNK_DOCUMENTS or rows >= CHUNK_ROWS:
            yield tuple(share)
            share, rows = [], 0
    if share:
        yield tuple(share)


@lru_cache(maxsize=16)
def compiled(template: TemplateCopy) -> Render:
    """Compile a template once in each process."""
    from legalgen.render import Template  # noqa: PLC0415 - heavy, and only workers need it

    # Whoever wrote the template, and when, is not who decides or when.
    return Template(template.path, content=template.content, anonymous=True).render


def make_chunk(chunk: Chunk, compile_template: Compile = compiled) -> list[Outcome]:
    """Make each document of a chunk; one that fails does not hide the others."""
    try:
        render = compile_template(chunk.template)
    except LegalgenError as problem:
        return failed(chunk.documents, problem.findings)
    except Exception as problem:  # noqa: BLE001 - other templates are sound
        return failed(chunk.documents, (_unforeseen(chunk.template.path, problem),))
    made = [_make(document, render) for document in chunk.documents]
    try:
        promise(chunk.folder, _new_hashes(chunk, made))
    except OSError as problem:
        return failed(chunk.documents, (not_written(chunk.folder, JOURNAL, problem),))
    keep = partial(_keep, chunk.folder)
    return list(chunk.folder.map(keep, zip(made, chunk.known, strict=True)))


def failed(documents: Sequence[Document], findings: tuple[Finding, ...]) -> list[Outcome]:
    """Say of each document that it was not made."""
    return [Outcome(str(document.file), State.FAILED, findings=findings) for document in documents]


def _make(document: Document, render: Render) -> Made | Outcome:
    """Render a document in memory; what came of it where that fails."""
    try:
        content = render_document(document, render)
    except LegalgenError as problem:
        return Outcome(str(document.file), State.FAILED, findings=problem.findings)
    except Exception as problem:  # noqa: BLE001 - whatever it is, the others are made
        finding = _unforeseen(document.template, problem, document.file)
        return Outcome(str(document.file), State.FAILED, findings=(finding,))
    return Made(document.file, content, hashlib.sha256(content).hexdigest())


def render_document(document: Document, render: Render) -> bytes:
    """Render a planned document, with counters of its own."""
    counters = {"diktum": Dictum(), "menimbang": Consideration()}
    return render({**document.context, **counters})


def _new_hashes(chunk: Chunk, made: Iterable[Made | Outcome]) -> dict[str, str]:
    """Give the hashes that the manifest of the run before does not have."""
    return {
        str(item.file): item.sha256
        for item, known in zip(made, chunk.known, strict=True)
        if isinstance(item, Made) and item.sha256 != known
    }


def _keep(folder: Folder, item: tuple[Made | Outcome, str | None]) -> Outcome:
    made, known = item
    if isinstance(made, Outcome):
        return made
    file = str(made.file)
    try:
        state, findings = _written(made, known, folder)
    except OSError as problem:
        return Outcome(file, State.FAILED, findings=(not_written(folder, made.file, problem),))
    return Outcome(file, state, made.sha256, findings)


def _written(made: Made, known: str | None, folder: Folder) -> tuple[State, tuple[Finding, ...]]:
    """Write a document unless it is there already, byte for byte; keep what others wrote there."""
    before = folder.read(made.file)
    if before == made.content:
        return State.SAME, ()
    findings: tuple[Finding, ...] = ()
    if before is not None and hashlib.sha256(before).hexdigest() != known:
        findings = (_set_aside(folder, made.file, folder.set_aside(made.file)),)
    folder.write(made.file, made.content)
    return (State.NEW if before is None else State.CHANGED), findings


def _set_aside(folder: Folder, file: PurePosixPath, name: PurePosixPath) -> Finding:
    return warning(
        "O006",
        place_at(f"{folder}/{file}"),
        message("the file was changed by hand; it is made anew, and the changed one is kept"),
        hint=message("look whether what was changed belongs in the data or the template"),
        related=[place_at(f"{folder}/{name}")],
    )


def _unforeseen(template: Path, problem: Exception, *files: PurePosixPath) -> Finding:
    """Say that a program failed where none should: it stops a document, not the night's work."""
    return error(
        "O017",
        CellPlace(template),
        message(
            "the program failed: {kind}: {text}", kind=type(problem).__name__, text=shown(problem)
        ),
        hint=message("please report it, with the template and the versions in manifest.csv"),
        related=(CellPlace(Path(file)) for file in files),
    )
