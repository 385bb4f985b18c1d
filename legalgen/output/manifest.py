"""The manifest: which documents are in a folder, from what each was made, and its hash."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

MANIFEST = PurePosixPath("manifest.csv")
# Files of documents that were made once and are no longer: the same columns as the manifest.
STALE = PurePosixPath("stale.csv")

REPORTED = ("product", "file", "subject", "number", "rows", "sha256")


class Entry(NamedTuple):
    """One document, and where it came from: a row of the manifest.

    `rows` counts the rows of `peserta` it prints, `places` names them; the hashes are of the file,
    of the event's data, of the product's TOML and of the template. `sha256` is empty from the time
    a run sets out to make the file until that run ends.
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


class UnreadableManifestError(Exception):
    """A manifest that was not written here, or was changed since."""


def write_manifest(entries: Iterable[Entry]) -> bytes:
    """Write the manifest as CSV that Excel opens as it is: UTF-8 with a mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(entries)
    return text.getvalue().encode("utf-8-sig")


def read_manifest(content: bytes) -> Iterator[Entry]:
    """Read a manifest that was written here; columns it lacks are empty."""
    try:
        text = content.decode("utf-8-sig")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            known: dict[str, Any] = {name: row[name] or "" for name in COLUMNS if name in row}
            yield Entry(**{**known, "rows": int(known["rows"])})
    except (UnicodeDecodeError, KeyError, TypeError, ValueError, csv.Error) as problem:
        raise UnreadableManifestError(str(problem)) from problem


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
