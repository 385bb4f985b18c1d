"""What a folder holds of ours, as its manifest says: read before a run, written around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.output.folder import Folder
from legalgen.output.manifest import (
    MANIFEST,
    STALE,
    Entry,
    UnreadableManifestError,
    read_manifest,
    write_manifest,
)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The documents a folder holds, and the files of those that are no longer made."""

    current: Sequence[Entry] = ()
    stale: Sequence[Entry] = ()

    def hashes(self) -> Mapping[str, str]:
        """Give each file's hash, empty where a run was stopped while it made it."""
        return {entry.file: entry.sha256 for entry in (*self.stale, *self.current)}


def read_ledger(folder: Folder) -> Ledger:
    """Read what earlier runs recorded; nothing where there were none."""
    return Ledger(_entries(folder, MANIFEST), _entries(folder, STALE))


def write_ledger(folder: Folder, ledger: Ledger) -> None:
    """Record what the folder holds; the list of stale files is there only if there are any."""
    if ledger.stale:
        folder.write(STALE, write_manifest(ledger.stale))
    folder.write(MANIFEST, write_manifest(ledger.current))
    if not ledger.stale:
        folder.remove(STALE)


def _entries(folder: Folder, file: PurePosixPath) -> list[Entry]:
    content = folder.read(file)
    if content is None:
        return []
    try:
        return list(read_manifest(content))
    except UnreadableManifestError as problem:
        raise LegalgenError(_unreadable(folder, file, problem)) from problem


def _unreadable(folder: Folder, file: PurePosixPath, problem: Exception) -> Finding:
    return error(
        "O005",
        CellPlace(Path(str(folder)) / file),
        message("it is not as it was written: {reason}", reason=str(problem)),
        hint=message("bring back the file as it was, or generate into another folder with --out"),
    )
