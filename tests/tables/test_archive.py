"""Files that are no workbooks, or worse: a clear refusal, in bounded memory and time."""

import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from legalgen.findings import Finding, LegalgenError
from legalgen.tables import read_tables
from legalgen.tables.file import MAX_FILE
from tests.intake import intake, marks
from tests.tables.handmade import KEGIATAN_ROWS, handmade, parts, text, worksheet, write

INPUTS = Path(__file__).parents[2] / "inputs"
ROWS = f'<row r="1">{text("A1", "nama")}</row><row r="2">{text("A2", "Budi")}</row>'


def members(rows: str = ROWS) -> dict[str, str]:
    return parts({"kegiatan": worksheet(KEGIATAN_ROWS), "peserta": worksheet(rows)})


def refused(source: Path) -> Finding:
    with pytest.raises(LegalgenError) as caught:
        read_tables(source)
    (finding,) = caught.value.findings
    return finding


def written(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def test_no_such_file(tmp_path):
    assert refused(tmp_path / "hilang.xlsx").code == "F001"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "F002"),
        (b"hello", "F002"),
        (b"PK\x03\x04" + b"x" * 100, "F002"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "F013"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "F003",
        ),
        (b"\r\n<html><table><tr><td>NIK</td></tr></table></html>", "F013"),
        (b'<?xml version="1.0"?><Workbook/>', "F013"),
    ],
)
def test_what_is_no_workbook_of_today(tmp_path, content, code):
    assert refused(written(tmp_path, content, "data.xls")).code == code


