"""Dates and times of day as Indonesian documents write them.

Knows the Gregorian calendar's names in Indonesian. Knows no time zone and no today: every day
comes from the data.
"""

from __future__ import annotations

from datetime import date, datetime, time

from legalgen.findings import message, shown
from legalgen.terbilang import spell_number

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def day_name(day: date) -> str:
    """Name the day of the week.

    >>> day_name(date(2024, 1, 26))
    'Jumat'
    """
    return DAYS[_checked(day).weekday()]


def long_date(day: date) -> str:
    """Write a date with its month's name; one-digit days unpadded.

    >>> long_date(date(2024, 11, 7))
    '7 November 2024'
    """
    return f"{_checked(day).day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Write a date after its day of the week.

    >>> full_date(date(2024, 1, 25))
    'Kamis, 25 Januari 2024'
    """
    return f"{day_name(day)}, {long_date(day)}"


def short_date(day: date) -> str:
    """Write a date in figures, as minutes repeat it in brackets.

    >>> short_date(date(2024, 1, 5))
    '05-01-2024'
    """
    return f"{_checked(day):%d-%m}-{day.year:04}"


def spell_date(day: date, *, capitals: bool = False) -> str:
    """Write a date in words, as minutes open; `capitals` begins each word of the numbers with one.

    >>> spell_date(date(2024, 1, 25))
    'tanggal dua puluh lima bulan Januari tahun dua ribu dua puluh empat'
    >>> spell_date(date(2024, 1, 25), capitals=True)
    'tanggal Dua Puluh Lima bulan Januari tahun Dua Ribu Dua Puluh Empat'
    """
    number, year = spell_number(_checked(day).day), spell_number(day.year)
    if capitals:
        number, year = number.title(), year.title()
    return f"tanggal {number} bulan {MONTHS[day.month - 1]} tahun {year}"


def date_range(first: date, last: date) -> str:
    """Write the days from `first` to `last`, saying month and year once where they are the same.

    Errors: ValueError where `last` comes before `first`.

    >>> date_range(date(2024, 1, 22), date(2024, 1, 24))
    '22 s.d. 24 Januari 2024'
    >>> date_range(date(2024, 1, 25), date(2024, 2, 25))
    '25 Januari s.d. 25 Februari 2024'
    """
    if _checked(last) < _checked(first):
        raise ValueError(
            message("{last} comes before {first}", last=long_date(last), first=long_date(first))
        )
    if first == last:
        return long_date(last)
    begin = long_date(first)
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
        if first.month == last.month:
            begin = str(first.day)
    return f"{begin} s.d. {long_date(last)}"


def clock(moment: time) -> str:
    """Write a time of day with a dot (a colon is wrong); seconds only where there are any.

    Source: EYD V, on the full stop between hours, minutes and seconds.

    >>> clock(time(9, 0)), clock(time(13, 5, 30))
    ('09.00', '13.05.30')
    """
    if not isinstance(moment, time):
        raise TypeError(message("{value} is not a time of day", value=shown(moment)))
    return f"{moment:%H.%M.%S}" if moment.second else f"{moment:%H.%M}"


def _checked(day: date) -> date:
    """Refuse text, and a date with a time, whose time would be lost in silence."""
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(message("{value} is not a date", value=shown(day)))
    return day
