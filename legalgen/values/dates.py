"""Dates and times, as Excel holds them and as Indonesian offices write them.

Certain, and therefore silent: a date text with one reading (`25-01-2024`, `2024-01-25`,
`25 Januari 2024`, `Jum'at, 26 Jan 2024`), midnight after a date, `pukul` before a time. Where
`03/04/2024` has two readings, the other dates of its column settle which part is the day; where
they do not, the day comes first, and that is said once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from legalgen.columns import Column
from legalgen.dates import DAYS
from legalgen.findings import message
from legalgen.values.reading import Reading, accept, refuse
from legalgen.values.text import half_width

_MONTH_NUMBERS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "januari jan january",
            "februari feb peb pebruari february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu ags agt agust aug august",
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

_LEADING = re.compile(r"(?:hari\s+)?(?P<day>[^\W\d_]+['’‘`]?[^\W\d_]+)\s*[,/]?\s*(?=.*\d)")
_TANGGAL = re.compile(r"(?:tanggal|tgl\.?)\s*", re.IGNORECASE)
_CLOCK = re.compile(r"[T ]\s*(?P<clock>[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?)Z?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s*([-/. ])\s*([0-9]{1,2})\s*\2\s*([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(r"([0-9]{1,2})[\s./-]*([^\W\d_]+)[\s.,/-]*([0-9]{4}|[0-9]{2})")
_NAME_FIRST = re.compile(r"([^\W\d_]+)[\s.]*([0-9]{1,2})\s*,?\s+([0-9]{4}|[0-9]{2})")
_TIME = re.compile(
    r"(?:pukul|pkl|jam)?\.?\s*([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?\s*(wib|wita|wit)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Orders:
    """A date in three numbers: what it is with the day first, and with the month first."""

    text: str
    day_first: date | None
    month_first: date | None

    @property
    def is_open(self) -> bool:
        """Whether both orders give a date, and not the same."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first


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
        message('"{value}" is not a date', value=text),
        message(
            "write day, month and a year of four digits, such as 25-01-2024 or 25 Januari 2024"
        ),
    )


def _short_year(text: str) -> Reading:
    return refuse(
        "V006",
        message('the year in "{value}" has two digits only', value=text),
        message("write the year in four digits, such as 1990"),
    )


def read_date(_column: Column, text: str) -> Reading | Orders:
    """Read a date text; where its order is not certain, give both readings."""
    plain = half_width(text).rstrip(".,; ")
    weekday = None
    leading = _LEADING.match(plain)
    if leading and (name := re.sub("['’‘`]", "", leading["day"].casefold())) in _WEEKDAY_NUMBERS:
        weekday, plain = _WEEKDAY_NUMBERS[name], plain[leading.end() :]
    plain = _TANGGAL.sub("", plain, count=1) if plain[:1] in "tT" else plain
    clock = _CLOCK.search(plain)
    found = _read_bare(plain[: clock.start()] if clock else plain, text)
    if weekday is not None:
        found = _held_against_weekday(found, weekday, text)
    if (
        clock
        and clock["clock"].strip("0.:")
        and isinstance(found, Reading)
        and isinstance(found.value, date)
    ):
        return _without_time(found.value, text)
    return found


def _read_bare(plain: str, text: str) -> Reading | Orders:
    """Read a date without weekday and time; `text` is how the cell says it."""
    if match := _YEAR_FIRST.fullmatch(plain):
        day = _date(match[1], int(match[3]), match[4])
    elif match := _YEAR_LAST.fullmatch(plain):
        if len(match[4]) == 2:
            return _short_year(text)
        first, second, year = match[1], match[3], match[4]
        orders = Orders(text, _date(year, int(second), first), _date(year, int(first), second))
        return orders if orders.day_first or orders.month_first else _not_a_date(text)
    elif match := _NAMED.fullmatch(plain) or _NAME_FIRST.fullmatch(plain):
        name, number = (match[2], match[1]) if match[1].isdigit() else (match[1], match[2])
        month = _MONTH_NUMBERS.get(name.casefold())
        if month and len(match[3]) == 2:
            return _short_year(text)
        day = _date(match[3], month, number) if month else None
    elif plain.isdigit() and len(plain) == 5:
        return _from_serial(int(plain))
    else:
        day = None
    return Reading(day) if day else _not_a_date(text)


