"""The manifest: what is written is read again, and what is not ours is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalgen.output.manifest import (
    COLUMNS,
    REPORTED,
    Entry,
    UnreadableManifestError,
    read_manifest,
    row_ranges,
    write_manifest,
)

# What a cell may hold: anything that can be encoded, but a NUL, which csv does not read.
cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
entries = st.builds(Entry, cells, cells, cells, cells, st.integers(0), *[cells] * 7)


def test_its_first_columns_are_those_of_the_report():
    assert COLUMNS[: len(REPORTED)] == REPORTED


@given(st.lists(entries))
def test_what_is_written_is_read_again(written):
    assert list(read_manifest(write_manifest(written))) == written


@pytest.mark.parametrize(
    "content",
    [
        b"nama;nilai\r\n1;2\r\n",
        b"product,file,subject,number,rows,sha256\r\na,b,c,d,banyak,\r\n",
        b"\xff\xfe",
    ],
)
def test_what_is_not_a_manifest_is_refused(content):
    with pytest.raises(UnreadableManifestError):
        list(read_manifest(content))


@given(st.sets(st.integers(1, 200), min_size=1))
def test_row_ranges_name_each_row_once(rows):
    named = [
        number
        for part in row_ranges(sorted(rows)).split(",")
        for number in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
    ]
    assert named == sorted(rows)
