"""Dates in Indonesian; Babel is the oracle for every day of sixteen years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from legalgen.dates import (
    clock,
    date_range,
    day_name,
    full_date,
    long_date,
    short_date,
    spell_date,
)
from legalgen.spelled import read_number

FIRST, LAST = date(2019, 1, 1), date(2034, 12, 31)
MOMENT = datetime(2024, 1, 25, 9, 0, tzinfo=UTC)
EVERY_DAY = [FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1)]


def test_every_day_is_what_babel_says():
    assert EVERY_DAY[-1] == LAST
    for day in EVERY_DAY:
        assert full_date(day) == format_date(day, "EEEE, d MMMM y", locale="id")
        assert f"{day_name(day)}, {long_date(day)}" == full_date(day)
        assert short_date(day) == format_date(day, "dd-MM-y", locale="id")


def test_every_day_in_words_reads_back_as_that_day():
    for day in EVERY_DAY:
        words = spell_date(day)
        _, number, month, year = (
            words.replace(" bulan ", " tahun ").replace("tanggal ", "| tahun ").split(" tahun ")
        )
        assert read_number(number) == day.day
        assert month in long_date(day)
        assert read_number(year) == day.year
        assert spell_date(day, capitals=True).casefold() == words.casefold()


def test_as_minutes_open():
    day = date(2024, 1, 25)
    assert spell_date(day) == "tanggal dua puluh lima bulan Januari tahun dua ribu dua puluh empat"
    assert spell_date(day, capitals=True) == (
        "tanggal Dua Puluh Lima bulan Januari tahun Dua Ribu Dua Puluh Empat"
    )


def test_friday_has_no_apostrophe():
    assert day_name(date(2024, 1, 26)) == "Jumat"


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2024, 1, 22), date(2024, 1, 24), "22 s.d. 24 Januari 2024"),
        (date(2024, 1, 25), date(2024, 2, 25), "25 Januari s.d. 25 Februari 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 Desember 2023 s.d. 2 Januari 2024"),
        (date(2023, 1, 22), date(2024, 1, 24), "22 Januari 2023 s.d. 24 Januari 2024"),
        (date(2024, 1, 22), date(2024, 1, 22), "22 Januari 2024"),
    ],
)
def test_ranges_say_month_and_year_once_where_they_are_the_same(first, last, printed):
    assert date_range(first, last) == printed


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_a_range_ends_with_its_last_day_and_never_runs_backwards(first, last):
    if last < first:
        with pytest.raises(ValueError, match="comes before"):
            date_range(first, last)
    else:
        assert date_range(first, last).endswith(long_date(last))
        assert date_range(first, last).startswith(str(first.day))


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (time(9, 0), "09.00"),
        (time(0, 0), "00.00"),
        (time(13, 5), "13.05"),
        (time(9, 0, 30), "09.00.30"),
    ],
)
def test_times_have_a_dot(moment, printed):
    assert clock(moment) == printed


@pytest.mark.parametrize("value", [None, "", "25-01-2024", 45316, MOMENT])
def test_only_a_date_is_a_date(value):
    for write in (day_name, long_date, full_date, short_date, spell_date):
        with pytest.raises(TypeError, match="is not a date"):
            write(value)
    for first, last in ((value, FIRST), (LAST, value)):
        with pytest.raises(TypeError, match="is not a date"):
            date_range(first, last)


@pytest.mark.parametrize("value", [None, "", "09.00", 0.375, MOMENT])
def test_only_a_time_is_a_time(value):
    with pytest.raises(TypeError, match="is not a time of day"):
        clock(value)