def _held_against_weekday(found: Reading | Orders, weekday: int, text: str) -> Reading | Orders:
    """Keep only a date that falls on the weekday written before it."""
    if isinstance(found, Orders):
        days = {day for day in (found.day_first, found.month_first) if day}
    elif isinstance(found.value, date):
        days = {found.value}
    else:
        return found
    fitting = [day for day in days if day.weekday() == weekday]
    if len(fitting) == 1:
        return Reading(fitting[0])
    return refuse(
        "V009",
        message('the date in "{value}" is not a {day}', value=text, day=DAYS[weekday]),
        message("correct the day of the week or the date"),
    )


def _without_time(value: date, shown: object) -> Reading:
    day = value.date() if isinstance(value, datetime) else value
    return accept(
        day,
        "V022",
        message('the time in "{value}" is left out: the column holds dates', value=shown),
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
        return Reading(cell.date()) if cell.time() == time() else _without_time(cell, cell)
    if isinstance(cell, date):
        return Reading(cell) if cell.year in _YEARS else _not_a_date(cell)
    return _from_serial(cell) if isinstance(cell, int) else _not_a_date(cell)


def settle(readings: Mapping[object, Reading | Orders]) -> dict[object, Reading]:
    """Settle which number is the day in a whole column by the dates that leave no choice."""
    orders = [found for found in readings.values() if isinstance(found, Orders)]
    some_day_first = any(found.month_first is None for found in orders)
    some_month_first = any(found.day_first is None for found in orders)
    return {
        cell: (
            found
            if isinstance(found, Reading)
            else _settled(found, some_day_first, some_month_first)
        )
        for cell, found in readings.items()
    }


def _settled(found: Orders, some_day_first: bool, some_month_first: bool) -> Reading:  # noqa: FBT001
    if found.is_open and some_day_first and some_month_first:
        return refuse(
            "V008",
            message(
                '"{value}" may be read day first or month first, and the column holds both',
                value=found.text,
            ),
            message("write the dates of the column alike, with the month as a word or day first"),
        )
    if found.day_first is None or (found.is_open and some_month_first):
        return accept(
            found.month_first,
            "V024",
            message(
                '"{value}" is read month first, as the column is written: {day}',
                value=found.text,
                day=found.month_first,
            ),
            message("write the day first, such as 25-01-2024"),
        )
    if found.is_open and not some_day_first:
        return accept(
            found.day_first,
            "V007",
            message('"{value}" is read day first: {day}', value=found.text, day=found.day_first),
            message("if the month comes first in this column, write the months as words"),
        )
    return Reading(found.day_first)


def _not_a_time(shown: object) -> Reading:
    return refuse(
        "V015",
        message('"{value}" is not a time of day', value=shown),
        message("write hours and minutes with a dot, such as 09.00"),
    )


def read_time(_column: Column, text: str) -> Reading:
    """Read a time of day; a zone after it must be said in the sheet kegiatan instead."""
    match = _TIME.fullmatch(half_width(text))
    if not match:
        return _not_a_time(text)
    try:
        clock = time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError:
        return _not_a_time(text)
    return Reading(clock)


def time_from_cell(_column: Column, cell: object) -> Reading:
    """Read a time cell, or the fraction of a day Excel keeps a time as."""
    if isinstance(cell, time):
        return Reading(cell)
    if isinstance(cell, float) and 0 <= cell < 1:
        cell = timedelta(days=cell)
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        seconds = round(cell.total_seconds())
        return Reading(time(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60))
    return _not_a_time(cell)
