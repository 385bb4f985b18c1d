"""The annotated copy: the office's workbook as it was, with every finding at its cell."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from legalgen.annotate import annotate_workbook
from legalgen.findings import (
    CellPlace,
    Finding,
    LegalgenError,
    error,
    message,
    untranslated,
    warning,
)

RED, YELLOW = "FFFFC7CE", "FFFFEB9C"


@pytest.fixture
def office(tmp_path):
    """A workbook as an office keeps one: title, formats, a formula, a list, a comment."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet("peserta")
    sheet.append(["DAFTAR ANGGOTA KPPS"])
    sheet.merge_cells("A1:D1")
    sheet.append(["nik", "nama", "tanggal_lahir", "tps"])
    sheet.append(["3303991505900001", "Ngatino", None, 1])
    sheet.append(["3303991505900001", "Sumarni", None, "=D3+1"])
    sheet["A1"].font = Font(name="Bookman Old Style", bold=True, size=14)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet["A4"].number_format = "@"
    sheet["A4"].font = Font(italic=True, color="FF0000FF")
    sheet["A4"].border = Border(bottom=Side(style="double"))
    sheet["B4"].comment = Comment("sudah dicek", "Sekar")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[3].hidden = True
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = "A2:D4"
    bold = CellIsRule("greaterThan", ["9"], font=Font(bold=True))
    sheet.conditional_formatting.add("D3:D4", bold)
    choices = DataValidation("list", formula1='"1,2,3"')
    choices.add("D3:D4")
    sheet.add_data_validation(choices)
    workbook.create_sheet("Catatan kantor")["A1"] = "jangan dihapus"
    workbook["Catatan kantor"].sheet_state = "hidden"
    path = tmp_path / "pelantikan.xlsx"
    workbook.save(path)
    return path


def at(path: Path, cell: str | None, sheet: str | None = "peserta") -> CellPlace:
    return CellPlace(path, sheet, cell)


MISTYPED = message("one of the NIK is mistyped")


def findings_on(path: Path):
    return [
        warning("P008", at(path, "A4"), message("the NIK says another birth date"), hint=MISTYPED),
        error(
            "P002",
            at(path, "A4"),
            message('NIK "3303…0001" is already used by {name}', name="Ngatino"),
            hint=MISTYPED,
            basis="UU 23/2006 Pasal 13",
            related=[at(path, "A3")],
        ),
        warning("P003", at(path, "B4"), message("=SUM(1;2) is no name\x07"), hint=MISTYPED),
        warning("B003", at(path, "C1"), message("few women"), hint=MISTYPED),
        error("V001", at(path, "3"), message("the row"), hint=MISTYPED),
        error("F001", at(path, None), message("the sheet"), hint=MISTYPED),
        error("D001", CellPlace(Path("sk.toml")), message("of another file"), hint=MISTYPED),
    ]


@pytest.fixture
def annotated(office):
    target = office.with_name("periksa.xlsx")
    lacking = annotate_workbook(office, findings_on(office), target, untranslated)
    assert lacking == []
    return load_workbook(target)


def test_cells_are_coloured_by_their_worst_finding(annotated):
    sheet = annotated["peserta"]
    assert sheet["A4"].fill.fgColor.rgb == RED
    assert sheet["B4"].fill.fgColor.rgb == YELLOW
    assert sheet["A3"].fill.fgColor.rgb == RED, "a finding of a whole row is at its first cell"
    assert sheet["A1"].fill.fgColor.rgb == RED, "one inside a merged range is at its first cell"
    assert sheet["C4"].fill.fgColor.rgb == "00000000"


