"""Where a document came from, as its entry in the manifest proves it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legalgen import __version__
from legalgen.columns import PENETAPAN, PESERTA
from legalgen.findings import LegalgenError
from legalgen.output.manifest import Entry, row_ranges
from legalgen.output.trouble import unreadable
from legalgen.planning.document import Document
from legalgen.planning.holdback import Subject

# What decides a document's bytes beside its data and template.
_PRINTERS = ("docxtpl", "Jinja2", "zlib-ng")


@dataclass(frozen=True, slots=True)
class Origin:
    """What the documents of a run come from: data, products, programs, and waivers by row."""

    input_sha256: str = ""
    product_sha256: Mapping[str, str] = field(default_factory=dict)
    versions: str = ""
    waivers: Mapping[Subject, str] = field(default_factory=dict)

    def entry(self, document: Document, template_sha256: str) -> Entry:
        """Write down what is known of a document before it is made: all but its hash."""
        return Entry(
            product=document.product,
            file=str(document.file),
            subject=document.subject,
            number=document.number,
            rows=len(document.rows),
            sha256="",
            input_sha256=self.input_sha256,
            product_sha256=self.product_sha256.get(document.product, ""),
            template_sha256=template_sha256,
            versions=self.versions,
            places=" ".join(f"{sheet}!{row_ranges(rows)}" for sheet, rows in _rows(document)),
            waivers=self._waivers(document) if self.waivers else "",
        )

    def _waivers(self, document: Document) -> str:
        found = (
            self.waivers.get((sheet, row), "") for sheet, rows in _rows(document) for row in rows
        )
        return "; ".join(filter(None, found))


def _rows(document: Document) -> Iterator[tuple[str, Sequence[int]]]:
    if document.appointment is not None:
        yield PENETAPAN, (document.appointment,)
    yield PESERTA, document.rows


def hash_source(source: Path) -> str:
    """Hash an event's data: a workbook's bytes, or the names and bytes of a folder's CSV files."""
    if source.is_file():
        return hash_file(source)
    files = sorted(source.glob("*.csv"))
    listed = "".join(f"{hash_file(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(listed.encode()).hexdigest()


def hash_file(path: Path) -> str:
    """Hash a file's bytes; LegalgenError where they cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise LegalgenError(unreadable(path, problem)) from problem


def versions() -> str:
    """Name the programs that decide a document's bytes, with their versions."""
    from importlib.metadata import version  # noqa: PLC0415 - slow, and check has no need of it

    printers = (f"{name} {version(name)}" for name in _PRINTERS)
    return ", ".join((f"legalgen {__version__}", *printers))
