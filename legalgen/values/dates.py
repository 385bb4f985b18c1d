"""Dates, as Excel holds them and as Indonesian offices write them.

Certain, and therefore silent: a date text with one reading (`25-01-2024`, `2024-01-25`,
`25 Januari 2024`, `Jum'at, 26 Jan 2024`), an apostrophe that forced text, and midnight after a
date. Where `03/04/2024` has two readings, the other dates of its column settle which part is the
day; where they do not, the day comes first, and that is said once.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from legalgen.columns import Column
from legalgen.dates import DAYS
from legalgen.findings import message, shown
from legalgen.values.orders import Orders
from legalgen.values.reading import Reading, accept, refuse
from legalgen.values.text import APOSTROPHES, half_width

_MONTH_NUMBERS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "januari jan january",
            "februari feb febr peb pebr pebruari february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu ags agt agst agust aug august",
            "september sep sept",
            "oktober okt oct october",
            "november nov nop nopember",
            "desember des dec december",
        ),
        1,
    )
    for spelling in spellings.split()
}
_WEEKDAY_NUMBERS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "senin monday",
            "selasa tuesday",
            "rabu wednesday",
            "kamis thursday",
            "jumat friday",
            "sabtu saturday",
            "minggu ahad sunday",
        )
    )
    for spelling in spellings.split()
}
_YEARS = range(1900, 2101)
_SERIALS = range(10_000, 73_051)  # 18 May 1927 to the end of 2099
_EPOCH = date(1899, 12, 30)

_LEADING = re.compile(
    r"(?:hari\s+)?(?P<day>[^\W\d_]++(?:['’‘`][^\W\d_]++)?)\s*[,/]?\s*(?=.*\d)", re.IGNORECASE
)
_TANGGAL = re.compile(r"(?:tanggal|tgl\.?)\s*", re.IGNORECASE)
_CLOCK = re.compile(r"[T ]\s*(?P<clock>[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?)Z?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s*([-/. ])\s*([0-9]{1,2})\s*\2\s*([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(r"([0-9]{1,2})[\s.,/-]*([^\W\d_]+)[\s.,/-]*([0-9]{4}|[0-9]{2})")
_NAME_FIRST = re.compile(r"([^\W\d_]+)[\s.]*([0-9]{1,2})\s*,?\s+([0-9]{4}|[0-9]{2})")


def _date(year: str, month: int, day: str) -> date | None:
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _not_a_date(text: object) -> Reading:
    return refuse(
        "V005",
        message("{value} is not a date", value=shown(text)),
        message(
            "write day, month and a year of four digits, such as 25-01-2024 or 25 Januari 2024"
        ),
    )


def _on_the_calendar(day: date | None, text: str) -> Reading:
    return Reading(day) if day else _no_such_day(text)


def _no_such_day(text: str) -> Reading:
    return refuse(
        "V005",
        message("{value} is no day of the calendar", value=shown(text)),
        message("correct the day, the month or the year"),
    )


def _short_year(text: str) -> Reading:
    return refuse(
        "V006",
        message("the year in {value} has two digits only", value=shown(text)),
        message("write the year in four digits, such as 1990"),
    )


def read_date(_column: Column, text: str) -> Reading | Orders:
    """Read a date text; where its order is not certain, give both readings."""
    plain = half_width(text).lstrip(APOSTROPHES).rstrip(".,; ")
    weekday = None
    leading = _LEADING.match(plain)
    if leading and (name := re.sub("['’‘`]", "", leading["day"].casefold())) in _WEEKDAY_NUMBERS:
        weekday, plain = _WEEKDAY_NUMBERS[name], plain[leading.end() :]
    plain = _TANGGAL.sub("", plain, count=1) if plain[:1] in "tT" else plain
    clock = _CLOCK.search(plain)
    found = _read_bare(plain[: clock.start()] if clock else plain, text)
    if weekday is not None:
        found = _held_against_weekday(found, weekday, text)
    if clock and clock["clock"].strip("0.:"):
        return _without_time(found, text)
    return found


def _read_bare(plain: str, text: str) -> Reading | Orders:
    """Read a date without weekday and time; `text` is how the cell says it."""
    if match := _YEAR_FIRST.fullmatch(plain):
        return _on_the_calendar(_date(match[1], int(match[3]), match[4]), text)
    if match := _YEAR_LAST.fullmatch(plain):
        return _read_numbers(match[1], match[3], match[4], text)
    if match := _NAMED.fullmatch(plain) or _NAME_FIRST.fullmatch(plain):
        name, number = (match[2], match[1]) if match[1].isdigit() else (match[1], match[2])
        if month := _MONTH_NUMBERS.get(name.casefold()):
            if len(match[3]) == 2:
                return _short_year(text)
            return _on_the_calendar(_date(match[3], month, number), text)
    if plain.isdigit() and len(plain) == 5:
        return _from_serial(int(plain))
    return _not_a_date(text)


def _read_numbers(first: str, second: str, year: str, text: str) -> Reading | Orders:
    if len(year) == 2:
        return _short_year(text)
    orders = Orders(text, _date(year, int(second), first), _date(year, int(first), second))
    return orders if orders.day_first or orders.month_first else _no_such_day(text)


def _held_against_weekday(found: Reading | Orders, weekday: int, text: str) -> Reading | Orders:
    """Keep only a date that falls on the weekday written before it."""
    if isinstance(found, Orders):
        days = {day for day in (found.day_first, found.month_first) if day}
    elif isinstance(found.value, date):
        days = {found.value}
    else:
        return found
    fitting = [day for day in days if day.weekday() == weekday]
    if fitting:
        return Reading(fitting[0]) if len(fitting) == 1 else found
    return refuse(
        "V009",
        message("the date in {value} is not a {day}", value=shown(text), day=DAYS[weekday]),
        message("correct the day of the week or the date"),
    )


def _without_time(found: Reading | Orders, text: object) -> Reading | Orders:
    """Say that the time of day after a date is left out; of two orders the day comes first."""
    day = found.value if isinstance(found, Reading) else found.day_first
    if day is None:
        return found
    return accept(
        day,
        "V022",
        message("{value} is read as {day}, without its time", value=shown(text), day=day),
        message("put the time into a column of its own"),
    )


def _from_serial(serial: int) -> Reading:
    if serial not in _SERIALS:
        return _not_a_date(serial)
    day = _EPOCH + timedelta(days=serial)
    return accept(
        day,
        "V010",
        message("the number {value} is read as the date {day}", value=serial, day=day),
        message("format the column as Date, then look whether the dates are right"),
    )


def date_from_cell(_column: Column, cell: object) -> Reading | Orders:
    """Read a date cell, or the serial number Excel keeps a date as."""
    if isinstance(cell, datetime):
        found = Reading(cell.date())
        return found if cell.time() == time() else _without_time(found, cell)
    if isinstance(cell, date):
        return Reading(cell) if cell.year in _YEARS else _not_a_date(cell)
    return _from_serial(cell) if isinstance(cell, int) else _not_a_date(cell)
