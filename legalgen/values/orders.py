"""Which number of `03/04/2024` is the day: what the other dates of the column say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from legalgen.findings import message, shown
from legalgen.values.reading import Reading, accept, refuse

_SURELY_NO_CHANCE = 5  # dates; that none of them is beyond the 12th is once in a hundred columns


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


def settle(readings: Mapping[object, Reading | Orders]) -> Mapping[object, Reading]:
    """Settle which number is the day in a whole column by the dates that leave no choice."""
    orders = [found for found in readings.values() if isinstance(found, Orders)]
    if not orders:
        return cast("Mapping[object, Reading]", readings)
    some_day_first = any(found.month_first is None for found in orders)
    some_month_first = any(found.day_first is None for found in orders)
    if some_day_first and not any(found.is_open for found in orders):
        readings = _doubted(readings)
    return {
        cell: (
            found
            if isinstance(found, Reading)
            else _settled(found, some_day_first, some_month_first)
        )
        for cell, found in readings.items()
    }


def _doubted(readings: Mapping[object, Reading | Orders]) -> Mapping[object, Reading | Orders]:
    """Doubt the date cells of a column where they look swapped.

    A program set to month first turns 03/04/2024 into a date cell, the wrong one, and leaves
    25/04/2024 a text. So it looks where no text has a day up to 12, and no date cell one beyond.
    """
    cells = [cell for cell in readings if isinstance(cell, date)]
    if len(cells) < _SURELY_NO_CHANCE or any(cell.day > 12 for cell in cells):
        return readings
    fault = message(
        "day and month of the date cells in this column may be swapped: no day is beyond 12, "
        "while dates with a later day stand as text"
    )
    hint = message("compare some dates with their source; if swapped, import the column as Text")
    return {**readings, **{cell: accept(cell, "V021", fault, hint) for cell in cells}}


def _settled(found: Orders, some_day_first: bool, some_month_first: bool) -> Reading:  # noqa: FBT001
    if found.is_open and some_day_first and some_month_first:
        return refuse(
            "V008",
            message(
                "{value} may be read day first or month first, and the column holds both",
                value=shown(found.text),
            ),
            message("write the dates of the column alike, with the month as a word or day first"),
        )
    if found.day_first is None or (found.is_open and some_month_first):
        return accept(
            found.month_first,
            "V024",
            message(
                "{value} is read month first, as the column is written: {day}",
                value=shown(found.text),
                day=found.month_first,
            ),
            message("write the day first, such as 25-01-2024"),
        )
    if found.is_open and not some_day_first:
        return accept(
            found.day_first,
            "V007",
            message(
                "{value} is read day first: {day}", value=shown(found.text), day=found.day_first
            ),
            message("if the month comes first in this column, write the months as words"),
        )
    return Reading(found.day_first)
