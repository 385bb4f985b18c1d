"""A run into a folder: settle what a killed one left, make the documents, record them, tidy up."""

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
    Shares,
    State,
    TemplateCopy,
    chunks,
    make_chunk,
)
from legalgen.batch.origin import Origin
from legalgen.findings import Finding, LegalgenError, message, place_at, warning
from legalgen.output.folder import Folder
from legalgen.output.journal import announce, end, settle
from legalgen.output.ledger import Ledger, write_ledger
from legalgen.output.lock import LockedError, LockLostError
from legalgen.output.manifest import MANIFEST, Entry
from legalgen.output.trouble import in_use, no_folder, not_written, taken_away, unreadable
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
        templates = _templates(batch.documents)
        planned = _entries(batch, templates)
        before = _begun(planned, folder)
        work = chunks(batch.documents, before.hashes(), templates, folder)
        try:
            outcomes = _outcomes(execute(make, work), planned, advance)
        except BaseException:  # stopped: what was made is recorded now, or by the next run
            with suppress(OSError, LegalgenError):
                settle(folder)
            raise
        return _ended(batch, folder, _with(planned, outcomes, before), outcomes)


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
        try:
            yield
            held.close()
        except LockLostError:
            raise LegalgenError(taken_away(folder)) from None


def _begun(planned: Iterable[Entry], folder: Folder) -> Ledger:
    """Settle what a killed run left, and announce this one; give what the folder holds before."""
    try:
        before = settle(folder)
        announce(folder, planned)
    except OSError as problem:
        raise LegalgenError(not_written(folder, MANIFEST, problem)) from problem
    return before


def _outcomes(
    shares: Shares, planned: Iterable[Entry], advance: Callable[[int], None]
) -> dict[str, Outcome]:
    """Gather what becomes of the documents, in the order they are planned in."""
    outcomes: dict[str, Outcome] = {}
    with closing(shares):
        for share in shares:
            outcomes.update((outcome.file, outcome) for outcome in share)
            advance(len(share))
    return {entry.file: outcomes[entry.file] for entry in planned}


def _ended(batch: Batch, folder: Folder, ledger: Ledger, outcomes: Mapping[str, Outcome]) -> Run:
    """Part off what is no longer made, remove it if that was asked for, and record the rest."""
    ledger = _retired(ledger, batch, folder)
    removed, kept = _prune(_prunable(batch, ledger), folder)
    gone = set(removed)
    ledger = replace(ledger, stale=[entry for entry in ledger.stale if entry not in gone])
    unrecorded = _record(folder, ledger)
    found = (finding for outcome in outcomes.values() for finding in outcome.findings)
    findings = dict.fromkeys([*found, *kept, *unrecorded])  # a full disk is said once
    return Run(outcomes, ledger, removed, list(findings))


def _templates(documents: Iterable[Document]) -> dict[Path, TemplateCopy]:
    """Read each template once: all documents come from the same bytes, and their hash is true."""
    templates: dict[Path, TemplateCopy] = {}
    for path in dict.fromkeys(document.template for document in documents):
        try:
            templates[path] = TemplateCopy(path, path.read_bytes())
        except OSError as problem:
            raise LegalgenError(unreadable(path, problem)) from problem
    return templates


def _entries(batch: Batch, templates: Mapping[Path, TemplateCopy]) -> list[Entry]:
    """Set down what is known of each document before it is made: all but its hash."""
    hashes = {path: template.sha256 for path, template in templates.items()}
    return [batch.origin.entry(item, hashes[item.template]) for item in batch.documents]


def _with(planned: Iterable[Entry], outcomes: Mapping[str, Outcome], before: Ledger) -> Ledger:
    """Take what was made into the ledger; what failed keeps the entry it had."""
    hashed = (entry._replace(sha256=outcomes[entry.file].sha256) for entry in planned)
    return before.having(entry for entry in hashed if entry.sha256)


def _retired(ledger: Ledger, batch: Batch, folder: Folder) -> Ledger:
    """Part what is no longer made from what is; planned again, it is back among the current.

    What has no hash was never made, and a file that is gone needs no mention.
    """
    planned = {str(document.file) for document in (*batch.documents, *batch.held_back)}
    back = [entry for entry in ledger.stale if entry.file in planned]
    ledger = ledger.having(back)
    current: list[Entry] = []
    stale = list(ledger.stale)
    for entry in ledger.current:
        made_no_more = entry.file not in planned and entry.product in batch.scope
        (stale if made_no_more else current).append(entry)
    return Ledger(current, [entry for entry in stale if entry.sha256 and _is_there(folder, entry)])


def _is_there(folder: Folder, entry: Entry) -> bool:
    try:
        return folder.read(PurePosixPath(entry.file)) is not None
    except OSError:  # there, but nobody may look at it
        return True


def _prunable(batch: Batch, ledger: Ledger) -> Iterator[Entry]:
    """Give the stale files that were asked to be removed, of products whose plan is complete."""
    return (entry for entry in ledger.stale if batch.prune and entry.product in batch.scope)


def _prune(stale: Iterable[Entry], folder: Folder) -> tuple[list[Entry], list[Finding]]:
    """Remove stale files, but for those that were changed since they were made."""
    removed: list[Entry] = []
    findings: list[Finding] = []
    for entry in stale:
        file = PurePosixPath(entry.file)
        try:
            content = folder.read(file)
            if hashlib.sha256(content or b"").hexdigest() == entry.sha256:
                folder.remove(file)
                removed.append(entry)
            else:
                findings.append(_changed_by_hand(folder, file))
        except OSError as problem:
            findings.append(not_written(folder, file, problem))
    return removed, findings


def _changed_by_hand(folder: Folder, file: PurePosixPath) -> Finding:
    return warning(
        "O007",
        place_at(f"{folder}/{file}"),
        message("the document is no longer made, but its file was changed by hand and is kept"),
        hint=message("remove it yourself if it is not needed"),
    )


def _record(folder: Folder, ledger: Ledger) -> list[Finding]:
    """Write the manifest; where it cannot be written, the journal stays and says the same."""
    try:
        write_ledger(folder, ledger)
        end(folder)
    except OSError as problem:
        return [not_written(folder, MANIFEST, problem)]
    return []
