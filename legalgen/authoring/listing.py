"""The fields of a product: those its template uses and those it could, with what each prints.

Nothing is listed by hand: the names and the examples are those of a planned document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import Any

from legalgen.columns import KEGIATAN, PENETAPAN, PESERTA, Kind, columns_of, kegiatan_column
from legalgen.counters import Consideration, Dictum
from legalgen.example import Example
from legalgen.fields import Fields
from legalgen.filters import FILTERS
from legalgen.findings import Message, message
from legalgen.planning.context import COMPOSED
from legalgen.products import Product
from legalgen.render.uses import EACH, Steps, Use

DOCUMENT, PERSON, PROFILE = "dokumen", "orang", "profil"
# The sections of the list in their order, and the sheet that each comes from.
SECTIONS: Mapping[str, Message] = {
    DOCUMENT: message("The document"),
    PERSON: message("A person of the document: orang"),
    PENETAPAN: message("The appointment: penetapan"),
    KEGIATAN: message("The event and the office: kegiatan"),
    PROFILE: message("The law: profil"),
}
_SHEETS = {PERSON: PESERTA, PENETAPAN: PENETAPAN, KEGIATAN: KEGIATAN}

KINDS: Mapping[Kind, Message] = {
    Kind.TEXT: message("text"),
    Kind.IDENTITY: message("digits"),
    Kind.DATE: message("date"),
    Kind.TIME: message("time"),
    Kind.NUMBER: message("number"),
    Kind.CHOICE: message("choice"),
}
_LIST, _COUNTER = message("list"), message("counter")
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
    """One field: how it is written in Word, what that prints, and where it comes from."""

    section: str
    path: Steps
    tag: str
    kind: Message
    example: str
    origin: Message
    used: bool = False


@dataclass(frozen=True, slots=True)
class ListedFilter:
    """One filter and what it does, in English; the catalogue has it in other languages."""

    name: str
    does: Message


def list_filters() -> list[ListedFilter]:
    """List the filters with the first line of their docstrings."""
    return [
        ListedFilter(name, message((function.__doc__ or "").partition("\n")[0]))
        for name, function in FILTERS.items()
    ]


def list_fields(product: Product, uses: Iterable[Use], example: Example) -> list[Listed]:
    """List the fields of a product by section, each marked if the template uses it.

    A field that the template uses and the example does not have is listed too: it may be a column
    of the office's own.
    """
    used = list(dict.fromkeys(_listed_path(use.path) for use in uses))
    fields = [*_of_document(product, example), *_of_records(product, used, example)]
    fields += _of_profile(example)
    known = [field.path for field in fields]
    unknown = [path for path in used if not any(_is_of(path, other) for other in known)]
    fields += [_unknown(path) for path in unknown if not _leads_on(path, known)]
    return [_marked(field, used) for field in fields]


def arranged(fields: Sequence[Listed]) -> Iterator[tuple[Message, list[Listed]]]:
    """Arrange the list for reading: first what the template uses, then the rest by section."""
    yield message("Used by the template"), [field for field in fields if field.used]
    for section, title in SECTIONS.items():
        rest = [field for field in fields if field.section == section and not field.used]
        if rest:
            yield title, rest


def _listed_path(path: Steps) -> Steps:
    """Call a person `orang`, whether reached through the list or not."""
    return (PERSON, *path[2:]) if path[:2] == ("anggota", EACH) else path


def _is_of(used: Steps, field: Steps) -> bool:
    """Whether a template that uses the one uses the other: itself, a part of it, all alike."""
    return len(used) >= len(field) and all(
        fnmatchcase(step, pattern) for step, pattern in zip(field, used, strict=False)
    )


def _leads_on(path: Steps, known: Iterable[Steps]) -> bool:
    return any(other[: len(path)] == path for other in known)


def _of_document(product: Product, example: Example) -> Iterator[Listed]:
    """List what belongs to the document as a whole."""
    context = example.document.context
    in_toml = {"file": product.source.name}
    for name, origin in (
        ("nomor", message("`number` in {file}", **in_toml)),
        ("tentang", message("`about` in {file}", **in_toml)),
        ("jumlah", message("counted: the people of the document")),
    ):
        yield _field((name,), context[name], origin)
    for column in dict.fromkeys((*product.group_by, "desa_kelurahan")):
        if column in product.group_by or "desa" in product.group_by:
            yield _field((column,), context.get(column, ""), _from_sheet(PESERTA, column))
    people, bases = list(example.people), context["dasar_hukum"]
    each: tuple[tuple[str, str, Any, Message], ...] = (
        ("anggota", "{%tr for orang in anggota %}", people, message("the people of the document")),
        (
            "dasar_hukum",
            "{%p for dasar in dasar_hukum %} {{ dasar }}",
            bases,
            message("`legal_bases` in {file}", **in_toml),
        ),
    )
    for name, tag, items, origin in each:
        yield Listed(DOCUMENT, (name,), tag, _LIST, _first_of(items), origin)
    counted = message("counted while the document is printed")
    menimbang = Consideration()
    for path, shown in (
        (("menimbang",), menimbang()),
        (("menimbang", "rujukan"), (menimbang(), menimbang(), menimbang.rujukan())[-1]),
        (("diktum",), Dictum()()),
    ):
        yield Listed(DOCUMENT, path, f"{{{{ {'.'.join(path)}() }}}}", _COUNTER, shown, counted)


def _first_of(items: Sequence[Any]) -> str:
    first = items[0] if items else ""
    return str(first["nama_lengkap"] if isinstance(first, Fields) else first)


def _of_records(product: Product, used: Sequence[Steps], example: Example) -> Iterator[Listed]:
    """List the columns of the sheets and the keys of `kegiatan`, the known and the office's own."""
    context: Mapping[str, Any] = example.document.context
    people = list(example.people)
    appointment = context.get(PENETAPAN, dict.fromkeys(columns_of(PENETAPAN), ""))
    records: tuple[tuple[str, Sequence[Any], Sequence[str]], ...] = (
        (PERSON, people, product.needs),
        (PENETAPAN, [appointment], product.needs_penetapan),
        (KEGIATAN, [context[KEGIATAN]], product.needs_kegiatan),
    )
    for section, rows, needed in records:
        own = [path[1] for path in used if path[0] == section and len(path) > 1]
        if section == PENETAPAN and not (needed or own):
            continue
        for name in dict.fromkeys((*rows[0], *needed)):
            filled = (row[name] for row in rows if name in row and row[name] != "")
            yield _field((section, name), next(filled, ""), _from_sheet(_SHEETS[section], name))


