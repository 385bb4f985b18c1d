"""One field of a list: how it is written in Word, what that prints, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA, Kind, columns_of, kegiatan_column
from legalgen.filters import FILTERS
from legalgen.findings import Message, message
from legalgen.planning.context import COMPOSED
from legalgen.proofing.uses import Steps

DOCUMENT, PERSON, PROFILE = "dokumen", "orang", "profil"
# The sections of a list in their order, and the sheet that each comes from.
SECTIONS: Mapping[str, Message] = {
    DOCUMENT: message("The document"),
    PERSON: message("A person of the document: orang"),
    PENETAPAN: message("The appointment: penetapan"),
    KEGIATAN: message("The event and the office: kegiatan"),
    PROFILE: message("The law: profil"),
}
SHEETS = {PERSON: PESERTA, PENETAPAN: PENETAPAN, KEGIATAN: KEGIATAN}

KINDS: Mapping[Kind, Message] = {
    Kind.TEXT: message("text"),
    Kind.IDENTITY: message("digits"),
    Kind.DATE: message("date"),
    Kind.TIME: message("time"),
    Kind.NUMBER: message("number"),
    Kind.CHOICE: message("choice"),
}
_KINDS_OF_VALUES = ((date, Kind.DATE), (time, Kind.TIME), (int | Decimal, Kind.NUMBER))
# The filter a field is usually printed with: by its name, else by its kind.
_USUAL = {
    "jumlah": "angka_huruf",
    "tps": "tps",
    "gelombang": "romawi",
    Kind.DATE: "tanggal",
    Kind.TIME: "pukul",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One field of a product; `used` says whether its template prints it."""

    section: str
    path: Steps
    tag: str
    kind: Message
    example: str
    origin: Message
    used: bool = False


def listed(path: Steps, value: object, origin: Message) -> Listed:
    """List a field with the filter that it is usually printed with."""
    kind = _kind(path, value)
    usual = _USUAL.get(path[-1]) or _USUAL.get(kind)
    if path[:2] == (PROFILE, "honorarium"):
        usual = "rupiah"
    dotted = ".".join(path)
    tag = f"{{{{ {dotted}|{usual} }}}}" if usual else f"{{{{ {dotted} }}}}"
    example = FILTERS[usual](value) if usual and value != "" else value
    return Listed(_section(path), path, tag, KINDS[kind], str(example), origin)


def not_in_the_example(path: Steps) -> Listed:
    """List a field that the example does not have: of the office's own, or misspelled."""
    section = _section(path)
    if section not in SHEETS:
        return listed(path, "", message("not known: see `legalgen template check`"))
    origin = message("{origin}; the example has none", origin=from_sheet(section, path[1]))
    return listed(path[:2], "", origin)


def from_sheet(section: str, name: str) -> Message:
    """Say which columns of which sheet a field is made of."""
    names = " + ".join(COMPOSED.get(name, (name,)))
    return message("{sheet}: {names}", sheet=SHEETS[section], names=names)


def _section(path: Steps) -> str:
    return path[0] if path[0] in SECTIONS and len(path) > 1 else DOCUMENT


def _kind(path: Steps, value: object) -> Kind:
    """Say what a field holds: what its column is for, else what the example has."""
    section, name = path[0], path[-1]
    if section == KEGIATAN and len(path) > 1:
        return kegiatan_column(name).kind
    column = columns_of(SHEETS.get(section, PESERTA)).get(name)
    if column is not None and len(path) <= 2:
        return column.kind
    return next((kind for types, kind in _KINDS_OF_VALUES if isinstance(value, types)), Kind.TEXT)
