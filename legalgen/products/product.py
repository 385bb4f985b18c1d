"""What one kind of document is: its rows, its name, its number, what it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from legalgen.findings import CellPlace

ANY_VALUE = "*"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a product's documents are numbered.

    `field` names the field that holds a number the office gave; where it is empty, `pattern` makes
    one. `first` names the key of `kegiatan` that holds the first running `{no}` (1 where there is
    none), `date` the field whose date gives `{tahun}` and `{bulan_romawi}`.
    """

    field: str = ""
    pattern: str = ""
    first: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The convention the product's template is held against; empty where there is none."""

    size: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """What one document of this kind is: its rows, its name, its number, what it stands on."""

    name: str
    source: Path
    template: Path
    title: str
    file_name: str
    subject: str
    about: str = ""
    group_by: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    sort_by: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_penetapan: tuple[str, ...] = ()
    needs_kegiatan: tuple[str, ...] = ()
    number: Numbering = Numbering()
    paper: Paper = Paper()

    @property
    def place(self) -> CellPlace:
        """Point at the product's TOML."""
        return CellPlace(self.source)
