"""A run into a folder: claim it, have the documents made, record them, name what is left over.

The manifest says at every moment what is ours: before the first document is made it names them all,
without hashes, so that a run that is killed leaves nothing behind that the next one does not know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from legalgen.batch.chunk import (
    Execute,
    MakeChunk,
    Outcome,
    State,
    TemplateCopy,
    chunks,
    make_chunk,
)
from legalgen.batch.origin import Origin
from legalgen.findings import CellPlace, Finding, LegalgenError, message, warning
from legalgen.output.folder import Folder
from legalgen.output.ledger import Ledger, read_ledger, write_ledger
from legalgen.output.lock import LockedError
from legalgen.output.manifest import MANIFEST, Entry
from legalgen.output.trouble import in_use, no_folder, not_written, unreadable
from legalgen.planning.document import Document


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which products a run plans every document there should be: those named, or all, but some.

    What an earlier run made of them and this one does not plan is stale.
    """

    names: frozenset[str] | None = None
    but: frozenset[str] = frozenset()

    def __contains__(self, product: str) -> bool:
        return (self.names is None or product in self.names) and product not in self.but


EVERYTHING = Scope()
NOTHING = Scope(frozenset())


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run is to make; `held_back` is planned too, but left as an earlier run made it."""

    documents: Sequence[Document]
    origin: Origin
    held_back: Sequence[Document] = ()
    scope: Scope = EVERYTHING
    prune: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What became of each document, what the folder holds now, and what was removed from it."""

    outcomes: Mapping[str, Outcome]
    ledger: Ledger
    removed: Sequence[Entry]
    findings: Sequence[Finding]

    @property
    def entries(self) -> list[Entry]:
        """Give the entries of the documents this run made or found as they should be."""
        made = {file for file, outcome in self.outcomes.items() if outcome.sha256}
        return [entry for entry in self.ledger.current if entry.file in made]

    def files(self, state: State) -> list[str]:
        """Name the documents that came to a state."""
        return [file for file, outcome in self.outcomes.items() if outcome.state is state]


def run_batch(
    batch: Batch,
    folder: Folder,
    execute: Execute,
    advance: Callable[[int], None],
    make: MakeChunk = make_chunk,
) -> Run:
    """Make the documents of a batch and record them; `advance` hears of each chunk's size.

    Errors: LegalgenError where the folder cannot be written to, or another run is writing into it.
    """
    with _alone(folder):
        before = read_ledger(folder)
        templates = _templates(batch.documents)
        claimed = _claimed(batch, before, folder, templates)
        _claim(folder, claimed)
        outcomes: dict[str, Outcome] = {}
        work = chunks(batch.documents, before.hashes(), templates, folder)
        try:
            with closing(execute(make, work)) as shares:
                for share in shares:
                    outcomes.update((outcome.file, outcome) for outcome in share)
                    advance(len(share))
        except BaseException:  # stopped: what was made is recorded, the rest stays claimed
            with suppress(OSError):
                write_ledger(folder, _after(claimed, before, outcomes))
            raise
        after = _after(claimed, before, outcomes)
        removed, kept = _prune(_prunable(batch, after), folder)
        gone = set(removed)
        after = replace(after, stale=[entry for entry in after.stale if entry not in gone])
        unrecorded = _record(folder, after)
    found = (finding for outcome in outcomes.values() for finding in outcome.findings)
    return Run(outcomes, after, removed, [*dict.fromkeys(found), *kept, *unrecorded])


@contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """Keep other runs out of the folder."""
    with ExitStack() as held:
        try:
            held.enter_context(folder.alone())
        except LockedError:
            raise LegalgenError(in_use(folder)) from None
        except OSError as problem:
            raise LegalgenError(no_folder(folder, problem)) from problem
        yield


def _templates(documents: Iterable[Document]) -> dict[Path, TemplateCopy]:
    """Read each template once: all documents come from the same bytes, and their hash is true."""
    paths = dict.fromkeys(document.template for document in documents)
    try:
        return {path: TemplateCopy(path, path.read_bytes()) for path in paths}
    except OSError as problem:
        raise LegalgenError(unreadable(problem)) from problem


def _claimed(
    batch: Batch, before: Ledger, folder: Folder, templates: Mapping[Path, TemplateCopy]
) -> Ledger:
    """Set down what the folder will hold: what is planned, without hashes, and what stays.

    In an order that does not tell which run made what.
    """
    hashes = {path: template.sha256 for path, template in templates.items()}
    planned = [batch.origin.entry(item, hashes[item.template]) for item in batch.documents]
    ours = {entry.file for entry in planned}
    wanted = ours.union(str(document.file) for document in batch.held_back)
    staying, stale = [], []
    for entry in before.current:
        if entry.file not in wanted and entry.product in batch.scope:
            stale.append(entry)
        elif entry.file not in ours:
            staying.append(entry)
    stale += (entry for entry in before.stale if entry.file not in wanted)
    there = (entry for entry in stale if folder.read(PurePosixPath(entry.file)) is not None)
    return Ledger(
        sorted([*staying, *planned], key=lambda entry: (entry.product, entry.file)),
        list({entry.file: entry for entry in there}.values()),
    )


def _claim(folder: Folder, ledger: Ledger) -> None:
    try:
        write_ledger(folder, ledger)
    except OSError as problem:
        raise LegalgenError(not_written(folder, MANIFEST, problem)) from problem


def _after(claimed: Ledger, before: Ledger, outcomes: Mapping[str, Outcome]) -> Ledger:
    """Set down what the folder holds: new hashes, and what an earlier run made of what failed."""
    earlier = {entry.file: entry for entry in (*before.stale, *before.current)}
    current: list[Entry] = []
    for entry in claimed.current:
        outcome = outcomes.get(entry.file)
        if outcome is None:  # not of this run, or not come to yet
            current.append(entry)
        elif outcome.sha256:
            current.append(entry._replace(sha256=outcome.sha256))
        elif entry.file in earlier:
            current.append(earlier[entry.file])
    return Ledger(current, claimed.stale)


def _prunable(batch: Batch, ledger: Ledger) -> Iterator[Entry]:
    """Give the stale files that were asked to be removed, of products whose plan is complete."""
    return (entry for entry in ledger.stale if batch.prune and entry.product in batch.scope)


def _prune(stale: Iterable[Entry], folder: Folder) -> tuple[list[Entry], list[Finding]]:
    """Remove stale files, but for those that were changed since they were made."""
    removed: list[Entry] = []
    findings: list[Finding] = []
    for entry in stale:
        file = PurePosixPath(entry.file)
        content = folder.read(file)
        if entry.sha256 and hashlib.sha256(content or b"").hexdigest() != entry.sha256:
            findings.append(_changed_by_hand(folder, file))
            continue
        try:
            folder.remove(file)
        except OSError as problem:
            findings.append(not_written(folder, file, problem))
        else:
            removed.append(entry)
    return removed, findings


def _changed_by_hand(folder: Folder, file: PurePosixPath) -> Finding:
    return warning(
        "O007",
        CellPlace(Path(str(folder)) / file),
        message("the document is no longer made, but its file was changed by hand and is kept"),
        hint=message("remove it yourself if it is not needed"),
    )


def _record(folder: Folder, ledger: Ledger) -> list[Finding]:
    try:
        write_ledger(folder, ledger)
    except OSError as problem:
        return [not_written(folder, MANIFEST, problem)]
    return []
