"""Workbooks as they come: right values, or a finding at the right cell."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from legalgen.findings import Finding, LegalgenError
from legalgen.records import Event
from tests.intake import intake, marks
from tests.tables.handmade import (
    KEGIATAN_ROWS,
    MAIN,
    handmade,
    parts,
    text,
    worksheet,
    write,
)

HEAD = f'<row r="1">{text("A1", "nama")}{text("B1", "tps")}</row>'
BUDI = f'<row r="2">{text("A2", "Budi")}<c r="B2"><v>7</v></c></row>'


def names(event: Event) -> list[str]:
    return [person.nama for person in event.peserta]


@pytest.fixture
def book():
    """A workbook in openpyxl with a lawful sheet `kegiatan` and an empty sheet `peserta`."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "kegiatan"
    sheet.append(["kunci", "nilai"])
    sheet.append(["kabupaten", "Purbalingga"])
    workbook.create_sheet("peserta")
    return workbook


def saved(book: Workbook, tmp_path: Path, name: str = "acara.xlsx") -> Path:
    book.save(tmp_path / name)
    return tmp_path / name


class TestLayout:
    def test_headers_with_nobody_below_them_are_said_and_are_a_table(self, book, tmp_path):
        book["peserta"].append(["nama", "tps"])
        assert marks(intake(saved(book, tmp_path))[1]) == ["F019 peserta"]

    def test_title_rows_blank_rows_and_blank_columns(self, book, tmp_path):
        sheet = book["peserta"]
        sheet["C2"] = "DAFTAR PESERTA"
        sheet["C3"] = "Nama kegiatan: Pelantikan"
        for cell, value in {"C5": "No", "E5": "Nama", "F5": "TPS"}.items():
            sheet[cell] = value
        sheet["C6"], sheet["E6"], sheet["F6"] = 1, "Budi", 1
        sheet["C9"], sheet["E9"], sheet["F9"] = 2, "Siti", "x"
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi", "Siti"]
        assert [person.row for person in event.peserta] == [6, 9]
        assert marks(findings) == ["V013 peserta!F9"]

    def test_a_header_of_two_rows_with_merged_cells(self, book, tmp_path):
        sheet = book["peserta"]
        sheet.append(["No", "Nama", "Kelahiran", None, "Alamat", None, None, "Instansi", None])
        sheet.append(
            [None, None, "Tempat Lahir", "Tgl Lahir", "Jalan", "RT", "RW", "Nama", "Alamat"]
        )
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:G1", "H1:I1"):
            sheet.merge_cells(cells)
        born = date(1990, 5, 12)
        sheet.append([1, "Budi", "Kebumen", born, "Jl. A", "001", "002", "PT A", "Jl. B"])
        event, findings = intake(saved(book, tmp_path))
        (budi,) = event.peserta
        assert (budi.nama, budi.tempat_lahir, budi.tanggal_lahir) == ("Budi", "Kebumen", born)
        assert (budi.alamat, budi.rt, budi.rw) == ("Jl. A", "001", "002")
        assert (budi.instansi, budi.alamat_instansi) == ("PT A", "Jl. B")
        assert findings == []

    def test_a_header_of_two_rows_without_merged_cells(self, book, tmp_path):
        for row in (
            ["No", "Nama", "Kelahiran", None, "Alamat", None, None],
            [None, None, "Tempat", "Tanggal", "Jalan", "RT", "RW"],
            [1, "Budi", "Kebumen", date(1990, 5, 12), "Jl. A", "001", "002"],
        ):
            book["peserta"].append(row)
        event, findings = intake(saved(book, tmp_path))
        (budi,) = event.peserta
        assert (budi.tempat_lahir, budi.tanggal_lahir) == ("Kebumen", date(1990, 5, 12))
        assert (budi.alamat, budi.rt, budi.rw) == ("Jl. A", "001", "002")
        assert findings == []

    @pytest.mark.parametrize("below", [None, ["", "", "Tempat", "Tanggal"]])
    def test_one_header_merged_across_the_two_columns_it_speaks_of(self, book, tmp_path, below):
        sheet = book["peserta"]
        sheet.append(["No", "Nama", "Tempat, Tanggal Lahir", None, "RT/RW", None])
        sheet.merge_cells("C1:D1")
        sheet.merge_cells("E1:F1")
        if below:
            sheet.append([cell or None for cell in below])
        sheet.append([1, "Budi", "Kebumen", date(1990, 5, 12), "001", "002"])
        event, findings = intake(saved(book, tmp_path))
        (budi,) = event.peserta
        assert (budi.tempat_lahir, budi.tanggal_lahir) == ("Kebumen", date(1990, 5, 12))
        assert (budi.rt, budi.rw) == ("001", "002")
        assert findings == []

    def test_a_value_merged_down_stands_in_each_row_but_a_name_does_not(self, book, tmp_path):
        sheet = book["peserta"]
        for row in (
            ["Desa", "Nama", "TPS"],
            ["Bokol", "Budi", 1],
            [None, "Siti", None],
            [None, None, 2],
            ["Wringin", "Tono", 3],
        ):
            sheet.append(row)
        for cells in ("A2:A4", "B3:B4", "C2:C3"):
            sheet.merge_cells(cells)
        event, findings = intake(saved(book, tmp_path))
        assert [(person.nama, person.desa, person.tps) for person in event.peserta] == [
            ("Budi", "Bokol", 1),
            ("Siti", "Bokol", 1),
            ("", "Bokol", 2),
            ("Tono", "Wringin", 3),
        ]
        assert marks(findings) == ["V019 peserta!B4"]

    def test_merged_cells_beyond_the_data(self, book, tmp_path):
        for row in (["Nama"], ["Budi"]):
            book["peserta"].append(row)
        for cells in ("A2:A9", "C2:D5", "F9:G12", "A20:A22"):
            book["peserta"].merge_cells(cells)
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi"]
        assert findings == []

    def test_a_wide_header_over_data_does_not_swallow_the_first_person(self, book, tmp_path):
        sheet = book["peserta"]
        sheet.append(["Nama", None, "TPS"])
        sheet.merge_cells("A1:B1")
        sheet.append(["Budi", None, 1])
        sheet.append(["Siti", None, 2])
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi", "Siti"]
        assert findings == []

    def test_data_that_looks_like_a_header_is_data(self, book, tmp_path):
        sheet = book["peserta"]
        sheet.append(["Nama", "Keterangan", "TPS"])
        sheet.append(["Budi", "NIK", 1])
        event, _ = intake(saved(book, tmp_path))
        assert names(event) == ["Budi"]

    def test_a_row_that_numbers_the_columns_and_a_repeated_header_are_no_people(
        self, book, tmp_path
    ):
        sheet = book["peserta"]
        for row in (
            ["No", "Nama", "TPS"],
            ["(1)", "(2)", "(3)"],
            [1, "Budi", 1],
            ["No", "Nama", "TPS"],
            [2, "Siti", 2],
            [3, None, None],
        ):
            sheet.append(row)
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi", "Siti"]
        assert findings == []

    def test_people_called_one_two_three_are_people(self, book, tmp_path):
        for row in (["Nama", "TPS"], ["1", "2"], ["Budi", 3]):
            book["peserta"].append(row)
        assert names(intake(saved(book, tmp_path))[0]) == ["1", "Budi"]

    def test_a_remark_below_the_list_is_said(self, book, tmp_path):
        for row in (["Nama", "TPS", "Catatan"], ["Budi", 1, None], [None, None, "diperiksa"]):
            book["peserta"].append(row)
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi"]
        assert marks(findings) == ["V026 peserta!C3"]

    def test_values_under_no_header_are_said(self, book, tmp_path):
        for row in (["Nama", None, "TPS"], ["Budi", "x", 1], ["Siti", "y", 1]):
            book["peserta"].append(row)
        assert marks(intake(saved(book, tmp_path))[1]) == ["F011 peserta!B2"]

    def test_hidden_rows_and_sheets_are_read_and_said(self, book, tmp_path):
        sheet = book["peserta"]
        for name in ("Nama", "Budi", "Siti", None, "Tono"):
            sheet.append([name])
        for row in (3, 4, 5, 9):
            sheet.row_dimensions[row].hidden = True
        sheet.auto_filter.ref = "A1:A5"
        sheet.sheet_state = "hidden"
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi", "Siti", "Tono"]
        assert marks(findings) == ["F012 peserta", "F012 peserta!A3"]

    def test_sheets_by_any_spelling_and_others_left_alone(self, book, tmp_path):
        book["peserta"].title = "PESERTA "
        book["kegiatan"].title = " KEGIATAN"
        book["PESERTA "].append(["Nama"])
        book["PESERTA "].append(["Budi"])
        book.create_sheet("Rekap")["XFD1048576"] = "jauh"
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["Budi"]
        assert findings == []

    def test_a_sheet_that_is_nearly_called_as_ours_is_said_to_be_unread(self, book, tmp_path):
        book.create_sheet("Jadwal kegiatan")
        for title in ("peserta", "peserta (2)", "Data Peserta"):
            sheet = book["peserta"] if title == "peserta" else book.create_sheet(title)
            sheet.append(["Nama"])
            sheet.append([title])
        event, findings = intake(saved(book, tmp_path))
        assert names(event) == ["peserta"]
        assert marks(findings) == ["F022 Data Peserta", "F022 peserta (2)"]

    def test_two_sheets_of_one_name(self, book, tmp_path):
        book["peserta"].append(["Nama"])
        book["peserta"].append(["Budi"])
        book.create_sheet("Peserta_").append(["Nama"])
        assert marks(intake(saved(book, tmp_path))[1]) == ["F014 Peserta_"]

    def test_a_missing_sheet_and_a_sheet_without_header(self, book, tmp_path):
        book["kegiatan"].title = "Sheet1"
        book["peserta"].append(["Budi", "Siti"])
        assert marks(intake(saved(book, tmp_path))[1]) == ["F006 ", "F007 peserta"]


