"""What a folder holds of ours, as its manifest says: read before a run, written after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import PurePosixPath

from legalgen.findings import Finding, LegalgenError, Message, error, message, place_at
from legalgen.output.folder import Folder
from legalgen.output.manifest import (
    MANIFEST,
    STALE,
    Entry,
    UnreadableManifestError,
    read_manifest,
    write_manifest,
)
from legalgen.output.trouble import unreadable


@dataclass(frozen=True, slots=True)
class Ledger:
    """The documents a folder holds, and the files of those that are no longer made."""

    current: Sequence[Entry] = ()
    stale: Sequence[Entry] = ()

    def hashes(self) -> Mapping[str, str]:
        """Give the hash of each file that was made."""
        return {entry.file: entry.sha256 for entry in (*self.stale, *self.current) if entry.sha256}

    def having(self, entries: Iterable[Entry]) -> Ledger:
        """Take entries in as current, in the place of what was known of their files.

        In an order that does not tell which run made what.
        """
        taken = {entry.file: entry for entry in entries}
        current = [entry for entry in self.current if entry.file not in taken]
        return Ledger(
            sorted([*current, *taken.values()], key=attrgetter("product", "file")),
            [entry for entry in self.stale if entry.file not in taken],
        )


def read_ledger(folder: Folder) -> Ledger:
    """Read what earlier runs recorded; nothing where there were none."""
    current, stale = _entries(folder, MANIFEST), _entries(folder, STALE)
    # A run killed between the two names in both what went from one to the other.
    listed = {entry.file for entry in current}
    return Ledger(current, [entry for entry in stale if entry.file not in listed])


def write_ledger(folder: Folder, ledger: Ledger) -> None:
    """Record what the folder holds; the list of stale files is there only if there are any.

    A file is always in one list or in both: it comes into the one before it goes from the other.
    Errors: OSError.
    """
    current = {entry.file for entry in ledger.current}
    back = [entry for entry in _recorded(folder, STALE) if entry.file in current]
    if ledger.stale:
        folder.write(STALE, write_manifest([*ledger.stale, *back]))
    folder.write(MANIFEST, write_manifest(ledger.current))
    if not ledger.stale:
        folder.remove(STALE)
    elif back:
        folder.write(STALE, write_manifest(ledger.stale))


def _entries(folder: Folder, file: PurePosixPath) -> list[Entry]:
    try:
        return _recorded(folder, file)
    except OSError as problem:
        raise LegalgenError(unreadable(f"{folder}/{file}", problem)) from problem


def _recorded(folder: Folder, file: PurePosixPath) -> list[Entry]:
    content = folder.read(file)
    if content is None:
        return []
    try:
        return read_manifest(content)
    except UnreadableManifestError as problem:
        raise LegalgenError(_damaged(folder, file, problem.why)) from problem


def _damaged(folder: Folder, file: PurePosixPath, why: Message) -> Finding:
    return error(
        "O005",
        place_at(f"{folder}/{file}"),
        message("it is not as it was written: {reason}", reason=why),
        hint=message(
            "bring back the file as it was; without one, move it away and generate again:"
            " documents that are not as they would be made now are then kept as copies"
        ),
    )
