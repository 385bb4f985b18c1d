"""Raw cells in, values out, a whole column at a time; what is wrong comes out beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal
from math import isfinite

from legalgen.columns import Column, Kind
from legalgen.findings import Severity, message, shown
from legalgen.tables.grid import CellFault
from legalgen.values import dates, numbers, text, times
from legalgen.values.orders import Orders, settle
from legalgen.values.reading import Fault, Reading, Value, accept, refuse

__all__ = ["Fault", "Value", "empty_value", "is_blank", "parse_column", "parse_own"]

_FROM_TEXT: dict[Kind, Callable[[Column, str], Reading | Orders]] = {
    Kind.TEXT: text.read_text,
    Kind.CHOICE: text.read_choice,
    Kind.IDENTITY: numbers.read_identity,
    Kind.NUMBER: numbers.read_number,
    Kind.DATE: dates.read_date,
    Kind.TIME: times.read_time,
}
_FROM_CELL: dict[Kind, Callable[[Column, object], Reading | Orders]] = {
    Kind.TEXT: text.text_from_cell,
    Kind.CHOICE: text.choice_from_cell,
    Kind.IDENTITY: numbers.identity_from_cell,
    Kind.NUMBER: numbers.number_from_cell,
    Kind.DATE: dates.date_from_cell,
    Kind.TIME: times.time_from_cell,
}
# As Excel and LibreOffice show them, `########` in a narrow column among them.
_ERROR_TEXT = re.compile(r"#(?:N/A|[A-Z/0]+[!?]|GETTING_DATA|#*)|Err:[0-9]{3}")


def empty_value(kind: Kind) -> Value:
    """Give what a record holds for an empty cell: None for dates, times and numbers, else ''."""
    return None if kind in {Kind.DATE, Kind.TIME, Kind.NUMBER} else ""


def is_blank(cell: object) -> bool:
    """Whether a cell holds nothing: blanks and a lone dash are nothing."""
    return isinstance(cell, str) and not text.clean(cell)


def parse_column(
    column: Column, cells: Sequence[object]
) -> tuple[list[Value], list[tuple[int, Fault]]]:
    """Read a column's cells as what the column is for.

    Gives a value for every cell (empty where it could not be read) and the faults with the
    positions of their cells: an error for each cell, a warning once for the first.
    Each distinct cell is read once, since columns repeat themselves.
    """
    keys = cells
    if bool in set(map(type, cells)):  # for Python, True is 1: they must not share a reading
        keys = [(bool, cell) if isinstance(cell, bool) else cell for cell in cells]
    readings = settle({key: _read(column, key) for key in set(keys)})
    empty = empty_value(column.kind)
    values = {key: empty if found.value is None else found.value for key, found in readings.items()}
    faulty = {key: found.fault for key, found in readings.items() if found.fault}
    return list(map(values.__getitem__, keys)), _located(faulty, keys) if faulty else []


def parse_own(cells: Sequence[object]) -> tuple[list[Value], list[tuple[int, Fault]]]:
    """Read a column that is the office's own: what kind of values it holds is not known.

    Texts, whole numbers, dates and times come as such, other numbers as Decimal, truth values as
    the words Excel shows. A cell that cannot be read is None, and a warning: nothing may need it.
    """
    keys = [(bool, cell) if isinstance(cell, bool) else cell for cell in cells]
    readings = {key: _read_own(key) for key in set(keys)}
    faulty = {key: found.fault for key, found in readings.items() if found.fault}
    return [readings[key].value for key in keys], _located(faulty, keys) if faulty else []


def _read_own(cell: object) -> Reading:
    if isinstance(cell, tuple):
        return Reading("TRUE" if cell[1] else "FALSE")
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 10**15:
            return Reading(int(cell))
        if isfinite(cell) and abs(cell) < 10**15:
            return Reading(Decimal(repr(cell)))
    elif isinstance(cell, (int, date, time)):
        return Reading(cell)
    elif isinstance(cell, str) and not _is_error(words := text.clean(cell)):
        return Reading(words)
    fault = cell.shown if isinstance(cell, CellFault) else cell
    return accept(
        None,
        "V025",
        message("the cell in a column of your own cannot be read: {value}", value=shown(fault)),
        message("templates that use this column cannot be made for this row"),
    )


def _is_error(words: str) -> bool:
    return words[:1] in "#E" and _ERROR_TEXT.fullmatch(words) is not None


def _located(faulty: dict[object, Fault], keys: Sequence[object]) -> list[tuple[int, Fault]]:
    faults, warned = [], set()
    for index, key in enumerate(keys):
        fault = faulty.get(key)
        if fault is None or fault.code in warned:
            continue
        if fault.severity is Severity.WARNING:
            warned.add(fault.code)
        faults.append((index, fault))
    return faults


def _read(column: Column, cell: object) -> Reading | Orders:
    """Read one cell."""
    if isinstance(cell, str):
        words = text.clean(cell)
        if not words:
            return Reading(empty_value(column.kind))
        if _is_error(words):
            return _unreadable(words)
        return _FROM_TEXT[column.kind](column, words)
    if isinstance(cell, CellFault):
        return _unreadable(cell.shown) if cell.shown else _uncalculated()
    if isinstance(cell, tuple):
        return _truth(cell[1])
    if isinstance(cell, float) and cell.is_integer() and column.kind is not Kind.TIME:
        cell = int(cell)
    return _FROM_CELL[column.kind](column, cell)


def _unreadable(words: str) -> Reading:
    return refuse(
        "V001",
        message("the cell shows {value} instead of a value", value=words),
        message("mend the formula, or type the value itself"),
    )


def _uncalculated() -> Reading:
    return refuse(
        "V002",
        message("the cell holds a formula that was never calculated"),
        message("open the workbook in Excel or LibreOffice and save it, then run again"),
    )


def _truth(cell: object) -> Reading:
    return refuse(
        "V012",
        message("the cell holds {value}", value="TRUE" if cell else "FALSE"),
        message("type what the column is for"),
    )
