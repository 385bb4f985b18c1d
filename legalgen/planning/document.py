"""A planned document: plain data that can go to another process or another machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Document:
    """One document to make.

    `file` is relative to the event's output folder; `rows` and `appointment` are the rows of
    `peserta` and `penetapan` it prints, so that an error in one of them can hold it back.
    """

    product: str
    template: Path
    file: PurePosixPath
    subject: str
    number: str
    rows: tuple[int, ...]
    appointment: int | None
    context: Mapping[str, object]
