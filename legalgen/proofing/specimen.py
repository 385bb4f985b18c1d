"""What a template may count on: the data of one document, planned as any document is.

A template is held against a document of an event that has a value in every known column; so the
names are those that a document really gets, and there is no second list of them to keep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from legalgen.columns import (
    KEGIATAN,
    KEGIATAN_KEYS,
    PENETAPAN,
    PESERTA,
    Column,
    IfNumber,
    Kind,
    columns_of,
    kegiatan_column,
)
from legalgen.counters import Consideration, Dictum
from legalgen.findings import Finding
from legalgen.law import LAW, Law, load_profile
from legalgen.law.legal_bases import LEGAL_BASES, read_legal_bases
from legalgen.planning.plan import plan
from legalgen.products import ANY_VALUE, Product
from legalgen.records import Event, read_event
from legalgen.tables.table import Table

_PEOPLE = 3  # enough for a first, a last and one between
_VALUES: Mapping[Kind, object] = {
    Kind.TEXT: "contoh",
    Kind.IDENTITY: "3303010101900001",
    Kind.DATE: date(1990, 1, 1),
    Kind.TIME: time(9, 0),
    Kind.NUMBER: 1,
}
_SHEETS = {PESERTA: _PEOPLE, PENETAPAN: 1}


def standard_product(template: Path) -> Product:
    """Make a product that takes everything there is, for a template that has none of its own."""
    return Product(
        name=template.stem,
        source=template,
        template=template,
        title="",
        file_name="",
        subject="",
        group_by=tuple(columns_of(PESERTA)),
        legal_bases=tuple(read_legal_bases(LAW)),
        needs_penetapan=tuple(columns_of(PENETAPAN)),
    )


def every_law() -> Law:
    """Read all profiles as one: a template may name what only one of them has."""
    names = [path.stem for path in sorted(LAW.glob("*.toml")) if path.name != LEGAL_BASES]
    figures = {
        name: figure
        for profile in reversed(names)
        for name, figure in load_profile(profile).figures.items()
    }
    return Law(replace(load_profile(names[0]), figures=figures), read_legal_bases(LAW))


def specimen(product: Product, law: Law, event: Event | None = None) -> Mapping[str, Any] | None:
    """Give what a product's template sees where everything known is filled, and its counters.

    The columns that an `event` has of its own are there too. None where the product's TOML is at
    fault: planning says so.
    """
    documents, _ = plan(_filled(product, event), [product], law)
    if not documents:
        return None
    context: dict[str, Any] = {**documents[0].context}
    context |= {"diktum": Dictum(), "menimbang": Consideration()}
    if "nik" in product.group_by:  # one document for each person, or whatever a template may name
        context["orang"] = context["anggota"][0]
    return context


def toml_faults(product: Product, law: Law, event: Event | None = None) -> list[Finding]:
    """Find what is wrong in a product's TOML whatever the event: its patterns, its legal bases."""
    return plan(_filled(product, event), [product], law)[1]


def _filled(product: Product, event: Event | None) -> Event:
    """Make an event that has a value for everything known, asked for by the product, or given."""
    needed = {
        PESERTA: (*product.needs, *product.where, *product.group_by, *product.sort_by),
        PENETAPAN: product.needs_penetapan,
    }
    tables = {}
    for sheet, rows in _SHEETS.items():
        own = event.sheets.get(sheet) if event else None
        filled = {name: _wanted(product, column) for name, column in columns_of(sheet).items()}
        filled |= {
            name: _wanted(product, Column(name)) for name in needed[sheet] if name not in filled
        }
        for name, values in own.columns.items() if own else ():
            given = next((value for value in values if value not in (None, "")), "contoh")
            filled.setdefault(name, given)
        columns = {name: [value] * rows for name, value in filled.items()}
        tables[sheet] = _table(product.source, sheet, columns, rows)
    keys = {key: _value(kegiatan_column(key)) for key in (*KEGIATAN_KEYS, *product.needs_kegiatan)}
    for key, value in event.kegiatan.items() if event else ():
        keys.setdefault(key, value or "contoh")
    listed: dict[str, Sequence[object]] = {"kunci": list(keys), "nilai": list(keys.values())}
    tables[KEGIATAN] = _table(product.source, KEGIATAN, listed, len(keys))
    return read_event(product.source, tables)[0]


def _wanted(product: Product, column: Column) -> object:
    """Give a column's value: one that the product takes, where it chooses."""
    choices = [word for word in product.where.get(column.name, ()) if word != ANY_VALUE]
    return choices[0] if choices else _value(column)


def _value(column: Column) -> object:
    if column.if_number is IfNumber.PAD:
        return "001"
    return next(iter(column.choices.values()), None) or _VALUES.get(column.kind, "contoh")


def _table(source: Path, sheet: str, columns: Mapping[str, Sequence[object]], rows: int) -> Table:
    return Table(
        file=source,
        sheet=sheet,
        header_row=1,
        numbers=range(2, rows + 2),
        positions={name: position for position, name in enumerate(columns)},
        headers={name: name for name in columns},
        columns=columns,
    )
