"""The manifest: what is written is read again, and what is not ours is refused."""

from hashlib import sha256

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

cells = st.text(st.characters(codec="utf-8"))
files = st.builds("surat-tugas/{}/ST_{}.docx".format, st.sampled_from(["Bokol", "Bu, kol"]), cells)
files = files.filter(lambda file: "\\" not in file and ".." not in file)
hashes = st.sampled_from(["", sha256(b"surat").hexdigest()])
entries = st.builds(Entry, cells, files, cells, cells, st.integers(0), hashes, *[cells] * 6)


def test_its_first_columns_are_those_of_the_report():
    assert COLUMNS[: len(REPORTED)] == REPORTED


@given(st.lists(entries, unique_by=lambda entry: entry.file))
def test_what_is_written_is_read_again(written):
    assert list(read_manifest(write_manifest(written))) == written


HEADER = "product,file,subject,number,rows,sha256\r\n"
HASH = sha256(b"").hexdigest()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "the column product is missing"),
        ("nama;nilai\r\n1;2\r\n", "the column product is missing"),
        (HEADER.replace(",", ";"), "the column product is missing"),
        (HEADER + "sk,sk/b.docx,c,d,banyak,\r\n", "line 2 was changed"),
        (HEADER + "sk,sk/b.docx,c,d,1,12E+45\r\n", "line 2 was changed"),
        (HEADER + "sk,sk/b.docx,c,d\r\n", "line 2 was changed"),
        (HEADER + f"sk,sk/b.docx,c,d,1,{HASH[:9]}", "line 2 was changed"),
        (HEADER + f"sk,sk/b.docx,c,d,1,{HASH}", "it ends in the middle of a line"),
        (HEADER + f"sk,sk/b.docx,c,d,1,{HASH}\r\n" * 2 + "sk,sk/b.docx,c,d,2,\r\n", "twice"),
        *(
            (HEADER + f"sk,{file},c,d,1,{HASH}\r\n", "line 2 was changed")
            for file in ("../b.docx", "sk/../../b", "/etc/b", "manifest.csv", "C:/b", r"sk\..\..\b")
        ),
    ],
)
def test_what_is_not_as_it_was_written_is_refused(content, why):
    with pytest.raises(UnreadableManifestError, match=why):
        read_manifest(content.encode())


def test_what_is_not_text_is_refused():
    with pytest.raises(UnreadableManifestError, match="UTF-8"):
        read_manifest(b"\xff\xfe")


def test_sorted_by_hand_with_a_column_of_notes_it_is_still_read():
    lines = [f"sk,sk/{name}.docx,c,d,1,{HASH},sudah dikirim\n" for name in "ba"]
    content = HEADER.replace("\r", "").replace("\n", ",catatan\n") + "".join([*lines, lines[0]])
    assert [entry.file for entry in read_manifest(content.encode())] == ["sk/b.docx", "sk/a.docx"]


def test_a_document_of_very_many_rows_is_read_again():
    places = "peserta!" + row_ranges(range(2, 100_000, 2))
    entry = Entry("sk", "sk/a.docx", "", "", 50_000, HASH, places=places)
    assert read_manifest(write_manifest([entry])) == [entry]


@given(st.sets(st.integers(1, 200), min_size=1))
def test_row_ranges_name_each_row_once(rows):
    named = [
        number
        for part in row_ranges(sorted(rows)).split(",")
        for number in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
    ]
    assert named == sorted(rows)
