"""A folder held against its manifest: which files changed, are missing, or are nobody's."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import PurePosixPath

from legalgen.findings import Finding, LegalgenError, Place, error, message, place_at, warning
from legalgen.output.folder import JOURNAL, UNFINISHED, Folder, set_aside_from
from legalgen.output.journal import settled
from legalgen.output.manifest import MANIFEST, STALE, Entry
from legalgen.output.trouble import unreadable

# What Windows, macOS and Word leave in folders that people open.
_DROPPED_BY_SYSTEMS = {"Thumbs.db", "desktop.ini", ".DS_Store"}
_OPEN_IN_WORD = "~$"

_GOES_ON = message("run `legalgen generate` again: it goes on from there")


def verify(folder: Folder) -> tuple[list[Entry], list[Finding]]:
    """Check every file of a folder; give the documents that are as they were made.

    Errors: LegalgenError where there is no manifest, or it is not as it was written.
    """
    ledger = settled(folder)
    entries = [*ledger.current, *ledger.stale]
    if not entries and _read(folder, MANIFEST) is None:
        raise LegalgenError(_no_manifest(folder))
    wrong = dict(zip(entries, folder.map(partial(_wrong, folder), entries), strict=True))
    good = [entry for entry, finding in wrong.items() if finding is None]
    ours = {PurePosixPath(entry.file) for entry in entries}
    return good, [*filter(None, wrong.values()), *_extra(folder, ours)]


def _read(folder: Folder, file: PurePosixPath) -> bytes | None:
    try:
        return folder.read(file)
    except OSError as problem:
        raise LegalgenError(unreadable(f"{folder}/{file}", problem)) from problem


def _wrong(folder: Folder, entry: Entry) -> Finding | None:
    """Hold one file against its entry; None where it is as it was made."""
    file = PurePosixPath(entry.file)
    if not entry.sha256:
        what = message("the run that was to make the file did not end")
        return error("O013", _place(folder, file), what, hint=_GOES_ON)
    try:
        content = _read(folder, file)
    except LegalgenError as problem:
        return problem.findings[0]
    if content is None:
        what = message("the file is missing")
        hint = message("run `legalgen generate` again: it makes what is missing")
        return error("O011", _place(folder, file), what, hint=hint)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        what = message("the file is not as it was made")
        hint = message("run `legalgen generate` again: it makes the file anew and keeps this one")
        return error("O010", _place(folder, file), what, hint=hint)
    return None


def _extra(folder: Folder, ours: Collection[PurePosixPath]) -> Iterator[Finding]:
    """Name the files that are of no document, by what they are."""
    for file in folder.files():
        place = _place(folder, file)
        if (
            file in ours
            or file in (MANIFEST, STALE)
            or _is_dropped(file)
            or JOURNAL in file.parents
        ):
            continue
        if set_aside_from(file) in ours:
            what = message("generate kept this file when it made the document anew")
            hint = message("look whether its changes are in the data now, then remove it")
            yield warning("O018", place, what, hint=hint)
        elif file.suffix == UNFINISHED:
            what = message("a run that did not end left this file")
            yield error("O013", place, what, hint=_GOES_ON)
        else:
            what = message("the file is not in the manifest")
            yield error("O012", place, what, hint=message("keep files of your own elsewhere"))


def _is_dropped(file: PurePosixPath) -> bool:
    return file.name in _DROPPED_BY_SYSTEMS or file.name.startswith(_OPEN_IN_WORD)


def _place(folder: Folder, file: PurePosixPath) -> Place:
    return place_at(f"{folder}/{file}")


def _no_manifest(folder: Folder) -> Finding:
    return error(
        "O014",
        _place(folder, MANIFEST),
        message("there is no manifest here"),
        hint=message("name the folder of one event, such as output/tot-kpps"),
    )