class TestHeaders:
    def read(
        self, book: Workbook, tmp_path: Path, header: list[str], row: list[Any] | None = None
    ) -> tuple[Event, list[Finding]]:
        book["peserta"].append(header)
        book["peserta"].append(row or ["x" for _ in header])
        return intake(saved(book, tmp_path))

    def test_synonyms(self, book, tmp_path):
        header = ["Nama Lengkap", "L/P", "No HP/WA", "Kel/Desa", "NIK (16 digit)", "Tgl. Lahir *"]
        row = ["Budi", "L", "0812", "Bokol", "3303991505900001", "15-05-1990"]
        event, findings = self.read(book, tmp_path, header, row)
        (budi,) = event.peserta
        assert (budi.nama, budi.jenis_kelamin, budi.no_hp) == ("Budi", "L", "0812")
        assert (budi.desa, budi.nik) == ("Bokol", "3303991505900001")
        assert budi.tanggal_lahir == date(1990, 5, 15)
        assert findings == []

    @pytest.mark.parametrize(
        ("cell", "place", "born"),
        [
            ("Purbalingga, 15-05-1990", "Purbalingga", date(1990, 5, 15)),
            ("Purbalingga 15 Mei 1990", "Purbalingga", date(1990, 5, 15)),
            ("Purbalingga/15-05-1990", "Purbalingga", date(1990, 5, 15)),
            ("Kab. Purbalingga, Selasa 15 Mei 1990", "Kab. Purbalingga", date(1990, 5, 15)),
            ("Jakarta, DKI, 15/5/1990", "Jakarta, DKI", date(1990, 5, 15)),
            ("Purbalingga, Tgl. 15-05-1990", "Purbalingga", date(1990, 5, 15)),
            ("Purbalingga, hari Selasa tanggal 15 Mei 1990", "Purbalingga", date(1990, 5, 15)),
            ("Purbalingga15-05-1990", "Purbalingga", date(1990, 5, 15)),
            ("Purbalingga : 15 Mei 1990", "Purbalingga", date(1990, 5, 15)),
            ("Minggu Raya, 15 Mei 1990", "Minggu Raya", date(1990, 5, 15)),
            ("Purbalingga, -", "Purbalingga", None),
            (date(1990, 5, 15), "", date(1990, 5, 15)),
            ("Purbalingga", "Purbalingga", None),
            ("", "", None),
        ],
    )
    def test_ttl_is_split(self, book, tmp_path, cell, place, born):
        event, findings = self.read(book, tmp_path, ["Nama", "TTL"], ["Budi", cell])
        (budi,) = event.peserta
        assert (budi.tempat_lahir, budi.tanggal_lahir) == (place, born)
        assert findings == []
        assert budi.place("tanggal_lahir").cell == "B2"

    def test_a_bad_date_in_ttl_is_found_there(self, book, tmp_path):
        row = ["Budi", "Kebumen, 31-02-1990"]
        event, findings = self.read(book, tmp_path, ["Nama", "Tempat, Tanggal Lahir"], row)
        assert event.peserta[0].tempat_lahir == "Kebumen"
        assert marks(findings) == ["V005 peserta!B2"]

    def test_a_date_in_ttl_with_more_words_than_are_known_spoils_no_place(self, book, tmp_path):
        row = ["Budi", "Kebumen, Selasa Pahing 15 Mei 1990"]
        event, findings = self.read(book, tmp_path, ["Nama", "TTL"], row)
        assert event.peserta[0].tempat_lahir == "Kebumen"
        assert marks(findings) == ["V005 peserta!B2"]

    def test_a_column_of_its_own_counts_more_than_its_part_of_a_combined_one(self, book, tmp_path):
        header = ["Nama", "TTL", "Tanggal Lahir", "RT", "RT/RW"]
        row = ["Budi", "Kebumen, 15-05-1990", "#N/A", "003", "001/002"]
        event, findings = self.read(book, tmp_path, header, row)
        (budi,) = event.peserta
        assert (budi.tanggal_lahir, budi.rt) == (None, "003")
        assert budi.lain == {"ttl": "Kebumen, 15-05-1990", "rt_rw": "001/002"}
        assert marks(findings) == ["V001 peserta!C2"]

    @pytest.mark.parametrize(
        "cell",
        [
            *("001/002", "001 / 002", "001 002", "００１／００２"),
            *("RT 001 RW 002", "RT.001/RW.002", "rt001rw002", "RT. 001, RW. 002"),
        ],
    )
    def test_rt_rw_is_split(self, book, tmp_path, cell):
        event, findings = self.read(book, tmp_path, ["Nama", "RT/RW"], ["Budi", cell])
        assert (event.peserta[0].rt, event.peserta[0].rw) == ("001", "002")
        assert findings == []

    def test_rt_rw_that_excel_turned_into_a_date(self, book, tmp_path):
        row = ["Budi", date(2024, 2, 1)]
        event, findings = self.read(book, tmp_path, ["Nama", "RT/RW"], row)
        assert (event.peserta[0].rt, event.peserta[0].rw) == ("", "")
        assert marks(findings) == ["V011 peserta!B2"]

    @pytest.mark.parametrize("cell", [0.5, "1-Feb", "RW 01 RT 01", "001/002/003"])
    def test_rt_rw_that_is_none_is_said_once(self, book, tmp_path, cell):
        event, findings = self.read(book, tmp_path, ["Nama", "RT/RW"], ["Budi", cell])
        assert (event.peserta[0].rt, event.peserta[0].rw) == ("", "")
        assert marks(findings) == ["V018 peserta!B2"]

    @pytest.mark.parametrize(
        ("cell", "blocks"), [("001", ("001", "")), ("RT 1/-", ("1", "")), ("-/-", ("", ""))]
    )
    def test_rt_without_rw(self, book, tmp_path, cell, blocks):
        event, findings = self.read(book, tmp_path, ["Nama", "RT/RW"], ["Budi", cell])
        assert (event.peserta[0].rt, event.peserta[0].rw) == blocks
        assert findings == []

    def test_two_headers_for_one_column(self, book, tmp_path):
        _, findings = self.read(book, tmp_path, ["Nama Lengkap", "Nama Peserta"])
        assert marks(findings) == ["F009 peserta!B1"]
        assert [place.cell for place in findings[0].related] == ["A1"]

    def test_the_columns_own_name_wins_over_a_synonym(self, book, tmp_path):
        event, findings = self.read(
            book, tmp_path, ["Alamat KTP", "Nama", "Alamat"], ["a", "b", "c"]
        )
        assert event.peserta[0].alamat == "c"
        assert event.peserta[0].lain == {"alamat_ktp": "a"}
        assert findings == []

    def test_a_header_with_a_slip_is_asked_about(self, book, tmp_path):
        event, findings = self.read(book, tmp_path, ["Nama", "Jenis Kelmain"])
        assert event.peserta[0].lain == {"jenis_kelmain": "x"}
        assert marks(findings) == ["F010 peserta!B1"]
        assert "jenis_kelamin" in findings[0].message.say()

    def test_no_column_with_names(self, book, tmp_path):
        _, findings = self.read(book, tmp_path, ["NIK", "TPS"], ["3303991505900001", "1"])
        assert marks(findings) == ["F008 peserta", "V019 peserta!2"]

    def test_columns_of_the_offices_own_under_one_header_are_both_kept(self, book, tmp_path):
        event, _ = self.read(book, tmp_path, ["Nama", "Ket.", "Ket"], ["Budi", "a", "b"])
        assert event.peserta[0].lain == {"ket": "a", "ket_2": "b"}


