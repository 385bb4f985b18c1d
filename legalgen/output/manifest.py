"""The manifest: which documents a run made, from which rows, and their hashes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import PurePosixPath
from typing import Any

MANIFEST = PurePosixPath("manifest.csv")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the manifest; `rows` counts the rows of `peserta` it prints."""

    product: str
    file: str
    subject: str
    number: str
    rows: int
    sha256: str

    def to_json(self) -> dict[str, Any]:
        """Give the entry as one object of the report's `documents`."""
        return asdict(self)


COLUMNS = tuple(item.name for item in fields(Entry))


def write_manifest(entries: Iterable[Entry]) -> bytes:
    """Write the manifest as CSV that Excel opens as it is: UTF-8 with a mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(entry, column) for column in COLUMNS] for entry in entries)
    return text.getvalue().encode("utf-8-sig")


def read_manifest(content: bytes) -> Iterator[Entry]:
    """Read a manifest that was written here."""
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        yield Entry(
            product=row["product"],
            file=row["file"],
            subject=row["subject"],
            number=row["number"],
            rows=int(row["rows"]),
            sha256=row["sha256"],
        )
