"""Single files, outside a run's folder: a form, a copy with marks, a new product."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from legalgen.findings import CellPlace, LegalgenError, error, message
from legalgen.output.folder import LocalFolder
from legalgen.output.trouble import not_written


def write_new_files(files: Mapping[Path, bytes]) -> None:
    """Write all of the files, or none where one of them is there already.

    Errors: LegalgenError with O002 if one is there, O001 if one cannot be written.
    """
    if there := [CellPlace(path) for path in files if path.exists()]:
        raise LegalgenError(
            error(
                "O002",
                there[0],
                message("the file is there already and is not overwritten; nothing was written"),
                hint=message("choose another name, or move the file away first"),
                related=there[1:],
            )
        )
    for path, content in files.items():
        write_file(path, content)


def write_file(path: Path, content: bytes) -> None:
    """Write one file, over what was there.

    Errors: LegalgenError with O001 if it cannot be written, O004 if nothing can be written there.
    """
    name = PurePosixPath(path.name)
    try:
        LocalFolder(path.parent).write(name, content)
    except OSError as problem:
        raise LegalgenError(not_written(path.parent, name, problem)) from problem
