"""The rows of `peserta` and `penetapan`: parsed by column, then put together by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import TypeVar

from legalgen.columns import Kind, columns_of
from legalgen.findings import CellPlace, Finding, error, message, warning
from legalgen.records.record import Record
from legalgen.tables.table import Table
from legalgen.values import Fault, Value, empty_value, is_blank, parse_column, parse_own
from legalgen.values.times import zone_of

ROW_COUNTERS = frozenset({"no", "no_urut", "nomor_urut"})

R = TypeVar("R", bound=Record)


def read_rows(
    make: Callable[..., R],
    sheet: str,
    table: Table | None,
    zone: str,
    findings: list[Finding],
) -> tuple[R, ...]:
    """Make a record of every row that holds anything in our columns.

    A row in which nothing could be read is a record all the same: a member must not be lost.
    """
    if table is None:
        return ()
    parsed = []
    for name, column in columns_of(sheet).items():
        cells = table.columns.get(name)
        if cells is None:
            parsed.append([empty_value(column.kind)] * len(table))
            continue
        values, faults = parse_column(column, cells)
        parsed.append(values)
        findings += faults_at(table, name, faults)
        if column.kind is Kind.TIME:
            places = (table.place(name, row) for row in table.numbers)
            findings += foreign_zones(zip(places, cells, strict=True), zone)
    owns = _own_values(table, sheet, findings)
    left_out = _left_out(table, sheet, parsed, owns, findings)
    records = map(make, *parsed, owns, table.numbers, repeat(table))
    return tuple(record for record in records if record.row not in left_out)


def _own_values(table: Table, sheet: str, findings: list[Finding]) -> list[Mapping[str, Value]]:
    """Give each row's values in the columns of the office's own; none that cannot be read."""
    names = [name for name in table.columns if name not in columns_of(sheet)]
    if not names:
        return [{}] * len(table)
    parsed = []
    for name in names:
        values, faults = parse_own(table.columns[name])
        parsed.append(values)
        findings += faults_at(table, name, faults)
    return [
        {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for values in zip(*parsed, strict=True)
    ]


def _left_out(
    table: Table,
    sheet: str,
    parsed: Iterable[Iterable[Value]],
    owns: Iterable[Mapping[str, Value]],
    findings: list[Finding],
) -> set[int]:
    """Give the rows with nothing in our columns, and say so unless they are just numbered."""
    ours = [cells for name, cells in table.columns.items() if name in columns_of(sheet)]
    rows = set()
    for index, (own, values) in enumerate(zip(owns, zip(*parsed, strict=True), strict=True)):
        if any(values) or not all(is_blank(cells[index]) for cells in ours):
            continue
        row = table.numbers[index]
        rows.add(row)
        filled = [name for name, value in own.items() if value != "" and name not in ROW_COUNTERS]
        if filled:
            findings.append(_nothing_known(table.place(filled[0], row)))
    return rows


def _nothing_known(place: CellPlace) -> Finding:
    return warning(
        "V026",
        place,
        message("the row holds nothing in any known column and is left out"),
        hint=message("delete it, or fill in its columns"),
    )


def foreign_zones(cells: Iterable[tuple[CellPlace, object]], zone: str) -> list[Finding]:
    """Find times that name another time zone than the event's."""
    return [
        error(
            "V028",
            place,
            message(
                "the cell says {found}, the event's zona_waktu is {zone}", found=found, zone=zone
            ),
            hint=message("write the time without a zone, and zona_waktu in the sheet kegiatan"),
        )
        for place, cell in cells
        if (found := zone_of(cell)) and found != zone.upper()
    ]


def faults_at(table: Table, column: str, faults: Iterable[tuple[int, Fault]]) -> list[Finding]:
    """Give the faults of a column their places."""
    return [fault.at(table.place(column, table.numbers[index])) for index, fault in faults]
