"""What a run is about to write, set down before it is: so a killed run leaves no riddle.

While a run is at work, the manifest is still that of the run before it. Beside it, in a folder of
its own, are the entries the run plans, without hashes, and for each share of documents the hashes
they are to have, there before the first of them is written. So whatever is in the folder when a run
is killed, the next one knows what was made by it and what is somebody else's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath

from legalgen.output.folder import JOURNAL, Folder
from legalgen.output.ledger import Ledger, read_ledger, write_ledger
from legalgen.output.manifest import Entry, UnreadableManifestError, read_manifest, write_manifest

PLANNED = JOURNAL / "planned.csv"


def announce(folder: Folder, planned: Iterable[Entry]) -> None:
    """Set down what a run is to make."""
    folder.write(PLANNED, write_manifest(planned))


def promise(folder: Folder, hashes: Mapping[str, str]) -> None:
    """Set down the hashes of files that are about to be written."""
    if hashes:
        content = json.dumps(hashes).encode()
        folder.write(JOURNAL / f"{hashlib.sha256(content).hexdigest()[:16]}.json", content)


def settled(folder: Folder) -> Ledger:
    """Read the ledger, and take in what a run that did not end has made.

    What it did not come to keeps the entry it had, or gets one without hash.
    """
    ledger = read_ledger(folder)
    planned = _read_planned(folder)
    return ledger.having(_as_found(folder, planned, ledger)) if planned else ledger


def settle(folder: Folder) -> Ledger:
    """Record what a run that did not end has made, and end its journal.

    What is recorded already is written again: a manifest that is open in Excel, or a disk that is
    full, is better met before the documents are made than after.
    """
    ledger = settled(folder)
    if ledger.current or ledger.stale:
        write_ledger(folder, ledger)
    end(folder)
    return ledger


def _as_found(folder: Folder, planned: Iterable[Entry], ledger: Ledger) -> Iterator[Entry]:
    promised = _read_promises(folder)
    listed = {entry.file for entry in (*ledger.current, *ledger.stale)}
    there = [entry.file for entry in planned if entry.file in promised]
    made = dict(zip(there, folder.map(partial(_hash, folder), there), strict=True))
    for entry in planned:
        sha256 = promised.get(entry.file)
        if sha256 is not None and made[entry.file] == sha256:
            yield entry._replace(sha256=sha256)
        elif entry.file not in listed:
            yield entry


def _hash(folder: Folder, file: str) -> str | None:
    with suppress(OSError):
        content = folder.read(PurePosixPath(file))
        if content is not None:
            return hashlib.sha256(content).hexdigest()
    return None


def _read_planned(folder: Folder) -> list[Entry]:
    """Read what a run announced; nothing where the power failed before it was on the disk."""
    with suppress(UnreadableManifestError):
        return read_manifest(folder.read(PLANNED) or b"")
    return []


def _read_promises(folder: Folder) -> dict[str, str]:
    promised: dict[str, str] = {}
    shares = (file for file in folder.files(JOURNAL) if file != PLANNED)
    for content in folder.map(folder.read, shares):
        with suppress(ValueError):
            promised |= json.loads(content or b"")
    return promised


def end(folder: Folder) -> None:
    """Remove the journal of a run that is recorded, the plan last: without it there is none."""
    if folder.read(PLANNED) is None:
        return
    promises = [file for file in folder.files(JOURNAL) if file != PLANNED]
    for _ in folder.map(folder.remove, promises):
        pass
    folder.remove(PLANNED)
