"""Times of day, as Excel holds them and as offices write them: `pukul 09.00 WIB`."""

from __future__ import annotations

import re
from datetime import time, timedelta

from legalgen.columns import Column
from legalgen.findings import message, shown
from legalgen.values.reading import Reading, refuse
from legalgen.values.text import clean, half_width

_TIME = re.compile(
    r"(?:pukul|pkl|jam)?\.?\s*([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?\s*(wib|wita|wit)?\.?",
    re.IGNORECASE,
)


def _not_a_time(cell: object) -> Reading:
    return refuse(
        "V015",
        message("{value} is not a time of day", value=shown(cell)),
        message("write hours and minutes with a dot, such as 09.00"),
    )


def read_time(_column: Column, text: str) -> Reading:
    """Read a time of day; the zone that may follow it is given by `zone_of`."""
    match = _TIME.fullmatch(half_width(text))
    if not match:
        return _not_a_time(text)
    try:
        clock = time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError:
        return _not_a_time(text)
    return Reading(clock)


def zone_of(cell: object) -> str:
    """Give the time zone a cell says, in capitals, or nothing.

    >>> zone_of("pukul 09.00 wita")
    'WITA'
    """
    match = _TIME.fullmatch(half_width(clean(cell))) if isinstance(cell, str) else None
    return (match[4] or "").upper() if match else ""


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
