"""A folder held against its manifest: which files changed, are missing, or are nobody's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from legalgen.findings import CellPlace, Finding, LegalgenError, Message, error, message
from legalgen.output.folder import Folder
from legalgen.output.ledger import read_ledger
from legalgen.output.manifest import MANIFEST, STALE, Entry

# What Windows, macOS and Word leave in folders that people open.
_DROPPED_BY_SYSTEMS = {"Thumbs.db", "desktop.ini", ".DS_Store"}
_OPEN_IN_WORD = "~$"


def verify(folder: Folder) -> tuple[list[Entry], list[Finding]]:
    """Check every file of a folder; give the documents that are as they were made.

    Errors: LegalgenError where there is no manifest, or it is not as it was written.
    """
    if folder.read(MANIFEST) is None:
        raise LegalgenError(_no_manifest(folder))
    ledger = read_ledger(folder)
    good: list[Entry] = []
    findings: list[Finding] = []
    for entry in (*ledger.current, *ledger.stale):
        finding = _wrong(folder, entry)
        if finding is None:
            good.append(entry)
        else:
            findings.append(finding)
    ours = {MANIFEST, STALE, *map(PurePosixPath, ledger.hashes())}
    return good, [*findings, *_extra(folder, ours)]


def _wrong(folder: Folder, entry: Entry) -> Finding | None:
    file = PurePosixPath(entry.file)
    content = folder.read(file)
    if not entry.sha256:
        return _finding(
            folder,
            "O013",
            file,
            message("the run that was to make the file did not end"),
            message("run `legalgen generate` again: it goes on from there"),
        )
    if content is None:
        return _finding(
            folder,
            "O011",
            file,
            message("the file is missing"),
            message("run `legalgen generate` again: it makes what is missing"),
        )
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        return _finding(
            folder,
            "O010",
            file,
            message("the file is not as it was made"),
            message("run `legalgen generate` again: it makes the file anew and keeps this one"),
        )
    return None


def _extra(folder: Folder, ours: set[PurePosixPath]) -> Iterator[Finding]:
    for file in folder.files():
        dropped = file.name in _DROPPED_BY_SYSTEMS or file.name.startswith(_OPEN_IN_WORD)
        if file not in ours and not dropped:
            yield _finding(
                folder,
                "O012",
                file,
                message("the file is not in the manifest"),
                message("keep files of your own elsewhere"),
            )


def _finding(
    folder: Folder, code: str, file: PurePosixPath, what: Message, hint: Message
) -> Finding:
    return error(code, CellPlace(Path(str(folder)) / file), what, hint=hint)


def _no_manifest(folder: Folder) -> Finding:
    return error(
        "O014",
        CellPlace(Path(str(folder)) / MANIFEST),
        message("there is no manifest here"),
        hint=message("name the folder of one event, such as output/tot-kpps"),
    )