class TestCells:
    def test_each_kind_of_date_and_number(self, book, tmp_path):
        sheet = book["peserta"]
        sheet.append(["Nama", "Tanggal Lahir", "TPS", "NIK", "Jabatan", "Badan"])
        rows = [
            ["a", date(1990, 5, 12), 1, "3303991505900001", "Ketua", "KPPS"],
            ["b", datetime(1990, 5, 12), "TPS 001", 3303991505900001, "ketua", "kpps"],  # noqa: DTZ001
            ["c", 33005, "001", "'3303991505900001", True, "RT"],
            ["d", "12 Mei 1990", 1.5, "3,30301E+15", "Sekretaris", "=1/0"],
        ]
        for row in rows:
            sheet.append(row)
        event, findings = intake(saved(book, tmp_path))
        assert [person.tanggal_lahir for person in event.peserta] == [date(1990, 5, 12)] * 4
        assert [person.tps for person in event.peserta] == [1, 1, 1, None]
        niks = [person.nik for person in event.peserta]
        assert niks == ["3303991505900001", "", "3303991505900001", ""]
        assert marks(findings) == [
            "V002 peserta!F5",
            "V003 peserta!D3",
            "V003 peserta!D5",
            "V010 peserta!B4",
            "V012 peserta!E4",
            "V013 peserta!C5",
            "V014 peserta!E5",
            "V014 peserta!F4",
        ]

    def test_no_message_holds_a_nik_in_full(self, book, tmp_path):
        for row in (["Nama", "NIK"], ["Budi", 3303991505900001], ["Siti", "3303991505900002.0"]):
            book["peserta"].append(row)
        _, findings = intake(saved(book, tmp_path))
        assert len(findings) == 2
        assert not [f for f in findings if "99150590" in f.message.say() + f.hint.say()]

    def test_formulas_with_and_without_values_and_errors(self, tmp_path):
        rows = f"""{HEAD}
            <row r="2"><c r="A2" t="str"><f>B9</f><v>Budi</v></c>
              <c r="B2"><f>1+1</f><v>2</v></c></row>
            <row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3"><f>1+1</f></c></row>
            <row r="4">{text("A4", "Siti")}<c r="B4" t="str"><f>""</f><v></v></c></row>
            <row r="5">{text("A5", "Tono")}<c r="B5" s="1"><f>1+1</f><v/></c></row>
            <row r="6">{text("A6", "Wati")}<c r="B6" t="e"><f>NA()</f><v>#N/A</v></c></row>
            <row r="7"><c r="A7" t='e'><v>#REF!</v></c><c r="B7"><v>3</v></c></row>"""
        event, findings = intake(handmade(tmp_path / "a.xlsx", rows))
        assert names(event) == ["Budi", "", "Siti", "Tono", "Wati", ""]
        assert [person.tps for person in event.peserta] == [2, None, None, None, None, 3]
        assert marks(findings) == [
            "V001 peserta!A3",
            "V001 peserta!A7",
            "V001 peserta!B6",
            "V002 peserta!B3",
            "V002 peserta!B5",
        ]

    @pytest.mark.parametrize("shown", ["#SPILL!", "#FIELD!", "#GETTING_DATA", "#BARU!"])
    @pytest.mark.parametrize("row", ["<row r='3'>", '<row r="3">'])
    def test_errors_that_only_a_newer_excel_knows(self, tmp_path, shown, row):
        rows = f"""{HEAD}{BUDI}{row}{text("A3", "Siti")}
            <c r="B3" t="e" vm="1"><f>A1:A9</f><v>{shown}</v></c></row>
            <row r="4">{text("A4", "Tono")}<c t="e" r="B4"><v>{shown}</v></c></row>"""
        event, findings = intake(handmade(tmp_path / "a.xlsx", rows))
        assert [(person.nama, person.tps) for person in event.peserta] == [
            ("Budi", 7),
            ("Siti", None),
            ("Tono", None),
        ]
        assert marks(findings) == ["V001 peserta!B3", "V001 peserta!B4"]
        assert all(shown in found.message.say() for found in findings)

    def test_a_row_of_nothing_but_errors_is_not_lost(self, tmp_path):
        rows = f'{HEAD}{BUDI}<row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>'
        rows += '<row r="4"><c r="A4"><f>X1</f></c></row>'
        event, findings = intake(handmade(tmp_path / "a.xlsx", rows))
        assert [person.row for person in event.peserta] == [2, 3, 4]
        assert "V001 peserta!A3" in marks(findings)
        assert "V002 peserta!A4" in marks(findings)

    def test_an_error_in_a_column_of_the_offices_own_stops_nothing(self, tmp_path):
        rows = f'<row r="1">{text("A1", "nama")}{text("B1", "cek")}</row>'
        rows += f'<row r="2">{text("A2", "Budi")}<c r="B2" t="e"><v>#N/A</v></c></row>'
        event, findings = intake(handmade(tmp_path / "a.xlsx", rows))
        assert event.peserta[0].lain == {}
        assert marks(findings) == ["V025 peserta!B2"]
        assert not findings[0].is_error

    def test_cells_without_references_and_with_a_prefix(self, tmp_path):
        rows = """<x:row><x:c t="inlineStr"><x:is><x:t>nama</x:t></x:is></x:c>
            <x:c t="inlineStr"><x:is><x:t>tps</x:t></x:is></x:c></x:row>
            <x:row r="4"><x:c t="inlineStr"><x:is><x:t>Budi</x:t></x:is></x:c>
            <x:c t="e"><x:v>#REF!</x:v></x:c></x:row>"""
        sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
        source = write(
            tmp_path / "a.xlsx", parts({"kegiatan": worksheet(KEGIATAN_ROWS), "peserta": sheet})
        )
        event, findings = intake(source)
        assert names(event) == ["Budi"]
        assert marks(findings) == ["V001 peserta!B4"]

    def test_comments_and_cdata_mislead_nobody(self, tmp_path):
        rows = f"""<!-- <c r="A1" t="e"/> -->{HEAD}<!-- <c r="A2" t="e"><v>#N/A</v></c> -->
            <row r="2">
            <c r="A2" t="inlineStr"><is><t>Bu<!-- x -->di <![CDATA[<c r="A1" t="e">]]></t></is></c>
            <!-- <x:c r="B9"/> --><c r="B2"><v>7</v></c></row>"""
        event, findings = intake(handmade(tmp_path / "a.xlsx", rows))
        assert [(person.nama, person.tps) for person in event.peserta] == [
            ('Budi <c r="A1" t="e">', 7)
        ]
        assert findings == []

    @pytest.mark.parametrize(
        "rows",
        [
            '<row r="2"><c r="B2"><v>1<!-- 0 -->5</v></c></row>',
            '<row r="2"><c r="B2"><v><![CDATA[15]]></v></c></row>',
            '<row r="2"><c r="B2"><v>1&#53;</v></c></row>',
            '<row r="2"><c r="B2"><v>15</v></c></row><row r="2"><c r="B2"><v>16</v></c></row>',
            '<row r="2"><c/><c r="B2"><v>15</v></c><c r="B2"><v>16</v></c></row>',
            '<row r="2"><c/><c r="B2"><v>15</v><f>7+8</f></c></row>',
        ],
    )
    def test_what_calamine_would_read_wrong_is_refused(self, tmp_path, rows):
        with pytest.raises(LegalgenError) as caught:
            intake(handmade(tmp_path / "a.xlsx", HEAD + rows))
        assert [finding.code for finding in caught.value.findings] == ["F002"]

    def test_rich_text_escapes_and_blanks(self, tmp_path):
        rich = '<r><t>Si</t></r><r><t xml:space="preserve">ti &amp; </t></r><r><t>A</t></r>'
        rows = f'{HEAD}<row r="2"><c r="A2" t="inlineStr"><is>{rich}</is></c></row>'
        rows += '<row r="3">' + text("A3", "Bu_x000D_\u00a0 di\u200b") + "</row>"
        assert names(intake(handmade(tmp_path / "a.xlsx", rows))[0]) == ["Siti & A", "Bu di"]


