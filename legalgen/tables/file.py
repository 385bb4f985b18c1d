"""A file as it comes: read whole, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

from legalgen.findings import CellPlace, Finding, LegalgenError, Message, error, message
from legalgen.os_errors import reason

MEGABYTE = 1 << 20
MAX_FILE = 64 * MEGABYTE  # ten times a regency's roster with pictures
MAX_UNPACKED = 128 * MEGABYTE  # seven times a regency's roster


def bytes_of(path: Path) -> bytes:
    """Read a file; raises LegalgenError where it is too large or cannot be opened."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise LegalgenError(too_large(path))
        return path.read_bytes()
    except OSError as failure:
        raise LegalgenError(_unreadable(path, failure)) from failure


def damaged(path: Path) -> Finding:
    """Say that the file cannot be unpacked or understood."""
    return error(
        "F002",
        CellPlace(path),
        message("the file is damaged, or no workbook"),
        hint=message("open it in Excel or LibreOffice and save it anew as .xlsx"),
    )


def protected(path: Path) -> Finding:
    """Say that the file wants a password."""
    return error(
        "F003",
        CellPlace(path),
        message("the file is protected by a password"),
        hint=message("open it in Excel, take the password away (File > Info), and save it"),
    )


def too_large(path: Path) -> Finding:
    """Say that the file is larger, or unpacks to more, than any event needs."""
    return error(
        "F004",
        CellPlace(path),
        message(
            "the file is too large: more than {file} MB, or {unpacked} MB unpacked",
            file=MAX_FILE // MEGABYTE,
            unpacked=MAX_UNPACKED // MEGABYTE,
        ),
        hint=message("copy the sheets that are needed into a new workbook"),
    )


def tampered(path: Path, why: Message) -> Finding:
    """Say that the file is put together as no office program does."""
    return error(
        "F005",
        CellPlace(path),
        message("the file is not as office programs write it: {why}", why=why),
        hint=message("open it in Excel or LibreOffice and save it anew as .xlsx"),
    )


def _unreadable(path: Path, failure: OSError) -> Finding:
    return error(
        "F001",
        CellPlace(path),
        message("the file cannot be opened: {why}", why=reason(failure)),
        hint=message("close it in other programs, and look whether you may read it"),
    )
