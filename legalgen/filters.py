"""The filters of the template language, under the Indonesian names offices write them with.

Each docstring is one line, since a list of them is the office's manual. An empty value is refused
and never printed as nothing: a decree with a hole where its date belongs must not be made. Only
`judul` and `kapital_awal` let it pass, as Jinja's own `upper` does: they change letters, and
whether there is a text is its column's business; `per` finds no groups in no rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from legalgen import dates, names
from legalgen import terbilang as words
from legalgen.findings import mask, message, shown

P = ParamSpec("P")
R = TypeVar("R")


def _filled(make: Callable[P, R]) -> Callable[P, R]:
    """Refuse an empty value, in one place for all."""

    @wraps(make)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if _is_empty(args[0]):
            raise ValueError(message("the value is empty"))
        return make(*args, **kwargs)

    return checked


def _is_empty(value: object) -> bool:
    """Whether nothing would be printed; comparing makes an undefined name say that it is one."""
    return value is None or value == "" or (isinstance(value, str) and value.isspace())


@_filled
def angka_huruf(number: int | Decimal) -> str:
    """Write a number with its words: 807 (delapan ratus tujuh)."""
    return words.figure_and_words(number)


@_filled
def terbilang(number: int | Decimal) -> str:
    """Write a number in words: delapan ratus tujuh."""
    return words.spell_number(number)


@_filled
def rupiah(amount: int | Decimal) -> str:
    """Write money: Rp1.100.000,00."""
    return words.write_rupiah(amount)


@_filled
def rupiah_terbilang(amount: int | Decimal) -> str:
    """Write money in words: satu juta seratus ribu rupiah."""
    return words.spell_rupiah(amount)


@_filled
def romawi(number: int) -> str:
    """Write a Roman numeral: II."""
    return words.roman(number)


@_filled
def diktum(position: int) -> str:
    """Name a dictum by its place: KESATU, KEDUA, KEDUA BELAS."""
    return words.dictum(position)


@_filled
def huruf(position: int) -> str:
    """Letter an item by its place: a, b, c."""
    return words.letter(position)


@_filled
def tps(number: int) -> str:
    """Write a polling station's number with three digits: 001."""
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ValueError(message("{value} is not a TPS number: 1, 2, 3", value=shown(number)))
    return f"{number:03d}"


_DATE_FORMS = {"panjang": dates.long_date, "lengkap": dates.full_date, "angka": dates.short_date}


@_filled
def tanggal(day: date, bentuk: str = "panjang") -> str:
    """Write a date: 25 Januari 2024; "lengkap" Kamis, 25 Januari 2024; "angka" 25-01-2024."""
    if bentuk not in _DATE_FORMS:
        forms = ", ".join(_DATE_FORMS)
        raise ValueError(
            message("{value} is no form of a date: {forms}", value=shown(bentuk), forms=forms)
        )
    return _DATE_FORMS[bentuk](day)


@_filled
def tanggal_terbilang(day: date, *, kapital: bool = False) -> str:
    """Write a date in words; kapital=true begins its numbers with capitals."""
    return dates.spell_date(day, capitals=kapital)


@_filled
def hari(day: date) -> str:
    """Name the day of the week: Kamis."""
    return dates.day_name(day)


@_filled
def pukul(moment: time) -> str:
    """Write a time of day: 09.00."""
    return dates.clock(moment)


@_filled
def rentang(first: date, last: date) -> str:
    """Write the days between two dates: 22 s.d. 24 Januari 2024."""
    if _is_empty(last):
        raise ValueError(message("the value is empty"))
    return dates.date_range(first, last)


@_filled
def kapital_nama(full: str) -> str:
    """Upper-case a name and never its titles: BUDI SANTOSO, S.Pd."""
    return names.upper_name(full)


@_filled
def samarkan(number: str) -> str:
    """Mask an identity number: 3303…0001."""
    if not isinstance(number, str):
        raise TypeError(message("an identity number must be text"))
    return mask(number)


def judul(text: str) -> str:
    """Begin each word of a title with a capital but dan, di, yang and their like."""
    return names.title_case(text)


def kapital_awal(text: str) -> str:
    """Begin a text with a capital."""
    return names.capitalise_first(text)


def per(rows: Iterable[Any], column: str) -> list[tuple[Any, list[Any]]]:
    """Group rows by a column, first seen first, as in anggota|per("tps")."""
    groups: dict[Any, list[Any]] = {}
    try:
        for row in rows:
            groups.setdefault(row[column], []).append(row)
    except (LookupError, TypeError) as missing:
        raise ValueError(
            message("there are no rows with a column {column} here", column=shown(column))
        ) from missing
    return list(groups.items())


FILTERS: Mapping[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        angka_huruf,
        terbilang,
        rupiah,
        rupiah_terbilang,
        romawi,
        diktum,
        huruf,
        tps,
        tanggal,
        tanggal_terbilang,
        hari,
        pukul,
        rentang,
        kapital_nama,
        samarkan,
        judul,
        kapital_awal,
        per,
    )
}
