"""What of an event's sheets a product asks for: its TOML's needs, patterns and the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from legalgen.columns import KEGIATAN, KEGIATAN_KEYS, PENETAPAN, PESERTA, SHEETS, columns_of
from legalgen.patterns import names_in
from legalgen.planning.context import COMPOSED
from legalgen.products import ANY_VALUE, Product
from legalgen.proofing.uses import EACH, Steps, Use

_SEAT = ("kecamatan", "desa")  # an appointment is found by them
# No document may print them; but without them nobody who is entered twice, or too young, is found.
_TELLING_PEOPLE_APART = ("nik", "tanggal_lahir")


@dataclass(frozen=True, slots=True)
class Requirements:
    """The columns of one sheet, or the keys of `kegiatan`, in their usual order."""

    sheet: str
    names: Sequence[str]
    filled: frozenset[str]  # those that must not be empty


def requirements(product: Product, uses: Iterable[Use]) -> list[Requirements]:
    """List what a product asks for, by sheet; a sheet that it does not read is left out."""
    chosen_by = {name for name, values in product.where.items() if ANY_VALUE not in values}
    filled = {
        # By `kode_wilayah` the villages are known, and which of them is a kelurahan.
        KEGIATAN: {"profil", "kode_wilayah", *product.needs_kegiatan},
        PENETAPAN: set(product.needs_penetapan),
        # Where any value will do, as of an employer, who has none is in no document.
        PESERTA: {"nama", *product.needs, *product.group_by} - product.where.keys() | chosen_by,
    }
    asked = {sheet: set(names) for sheet, names in filled.items()}
    asked[PESERTA].update(
        product.needs, product.group_by, product.where, product.sort_by, _TELLING_PEOPLE_APART
    )
    for sheet, name in (*_from_patterns(product), *_from_template(uses)):
        for part in COMPOSED.get(name, (name,)):
            *other, column = part.split(".")
            asked[other[0] if other else sheet].add(column)
    if asked[PENETAPAN]:
        for sheet in (PENETAPAN, PESERTA):
            asked[sheet].update(_SEAT)
            filled[sheet].update(_SEAT)
    return [
        Requirements(sheet, _in_order(sheet, asked[sheet]), frozenset(filled[sheet]))
        for sheet in SHEETS
        if asked[sheet]
    ]


def _in_order(sheet: str, names: Iterable[str]) -> list[str]:
    known = KEGIATAN_KEYS if sheet == KEGIATAN else tuple(columns_of(sheet))
    position: Mapping[str, int] = {name: number for number, name in enumerate(known)}
    return sorted(names, key=lambda name: (position.get(name, len(known)), name))


def _from_patterns(product: Product) -> Iterator[tuple[str, str]]:
    """Name the columns that the patterns of the TOML fill in."""
    numbering = product.number
    named = [
        name
        for pattern in (product.about, product.subject, product.file_name, numbering.pattern)
        for name in names_in(pattern)
    ]
    named += filter(None, (numbering.field, numbering.date))
    if numbering.first:
        named.append(f"{KEGIATAN}.{numbering.first}")
    yield from filter(None, (_column(tuple(name.split("."))) for name in named))


def _from_template(uses: Iterable[Use]) -> Iterator[tuple[str, str]]:
    yield from filter(None, (column for use in uses for column in _columns(use.path)))


def _columns(path: Steps) -> Iterator[tuple[str, str] | None]:
    if path[0] == KEGIATAN and "*" in path[-1]:
        yield from ((KEGIATAN, key) for key in KEGIATAN_KEYS if fnmatchcase(key, path[1]))
    else:
        yield _column(path)


def _column(path: Steps) -> tuple[str, str] | None:
    """Say which column of which sheet a field comes from; None for what comes from none."""
    match path:
        case (("kegiatan" | "penetapan") as sheet, name, *_):
            return sheet, name
        case ("anggota", each, name, *_) if each == EACH:
            return PESERTA, name
        case ("orang", name, *_):
            return PESERTA, name
        case (name,) if name in columns_of(PESERTA) or name in COMPOSED:
            return PESERTA, name
    return None