@pytest.mark.parametrize("name", ["acara.xlsx", "peserta.csv"])
def test_a_file_too_large_is_not_even_read(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(MAX_FILE + 1)
    assert refused(tmp_path if name == "peserta.csv" else tmp_path / name).code == "F004"


def test_a_csv_file_is_to_be_named_by_its_folder(tmp_path):
    finding = refused(written(tmp_path, b"nama\nBudi\n", "peserta.csv"))
    assert finding.code == "F013"
    assert "folder" in finding.hint.say()


def test_a_macro_workbook_is_read(tmp_path):
    assert marks(intake(handmade(tmp_path / "a.xlsm", ROWS))[1]) == []


def test_a_binary_workbook_is_refused(tmp_path):
    assert refused(write(tmp_path / "a.xlsb", {"xl/workbook.bin": b"\0" * 40})).code == "F013"


def test_a_zip_that_is_something_else(tmp_path):
    assert refused(write(tmp_path / "a.xlsx", {"word/document.xml": "<w/>"})).code == "F002"


def test_a_truncated_file_is_refused_wherever_it_is_cut(tmp_path):
    whole = handmade(tmp_path / "whole.xlsx", ROWS).read_bytes()
    for end in range(4, len(whole), 97):
        assert refused(written(tmp_path, whole[:end])).code == "F002"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("missing", [None, "<worksheet", b"\xff\xfe<\0", b""])
def test_a_part_that_is_missing_or_broken(tmp_path, part, missing: Any):
    contents: dict[str, Any] = dict(members())
    contents[part] = missing
    if missing is None:
        del contents[part]
    assert refused(write(tmp_path / "a.xlsx", contents)).code in {"F002", "F005"}


class TestBombs:
    def test_a_part_that_unpacks_to_too_much(self, tmp_path):
        bomb: dict[str, Any] = {**members(), "xl/sharedStrings.xml": b" " * (130 << 20)}
        source = write(tmp_path / "a.xlsx", bomb)
        assert source.stat().st_size < 1 << 20
        assert refused(source).code == "F004"

    def test_a_part_that_lies_about_its_size(self, tmp_path):
        source = write(tmp_path / "a.xlsx", {**members(), "xl/sharedStrings.xml": b"a" * 5_000_000})
        data = bytearray(source.read_bytes())
        size = struct.pack("<I", 5_000_000)
        while (at := data.find(size)) >= 0:
            data[at : at + 4] = struct.pack("<I", 50)
        assert refused(written(tmp_path, bytes(data))).code == "F002"

    def test_a_part_whose_checksum_is_that_of_its_first_bytes(self, tmp_path):
        source = write(tmp_path / "a.xlsx", {**members(), "xl/sharedStrings.xml": b"a" * 5_000_000})
        data = source.read_bytes()
        for number, lie in ((5_000_000, 50), (zlib.crc32(b"a" * 5_000_000), zlib.crc32(b"a" * 50))):
            data = data.replace(struct.pack("<I", number), struct.pack("<I", lie))
        assert refused(written(tmp_path, data)).code == "F002"

    def test_ten_thousand_parts(self, tmp_path):
        many = {f"x/{number}": b"" for number in range(10_001)}
        assert refused(write(tmp_path / "a.xlsx", {**members(), **many})).code == "F004"

    def test_more_rows_than_any_event_has(self, tmp_path):
        rows = '<row r="200001"><c r="A200001"><v>1</v></c></row>'
        finding = refused(handmade(tmp_path / "a.xlsx", ROWS + rows))
        assert (finding.code, finding.place.cell) == ("F004", "A200001")

    def test_more_merged_cells_than_any_sheet_has(self, tmp_path):
        merged = "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 600_000 + "</mergeCells>"
        assert refused(handmade(tmp_path / "a.xlsx", ROWS, merged)).code == "F002"

    def test_a_value_in_the_last_cell(self, tmp_path):
        far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        finding = refused(handmade(tmp_path / "a.xlsx", ROWS + far))
        assert (finding.code, finding.place.cell) == ("F004", "XFD1048576")

    @pytest.mark.parametrize(
        "far",
        [
            '<row r="1000000"><c r="A1000000"><v>1</v></c><c r="Z1000000"><v>1</v></c></row>',
            '<row r="1000000"><c/><c/><c/><c/><c><v>1</v></c></row>',
            "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
            '<row r="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
            '<row r="1048576"><x:c xmlns:x="u" r="XFD1048576"><v>1</v></x:c></row>',
            '<row r="1048576"><c t="inlineStr" r="XFD1048576"><is><t/></is></c></row>',
        ],
    )
    def test_far_values_however_they_are_written(self, tmp_path, far):
        assert refused(handmade(tmp_path / "a.xlsx", ROWS + far)).code == "F004"

    @pytest.mark.parametrize("reference", ["AAAAAAAAAAAA1", "A0", "A99999999999", "1", "é1"])
    def test_references_that_name_no_cell(self, tmp_path, reference):
        rows = f'{ROWS}<row r="3"><c r="{reference}"><v>1</v></c></row>'
        assert refused(handmade(tmp_path / "a.xlsx", rows)).code in {"F002", "F004"}

    def test_formatting_of_empty_cells_out_there_is_no_bomb(self, tmp_path):
        far = '<row r="1048576" s="1"><c r="XFD1048576" s="0"/></row>'
        event, findings = intake(handmade(tmp_path / "a.xlsx", ROWS + far))
        assert [person.nama for person in event.peserta] == ["Budi"]
        assert findings == []


class TestTricks:
    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
        ],
    )
    @pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/workbook.xml"])
    def test_a_document_type(self, tmp_path, doctype, part):
        contents = members(ROWS.replace("Budi", "&amp;a;"))
        contents[part] = doctype + contents[part]
        assert refused(write(tmp_path / "a.xlsx", contents)).code == "F005"

    def test_an_undeclared_entity(self, tmp_path):
        source = handmade(tmp_path / "a.xlsx", ROWS.replace("Budi", "&rahasia;"))
        assert refused(source).code == "F002"

    @pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
    def test_another_encoding(self, tmp_path, encoding):
        head = f'<?xml version="1.0" encoding="{encoding}"?>'
        contents: dict[str, Any] = {**members()}
        sheet = contents.pop("xl/worksheets/sheet2.xml")
        contents["xl/worksheets/sheet2.xml"] = (head + sheet).encode(encoding)
        assert refused(write(tmp_path / "a.xlsx", contents)).code == "F005"

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("xl/media/logo.gif", b"GIF89a\x01\0\x01\0\x80\0\0"),
            ("xl/media/logo.svg", b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y"><svg/>'),
            ("xl/embeddings/Surat.docx", b"PK\x03\x04\x14\0\x06\0"),
            ("docProps/thumbnail.wmf", b"\xd7\xcd\xc6\x9a\0\0"),
            ("customXml/item1.xml", '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")),
        ],
    )
    def test_what_is_put_into_a_workbook_is_no_trick(self, tmp_path, name, content):
        event, findings = intake(write(tmp_path / "a.xlsx", {**members(), name: content}))
        assert [person.nama for person in event.peserta] == ["Budi"]
        assert findings == []

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_parts_of_one_name(self, tmp_path):
        source = handmade(tmp_path / "a.xlsx", ROWS)
        with ZipFile(source, "a", ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet2.xml", worksheet(ROWS.replace("Budi", "Siti")))
        assert refused(source).code == "F005"


def test_what_openpyxl_reads_is_what_is_read():
    source = INPUTS / "tot-kpps.xlsx"
    rows = load_workbook(source)["peserta"].iter_rows(min_row=2, values_only=True)
    event, _ = intake(source)
    assert [(person.nik, person.nama) for person in event.peserta] == [row[:2] for row in rows]
