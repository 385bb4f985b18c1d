"""Places that a user can go to: a cell of the data, a spot in a template, an address elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from legalgen.findings.messages import masked


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A place in the office's data: a file, a sheet of it, a cell of that (`A14`)."""

    file: Path
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        text = str(self.file)
        if self.sheet is not None:
            text += f":{self.sheet}"
        if self.cell is not None:
            text += f"!{self.cell}"
        return text

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {"file": str(self.file), "sheet": self.sheet, "cell": self.cell}


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """A place in a template that a Word user can find; counts start at 1.

    `part` is `isi`, `kop`, `kaki`, `catatan kaki`, …; `paragraph` counts within the part, and
    within the cell where there is a table.
    """

    file: Path
    part: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    tag: str | None = None
    quote: str | None = None

    def __str__(self) -> str:
        counted = (
            ("tabel", self.table),
            ("baris", self.row),
            ("kolom", self.cell),
            ("paragraf", self.paragraph),
        )
        where = " ".join(f"{noun} {number}" for noun, number in counted if number is not None)
        place = ", ".join(filter(None, (str(self.file), self.part, where)))
        return f"{place}: {masked(self.tag)}" if self.tag else place

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {
            "file": str(self.file),
            "part": self.part,
            "paragraph": self.paragraph,
            "table": self.table,
            "row": self.row,
            "cell": self.cell,
            "tag": self.tag and masked(self.tag),
        }


@dataclass(frozen=True, slots=True)
class UrlPlace:
    """A place on another machine: a file in an object store, a scheduler."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def file(self) -> Path:
        """Give it as a path, for comparing with files here: it is none of them."""
        return Path(self.url)

    def to_json(self) -> dict[str, Any]:
        """Give the place as the report's JSON does; null where a field does not apply."""
        return {"file": self.url, "sheet": None, "cell": None}


Place: TypeAlias = CellPlace | TemplatePlace | UrlPlace


def place_at(address: object) -> Place:
    """Give the place of a file or folder, here or at a URL.

    >>> print(place_at("s3://kantor/tot-kpps"))
    s3://kantor/tot-kpps
    """
    text = str(address)
    return UrlPlace(text) if "://" in text else CellPlace(Path(text))
