"""The manifest: which documents are in a folder, from what each was made, and its hash."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from legalgen.findings import Message, message

MANIFEST = PurePosixPath("manifest.csv")
# Files of documents that were made once and are no longer: the same columns as the manifest.
STALE = PurePosixPath("stale.csv")

REPORTED = ("product", "file", "subject", "number", "rows", "sha256")


class Entry(NamedTuple):
    """One document, and where it came from: a row of the manifest.

    `rows` counts the rows of `peserta` it prints, `places` names them; the hashes are of the file,
    of the event's data, of the product's TOML and of the template. `sha256` is empty where a run
    that was stopped did not come to the file.
    """

    product: str
    file: str
    subject: str
    number: str
    rows: int
    sha256: str
    input_sha256: str = ""
    product_sha256: str = ""
    template_sha256: str = ""
    versions: str = ""
    places: str = ""
    waivers: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the entry as one object of the report's `documents`."""
        return {column: getattr(self, column) for column in REPORTED}


COLUMNS = Entry._fields


_HASH = re.compile("[0-9a-f]{64}|")
# Columns that say the same of thousands of documents, kept in memory once.
_ALIKE = ("product", "input_sha256", "product_sha256", "template_sha256", "versions")


class UnreadableManifestError(Exception):
    """A manifest that was not written here, or was changed since; `why` says in what."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


def write_manifest(entries: Iterable[Entry]) -> bytes:
    """Write the manifest as CSV that Excel opens as it is: UTF-8 with a mark."""
    content = io.BytesIO()
    # Encoded as it is written: text of ten thousands of entries takes four times the memory.
    with io.TextIOWrapper(content, "utf-8-sig", newline="") as text:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(entries)
        text.flush()
        return content.getvalue()


def read_manifest(content: bytes) -> list[Entry]:
    """Read a manifest that was written here; columns of later versions that it lacks are empty.

    Errors: UnreadableManifestError for one that is cut off, was saved in another form, or names a
    file outside the folder: what it names is taken for ours, and may be removed.
    """
    text = io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", newline="")
    try:
        with _fields_of_any_length():
            entries = dict.fromkeys(_entries(csv.DictReader(text)))
    except UnicodeDecodeError as problem:
        raise UnreadableManifestError(message("it is not text in UTF-8")) from problem
    if not content.endswith(b"\n"):
        raise UnreadableManifestError(message("it ends in the middle of a line"))
    if len({entry.file for entry in entries}) < len(entries):
        raise UnreadableManifestError(message("it names one file twice"))
    return list(entries)


@contextmanager
def _fields_of_any_length() -> Iterator[None]:
    """Lift the limit that the `csv` module keeps: a decree of a whole regency names many rows."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _entries(reader: csv.DictReader[str]) -> Iterator[Entry]:
    for column in REPORTED:
        if column not in (reader.fieldnames or ()):
            raise UnreadableManifestError(message("the column {column} is missing", column=column))
    for row in reader:
        if not _is_whole(row):
            line = reader.line_num
            raise UnreadableManifestError(message("line {line} was changed", line=line))
        known: dict[str, Any] = {name: row[name] for name in COLUMNS if name in row}
        known |= {name: sys.intern(row[name]) for name in _ALIKE if name in row}
        yield Entry(**known | {"rows": int(known["rows"])})


def _is_whole(row: Mapping[str, str | None]) -> bool:
    file = row["file"]
    return (
        file is not None
        and None not in row.values()
        and _is_below(file)
        and (row["rows"] or "").isdecimal()
        and _HASH.fullmatch(row["sha256"] or "") is not None
    )


def _is_below(file: str) -> bool:
    """Tell whether a file is in a product's folder, on any system."""
    named = PureWindowsPath(file)
    inside = not named.drive and not named.root and ".." not in named.parts
    return inside and len(PurePosixPath(file).parts) > 1


def row_ranges(rows: Sequence[int]) -> str:
    """Write row numbers shortly, in the sheet's order.

    >>> row_ranges([14, 5, 6, 7, 9])
    '5-7,9,14'
    """
    ranges: list[tuple[int, int]] = []
    for row in sorted(rows):
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