def _from_sheet(sheet: str, name: str) -> Message:
    return message("{sheet}: {names}", sheet=sheet, names=" + ".join(COMPOSED.get(name, (name,))))


def _of_profile(example: Example) -> Iterator[Listed]:
    """List the figures of the law, each with the provision that sets it."""
    for name, figure in example.law.profile.figures.items():
        origin = message("law: {source}", source=figure.source)
        yield _field((PROFILE, *name.split(".")), figure.value, origin)


def _unknown(path: Steps) -> Listed:
    """List a field that the example does not have: of the office's own, or misspelled."""
    section = path[0] if path[0] in SECTIONS and len(path) > 1 else DOCUMENT
    if section in _SHEETS:
        origin = message(
            "{origin}; the example has none", origin=_from_sheet(_SHEETS[section], path[1])
        )
        return _field(path[:2], "", origin)
    return _field(path, "", message("not known: see `legalgen template check`"))


def _field(path: Steps, value: object, origin: Message) -> Listed:
    """List a field with the filter that it is usually printed with."""
    kind = _kind(path, value)
    usual = _USUAL.get(path[-1]) or _USUAL.get(kind)
    if path[:2] == (PROFILE, "honorarium"):
        usual = "rupiah"
    dotted = ".".join(path)
    tag = f"{{{{ {dotted}|{usual} }}}}" if usual else f"{{{{ {dotted} }}}}"
    example = FILTERS[usual](value) if usual and value != "" else value
    section = path[0] if path[0] in SECTIONS and len(path) > 1 else DOCUMENT
    return Listed(section, path, tag, KINDS[kind], str(example), origin)


def _kind(path: Steps, value: object) -> Kind:
    """Say what a field holds: what its column is for, else what the example has."""
    section, name = path[0], path[-1]
    if section == KEGIATAN and len(path) > 1:
        return kegiatan_column(name).kind
    column = columns_of(_SHEETS.get(section, PESERTA)).get(name)
    if column is not None and len(path) <= 2:
        return column.kind
    return next((kind for types, kind in _KINDS_OF_VALUES if isinstance(value, types)), Kind.TEXT)


def _marked(field: Listed, used: Iterable[Steps]) -> Listed:
    return replace(field, used=any(_is_of(path, field.path) for path in used))
