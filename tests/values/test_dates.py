"""Dates and times: one reading or a finding, never a guess in silence."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.columns import Column, Kind
from legalgen.dates import DAYS, MONTHS
from legalgen.values import Value, parse_column

BORN = Column("tanggal_lahir", Kind.DATE)
CLOCK = Column("waktu_pelantikan", Kind.TIME)


def read(column: Column, *cells: object) -> tuple[list[Value], list[tuple[int, str]]]:
    values, faults = parse_column(column, cells)
    return values, [(index, fault.code) for index, fault in faults]


@pytest.mark.parametrize(
    "cell",
    [
        date(2024, 1, 25),
        datetime(2024, 1, 25),  # noqa: DTZ001
        "25-01-2024",
        "25/1/2024",
        "25.01.2024",
        "25 - 01 - 2024",
        "25 01 2024",
        "2024-01-25",
        "2024/1/25",
        "2024-01-25 00:00:00",
        "2024-01-25T00:00:00",
        "25-01-2024 00.00",
        "25 Januari 2024",
        "25 januari 2024.",
        "25 JAN 2024",
        "25-Jan-2024",
        "25Jan2024",
        "January 25, 2024",
        "Kamis, 25 Jan 2024",
        "Hari Kamis tanggal 25 Januari 2024",
        "25, Januari 2024",
        "25–01–2024",
        "25\u201101\u20112024",
        "'25-01-2024",
        "Kamis 25/01/2024",
        "\u00a025 Januari\u00a02024\u200b",
        "２５－０１－２０２４",
    ],
)
def test_a_date_with_one_reading(cell):
    assert read(BORN, cell) == ([date(2024, 1, 25)], [])


@pytest.mark.parametrize("spelling", ["Jum'at", "Jum’at", "Jumat", "JUMAT", "Jum`at", "Friday"])
def test_friday_however_it_is_written(spelling):
    assert read(BORN, f"{spelling}, 26 Jan 2024") == ([date(2024, 1, 26)], [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31-02-1990", "V005"),
        ("25-13-2024", "V005"),
        ("29 Februari 2023", "V005"),
        ("25 Brumaire 2024", "V005"),
        pytest.param("x" * 32_767, "V005", id="as much text as a cell holds, in no time"),
        ("besok", "V005"),
        ("1990", "V005"),
        ("25-01/2024", "V005"),
        ("12051990", "V005"),
        ("25-01-0990", "V005"),
        (1990.0, "V005"),
        (12051990.0, "V005"),
        (45316.5, "V005"),
        (float("nan"), "V005"),
        (float("inf"), "V005"),
        (time(9, 0), "V005"),
        ("25-01-24", "V006"),
        ("25 Jan 90", "V006"),
        ("Rabu, 25 Januari 2024", "V009"),
        ("Rabu, 31-02-1990", "V005"),
        ("31-02-1990 08:30", "V005"),
        (True, "V012"),
        ("#N/A", "V001"),
        ("########", "V001"),
    ],
)
def test_no_date_is_an_error_and_no_value(cell, code):
    assert read(BORN, cell) == ([None], [(0, code)])


@pytest.mark.parametrize("cell", ["31-02-1990", "29 Februari 2023", "1990/13/01", "1-1-1090"])
def test_a_day_that_is_not_in_the_calendar_is_not_blamed_on_its_spelling(cell):
    ((_, fault),) = parse_column(BORN, [cell])[1]
    assert "calendar" in fault.what.say()


@pytest.mark.parametrize("cell", ["", "  ", "-", "---", "\u00a0", "–"])
def test_an_empty_cell_is_no_date_and_no_fault(cell):
    assert read(BORN, cell) == ([None], [])


@pytest.mark.parametrize("cell", [45316.0, 45316, "45316"])
def test_a_serial_number_is_a_date_and_said(cell):
    assert read(BORN, cell) == ([date(2024, 1, 25)], [(0, "V010")])


def test_a_time_after_a_date_is_said():
    assert read(BORN, "25-01-2024 08:30") == ([date(2024, 1, 25)], [(0, "V022")])
    assert read(BORN, datetime(2024, 1, 25, 8, 30)) == (  # noqa: DTZ001
        [date(2024, 1, 25)],
        [(0, "V022")],
    )


class TestTwoReadings:
    """`03/04/2024`: which number is the day."""

    def test_day_first_and_said_once_where_nothing_settles_it(self):
        values, faults = read(BORN, "03/04/2024", "05/06/2024", "07/08/2024")
        assert values == [date(2024, 4, 3), date(2024, 6, 5), date(2024, 8, 7)]
        assert faults == [(0, "V007")]

    def test_day_first_and_silent_where_another_date_settles_it(self):
        values, faults = read(BORN, "03/04/2024", "25/04/2024")
        assert values == [date(2024, 4, 3), date(2024, 4, 25)]
        assert faults == []

    def test_month_first_and_said_once_where_another_date_settles_it_so(self):
        values, faults = read(BORN, "03/04/2024", "04/25/2024")
        assert values == [date(2024, 3, 4), date(2024, 4, 25)]
        assert faults == [(0, "V024")]

    def test_an_error_at_each_cell_where_the_column_holds_both(self):
        values, faults = read(BORN, "03/04/2024", "04/25/2024", "25/04/2024", "05/06/2024")
        assert values == [None, date(2024, 4, 25), date(2024, 4, 25), None]
        assert faults == [(0, "V008"), (1, "V024"), (3, "V008")]

    def test_the_same_number_twice_needs_no_settling(self):
        assert read(BORN, "05/05/2024") == ([date(2024, 5, 5)], [])

    def test_the_day_of_the_week_settles_it(self):
        assert read(BORN, "Rabu, 03/04/2024") == ([date(2024, 4, 3)], [])
        assert read(BORN, "Senin, 03/04/2024") == ([date(2024, 3, 4)], [])
        assert read(BORN, "Jumat, 03/04/2024") == ([None], [(0, "V009")])

    def test_swapped_date_cells_are_doubted(self):
        swapped = [date(2024, month, 3) for month in range(1, 8)]
        values, faults = read(BORN, *swapped, "25/04/2024")
        assert values == [*swapped, date(2024, 4, 25)]
        assert faults == [(0, "V021")]

    def test_date_cells_with_late_days_are_not_doubted(self):
        cells = [date(2024, month, 3) for month in range(1, 8)]
        assert read(BORN, *cells, date(2024, 1, 13), "25/04/2024")[1] == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_as_indonesian_offices_write_it(day):
    texts = (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
        f"{DAYS[day.weekday()]}, {day:%d/%m/%Y}",
        day.isoformat(),
        f"{day:%d-%m-%Y} 00:00:00",
    )
    for text in texts:
        assert read(BORN, text)[0] == [day], text


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (time(9, 0), time(9)),
        ("09.00", time(9)),
        ("9:00", time(9)),
        ("09:00:00", time(9)),
        ("pukul 09.00 WIB", time(9)),
        ("Pkl. 13.30 wib", time(13, 30)),
        ("jam 8.15", time(8, 15)),
        (0.375, time(9)),
        (timedelta(hours=9, minutes=30), time(9, 30)),
        (0.0, time(0)),
        ("", None),
    ],
)
def test_a_time_of_day(cell, value):
    assert read(CLOCK, cell) == ([value], [])


@pytest.mark.parametrize(
    "cell", ["25.00", "09.60", "9", 9.0, 9.3, "09.00 s.d. selesai", date(2024, 1, 25), -0.5]
)
def test_no_time_of_day(cell):
    assert read(CLOCK, cell) == ([None], [(0, "V015")])
