"""What the system said when a file could not be written, as findings that say what to do."""

from __future__ import annotations

import errno
from pathlib import Path, PurePosixPath

from legalgen.findings import Finding, Message, error, message, place_at
from legalgen.os_errors import reason

# Troubles of the whole folder: said once, however many documents they stop.
_OF_THE_FOLDER: dict[int, Message] = {
    errno.ENOSPC: message("make room on the disk, then run again: it goes on from here"),
    errno.EDQUOT: message("make room on the disk, then run again: it goes on from here"),
    errno.EROFS: message("choose another folder with --out"),
    errno.EIO: message("see that the disk or the network is there, then run again: it goes on"),
    errno.ECONNREFUSED: message("look at the address and the credentials, then run again"),
}
_OF_ONE_FILE: dict[int, Message] = {
    errno.EACCES: message("close it in Word, then run again: it goes on from here"),
    errno.EPERM: message("close it in Word, then run again: it goes on from here"),
    errno.EBUSY: message("close it in Word, then run again: it goes on from here"),
    errno.ENAMETOOLONG: message(
        "shorten `file_name` in the product's TOML, or choose a folder"
        " nearer to the root with --out"
    ),
    errno.ENOTDIR: message("a file stands where a folder is needed; move it away"),
    errno.EEXIST: message("a file stands where a folder is needed; move it away"),
    errno.EISDIR: message("a folder stands where the file is to go; move it away"),
    errno.EFBIG: message("the file is larger than this system allows"),
}
_ANY = message("see that the folder can be written to, then run again: it goes on from here")


def not_written(folder: object, file: PurePosixPath, problem: OSError) -> Finding:
    """Say why a file of a folder could not be written."""
    path = f"{folder}/{file}"
    if _is_of_its_folder(path, problem):
        return no_folder(path.rpartition("/")[0], problem)
    whole = _OF_THE_FOLDER.get(problem.errno or 0)
    if whole:
        what = message("the folder takes no more files: {reason}", reason=reason(problem))
        return error("O004", place_at(folder), what, hint=whole)
    return error(
        "O001",
        place_at(path),
        message("the file cannot be written: {reason}", reason=reason(problem)),
        hint=_OF_ONE_FILE.get(problem.errno or 0, _ANY),
    )


def _is_of_its_folder(path: str, problem: OSError) -> bool:
    """Tell whether a file of another name, or a folder, could not be made there either."""
    named = {Path(name) for name in (problem.filename, problem.filename2) if name}
    return isinstance(problem, PermissionError) and bool(named) and Path(path) not in named


def no_folder(folder: object, problem: OSError) -> Finding:
    """Say why nothing can be written into a folder at all."""
    return error(
        "O004",
        place_at(folder),
        message("the folder cannot be written to: {reason}", reason=reason(problem)),
        hint=_OF_THE_FOLDER.get(problem.errno or 0, message("choose another folder with --out")),
    )


def taken_away(folder: object) -> Finding:
    """Say that the folder did not stay until the run had ended."""
    return error(
        "O004",
        place_at(folder),
        message("the folder was removed or renamed while the run was writing into it"),
        hint=message("run again: it makes what is missing"),
    )


def in_use(folder: object) -> Finding:
    """Say that another run is at work there."""
    return error(
        "O003",
        place_at(folder),
        message("another run is writing into this folder"),
        hint=message("wait until it is done, or choose another folder with --out"),
    )


def unreadable(path: Path | str, problem: OSError) -> Finding:
    """Say why a file that is needed could not be read."""
    return error(
        "O009",
        place_at(path),
        message("the file cannot be read: {reason}", reason=reason(problem)),
        hint=_OF_THE_FOLDER.get(problem.errno or 0) or _OF_ONE_FILE.get(problem.errno or 0, _ANY),
    )