class TestKegiatan:
    def read(
        self, book: Workbook, tmp_path: Path, *rows: list[Any]
    ) -> tuple[Mapping[str, Any], list[str]]:
        book["peserta"].append(["nama"])
        book["peserta"].append(["Budi"])
        for row in rows:
            book["kegiatan"].append(row)
        event, findings = intake(saved(book, tmp_path))
        return event.kegiatan, marks(findings)

    def test_a_key_says_what_its_value_is(self, book, tmp_path):
        values, found = self.read(
            book,
            tmp_path,
            ["Tanggal Mulai", "22 Januari 2024"],
            ["waktu_mulai", "pukul 09.00 WIB"],
            ["zona_waktu", "WIB"],
            ["nomor_awal_surat_tugas", "041"],
            ["nip_sekretaris", "19720817 199803 1 999"],
            ["catatan", None],
        )
        assert values["tanggal_mulai"] == date(2024, 1, 22)
        assert values["waktu_mulai"] == time(9)
        assert values["nomor_awal_surat_tugas"] == 41
        assert values["nip_sekretaris"] == "19720817 199803 1 999"
        assert values["catatan"] == ""
        assert found == []

    def test_faults_stand_at_the_value(self, book, tmp_path):
        values, found = self.read(
            book,
            tmp_path,
            ["tanggal_mulai", "31-02-2024"],
            ["nip_sekretaris", 196804111993031009],
            ["kode_wilayah", 33.1],
            ["kabupaten", "lagi"],
            ["waktu_mulai", "09.00 WITA"],
            ["tanggal_seleasi", "25-01-2024"],
            [None, "tanpa kunci"],
        )
        assert values["kabupaten"] == "Purbalingga"
        assert found == [
            "V003 kegiatan!B4",
            "V003 kegiatan!B5",
            "V005 kegiatan!B3",
            "V023 kegiatan!A6",
            "V026 kegiatan!B9",
            "V027 kegiatan!B8",
            "V028 kegiatan!B7",
        ]

    def test_a_fourth_wave_is_no_third_one_misspelt(self, book, tmp_path):
        _, found = self.read(book, tmp_path, ["tanggal_gelombang_4", "25-01-2024"])
        assert found == []


def test_shared_strings_as_excel_writes_them(tmp_path):
    shared = (
        f'<sst xmlns="{MAIN}"><si><t>nama</t></si><si><r><t>Bu</t></r><r><t>di</t></r></si></sst>'
    )
    rows = '<row r="1" spans="1:1"><c r="A1" s="0" t="s"><v>0</v></c></row>'
    rows += '<row r="2" spans="1:1"><c r="A2" t="s"><v>1</v></c></row>'
    members = parts({"kegiatan": worksheet(KEGIATAN_ROWS), "peserta": worksheet(rows)})
    event, findings = intake(
        write(tmp_path / "a.xlsx", {**members, "xl/sharedStrings.xml": shared})
    )
    assert names(event) == ["Budi"]
    assert findings == []