def test_comments_say_all_findings_of_the_cell_and_keep_what_stood_there(annotated):
    sheet = annotated["peserta"]
    assert sheet["A4"].comment.text == (
        'error P002: NIK "3303…0001" is already used by Ngatino\n'
        "hint: one of the NIK is mistyped\n\n"
        "warning P008: the NIK says another birth date\n"
        "hint: one of the NIK is mistyped"
    )
    assert sheet["B4"].comment.text == (
        "sudah dicek\n\nwarning P003: =SUM(1;2) is no name\nhint: one of the NIK is mistyped"
    )
    assert sheet["C4"].comment is None


def test_everything_else_is_as_the_office_left_it(annotated, office):
    before, after = load_workbook(office), annotated
    assert after.sheetnames == [*before.sheetnames, "Temuan"]
    assert after["Catatan kantor"].sheet_state == "hidden"
    old, new = before["peserta"], after["peserta"]
    for row in old.iter_rows():
        for cell in row:
            other = new[cell.coordinate]
            assert other.value == cell.value
            for style in ("font", "border", "alignment", "number_format", "protection"):
                assert repr(getattr(other, style)) == repr(getattr(cell, style))
    assert repr(new["B3"].fill) == repr(old["B3"].fill)
    assert new.merged_cells.ranges == old.merged_cells.ranges
    assert new.column_dimensions["A"].width == 33
    assert new.row_dimensions[3].hidden
    assert (new.freeze_panes, new.auto_filter.ref) == ("A3", "A2:D4")
    assert [str(each.sqref) for each in new.conditional_formatting] == ["D3:D4"]
    assert new.data_validations.dataValidation[0].formula1 == '"1,2,3"'


def test_the_input_is_not_touched(office):
    before = office.read_bytes(), office.stat().st_mtime_ns
    annotate_workbook(office, findings_on(office), office.with_name("periksa.xlsx"), untranslated)
    assert (office.read_bytes(), office.stat().st_mtime_ns) == before


def test_all_findings_are_listed_with_links_to_their_cells(annotated):
    sheet = annotated["Temuan"]
    assert annotated.active is sheet
    assert [each.title for each in annotated if each.sheet_view.tabSelected] == ["Temuan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == [
        "error",
        "P002",
        "pelantikan.xlsx:peserta!A4",
        'NIK "3303…0001" is already used by Ngatino',
        "one of the NIK is mistyped",
        "UU 23/2006 Pasal 13",
        "pelantikan.xlsx:peserta!A3",
    ]
    assert [row[1] for row in rows] == ["P002", "V001", "F001", "D001", "P008", "P003", "B003"]
    links = [cell.hyperlink and cell.hyperlink.location for cell in sheet["C"][1:]]
    first = "'peserta'!A1"
    assert links == [
        "'peserta'!A4",
        "'peserta'!A3",
        first,
        None,
        "'peserta'!A4",
        "'peserta'!B4",
        first,
    ]
    colours = [cell.fill.fgColor.rgb for cell in sheet["A"][1:]]
    assert colours == [RED] * 4 + [YELLOW] * 3


def test_a_message_is_never_a_formula(annotated):
    cell = annotated["Temuan"]["D7"]
    assert (cell.value, cell.data_type) == ("=SUM(1;2) is no name", "s")


def test_it_speaks_the_language_asked_for(office):
    target = office.with_name("periksa.xlsx")
    words = {"error": "galat", "severity": "tingkat", "hint: {hint}": "saran: {hint}"}
    annotate_workbook(office, findings_on(office), target, lambda text: words.get(text, text))
    workbook = load_workbook(target)
    assert workbook["peserta"]["A4"].comment.text.startswith("galat P002: ")
    assert "\nsaran: one of" in workbook["peserta"]["A4"].comment.text
    assert workbook["Temuan"]["A1"].value == "tingkat"


def test_a_folder_of_csv_files_becomes_a_workbook(tmp_path):
    folder = tmp_path / "pelantikan"
    folder.mkdir()
    peserta = folder / "peserta.csv"
    peserta.write_text("DAFTAR,,\nnik,nama,rt\n3303991505900001,=1+1,001\n", "utf-8")
    found = [error("P002", at(peserta, "A3", sheet=None), message("twice"), hint=MISTYPED)]
    assert annotate_workbook(folder, found, tmp_path / "periksa.xlsx", untranslated) == []
    sheet = load_workbook(tmp_path / "periksa.xlsx")["peserta"]
    assert [cell.value for cell in sheet[3]] == ["3303991505900001", "=1+1", "001"]
    assert {cell.data_type for cell in sheet[3]} == {"s"}
    assert sheet["A3"].fill.fgColor.rgb == RED


def test_annotating_a_copy_again_adds_another_list(office):
    once, twice = office.with_name("satu.xlsx"), office.with_name("dua.xlsx")
    annotate_workbook(office, findings_on(office), once, untranslated)
    annotate_workbook(once, findings_on(once), twice, untranslated)
    assert load_workbook(twice).sheetnames[-2:] == ["Temuan", "Temuan1"]


@pytest.mark.parametrize(
    ("part", "content", "what"),
    [
        ("xl/media/image1.png", b"", "pictures"),
        ("xl/threadedComments/threadedComment1.xml", b"", "replies to comments"),
        ("xl/drawings/drawing9.xml", b"<xdr:sp macro=''>", "shapes and text boxes"),
        ("xl/worksheets/sheet9.xml", b"<x14:sparklineGroup>", "sparklines"),
        ("xl/vbaProject.bin", b"", "macros"),
    ],
)
def test_what_the_copy_lacks_is_said(office, part, content, what):
    with ZipFile(office, "a") as package:
        package.writestr(part, content)
    lacking = annotate_workbook(office, [], office.with_name("periksa.xlsx"), untranslated)
    assert [(found.code, found.message.say()) for found in lacking] == [
        ("C003", f"the annotated copy lacks: {what}")
    ]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/styles.xml", b"<styleSheet"),
        ("docProps/core.xml", b"<cp:coreProperties/>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><c r='A1'><v>3303991505900001x</v></c>"),
    ],
)
def test_a_part_that_openpyxl_cannot_read_is_refused_without_quoting_it(office, part, content):
    finding = refused_with(office, part, content)
    assert finding.code == "C001"
    assert "99150590" not in finding.message.say() + finding.hint.say()


def test_a_strict_workbook_whose_sheets_openpyxl_would_leave_out_is_refused(office):
    with ZipFile(office) as package:
        content = package.read("xl/workbook.xml")
    strict = content.replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    assert strict != content
    assert refused_with(office, "xl/workbook.xml", strict).code == "C001"


def refused_with(office: Path, part: str, content: bytes) -> Finding:
    broken = office.with_name("rusak.xlsx")
    with ZipFile(office) as whole, ZipFile(broken, "w") as package:
        for name in {*whole.namelist(), part}:
            package.writestr(name, content if name == part else whole.read(name))
    with pytest.raises(LegalgenError) as refused:
        annotate_workbook(broken, [], office.with_name("periksa.xlsx"), untranslated)
    (finding,) = refused.value.findings
    return finding


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("pelantikan.xls", "periksa.xlsx", "C001"),
        ("pelantikan.xlsx", "periksa.xls", "C001"),
        ("pelantikan.xlsx", "periksa.xlsm", "C001"),
        ("pelantikan.xlsx", "pelantikan.xlsx", "C002"),
        ("rusak.xlsx", "periksa.xlsx", "C001"),
    ],
)
def test_what_cannot_be_copied_is_refused(office, source, target, code):
    shutil.copy(office, office.with_name("pelantikan.xls"))
    office.with_name("rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    before = sorted(path.name for path in office.parent.iterdir())
    with pytest.raises(LegalgenError) as refused:
        annotate_workbook(office.with_name(source), [], office.with_name(target), untranslated)
    assert [found.code for found in refused.value.findings] == [code]
    assert sorted(path.name for path in office.parent.iterdir()) == before
