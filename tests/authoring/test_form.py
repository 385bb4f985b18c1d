"""A form has what its product needs; filled in, it gives the documents its data would give."""

from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from legalgen.authoring.form import form_of
from legalgen.authoring.requirements import requirements
from legalgen.batch.chunk import render_document
from legalgen.cli import main
from legalgen.columns import PENETAPAN, PESERTA, SHEETS
from legalgen.example import example_of
from legalgen.findings import untranslated
from legalgen.pipeline import check, plan_documents
from legalgen.products import read_products
from legalgen.proofing.uses import template_uses
from legalgen.records import Event
from legalgen.render import Template
from legalgen.workspace import sample_events

TEMPLATES = Path(__file__).parents[2] / "templates"
PRODUCTS = read_products(TEMPLATES)[0]
EACH_PRODUCT = pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)


def form(product, folder):
    asked = requirements(product, template_uses(product.template))
    example = example_of(product, sample_events())
    path = folder / f"{product.name}.xlsx"
    path.write_bytes(form_of(product, asked, example, untranslated))
    return path, example.event


def product(name):
    return next(each for each in PRODUCTS if each.name == name)


def heads(sheet):
    return [cell.value for cell in sheet[1]]


def fill_in(path, event: Event):
    """Type an event's values into a form, as far as it has columns for them."""
    book = load_workbook(path)
    for row in range(2, book["kegiatan"].max_row + 1):
        book["kegiatan"].cell(row, 2).value = event.kegiatan.get(
            book["kegiatan"].cell(row, 1).value
        )
    for name, records in ((PENETAPAN, event.penetapan), (PESERTA, event.peserta)):
        if name in book:
            for row, record in enumerate(records, 2):
                for position, column in enumerate(heads(book[name]), 1):
                    book[name].cell(row, position).value = record.value(column) or None
    book.save(path)


@EACH_PRODUCT
def test_a_filled_form_gives_the_documents_its_data_would_give(product, tmp_path):
    path, event = form(product, tmp_path)
    fill_in(path, event)
    checked = check(path, TEMPLATES)
    assert [finding for finding in checked.findings if finding.is_error] == []
    planned = plan_documents(check(path, TEMPLATES, [product.name]))
    given = plan_documents(check(event.source, TEMPLATES, [product.name]))
    assert not planned.held_back
    assert [(each.file, each.number, each.subject) for each in planned.ready] == [
        (each.file, each.number, each.subject) for each in given.ready
    ]
    render = Template(product.template).render
    for ours, theirs in zip(planned.ready[:3], given.ready[:3], strict=True):
        assert render_document(ours, render) == render_document(theirs, render)


@EACH_PRODUCT
def test_an_empty_form_makes_no_document_and_its_example_is_nobody(product, tmp_path):
    path, event = form(product, tmp_path)
    checked = check(path, TEMPLATES)
    assert checked.event.peserta == ()
    assert checked.event.penetapan == ()
    names = {person.nama for person in event.peserta}
    shown = {
        cell for row in load_workbook(path)["Contoh"].iter_rows(values_only=True) for cell in row
    }
    assert names & shown


def test_it_has_just_the_sheets_and_columns_of_its_product(tmp_path):
    book = load_workbook(form(product("sk-kpps"), tmp_path)[0])
    assert book.sheetnames == [*SHEETS, "Contoh"]
    assert heads(book["penetapan"]) == [
        "kecamatan", "desa", "nomor", "tanggal_penetapan", "penandatangan",
    ]  # fmt: skip
    assert "no_hp" not in heads(book["peserta"])
    book = load_workbook(form(product("surat-tugas"), tmp_path)[0])
    assert book.sheetnames == ["kegiatan", "peserta", "Contoh"]


def of_column(sheet, name):
    """Give a column's format, note and validation, as Excel would apply them to row 2."""
    letter = sheet.cell(1, heads(sheet).index(name) + 1).column_letter
    rules = [rule for rule in sheet.data_validations.dataValidation if f"{letter}2" in rule.sqref]
    return sheet.column_dimensions[letter], sheet[f"{letter}1"].comment, rules


def test_cells_are_ready_for_what_is_typed(tmp_path):
    people = load_workbook(form(product("surat-tugas"), tmp_path)[0])["peserta"]
    assert people.freeze_panes == "A2"
    dimension, note, [rule] = of_column(people, "nik")
    assert dimension.number_format == "@"
    assert dimension.width >= 18
    assert "16 digits" in note.text
    assert (rule.type, "LEN(A2)=16" in rule.formula1) == ("custom", True)
    assert "A60000" in rule.sqref
    assert of_column(people, "badan")[2][0].formula1 == '"PPK,PPS,KPPS"'
    assert of_column(people, "jabatan")[2][0].formula1 == '"Ketua,Anggota"'
    assert of_column(people, "gelombang")[2][0].type == "whole"
    appointments = load_workbook(form(product("ba-pelantikan"), tmp_path)[0])["penetapan"]
    day, _, [rule] = of_column(appointments, "tanggal_pelantikan")
    assert (day.number_format, rule.type) == ("dd-mm-yyyy", "date")
    moment, _, [rule] = of_column(appointments, "waktu_pelantikan")
    assert (moment.number_format, rule.type) == ("hh:mm", "time")


def test_it_is_printed_on_lying_paper_in_one_font(tmp_path):
    for sheet in load_workbook(form(product("ba-pelantikan"), tmp_path)[0]):
        assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == (
            "landscape",
            True,
        )
        filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {(cell.font.name, cell.font.b or False) for cell in filled} <= {
            ("Calibri", True),
            ("Calibri", False),
        }


def test_keys_have_the_format_of_their_values_and_say_what_is_typed(tmp_path):
    sheet = load_workbook(form(product("surat-tugas"), tmp_path)[0])["kegiatan"]
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    assert sheet.cell(rows["tanggal_surat"], 2).number_format == "dd-mm-yyyy"
    assert sheet.cell(rows["kode_wilayah"], 2).number_format == "@"
    assert "33.03" in sheet.cell(rows["kode_wilayah"], 3).value
    [rule] = [
        rule for rule in sheet.data_validations.dataValidation if f"B{rows['profil']}" in rule.sqref
    ]
    assert "pemilu-2024" in rule.formula1


def test_every_column_says_what_is_typed_and_whether_it_must(tmp_path):
    for each in PRODUCTS:
        book = load_workbook(form(each, tmp_path)[0])
        for name in book.sheetnames:
            if name in (PENETAPAN, PESERTA):
                notes = [cell.comment.text for cell in book[name][1]]
                assert all(note.endswith(("Must be filled.", "May be empty.")) for note in notes)


def test_the_command_writes_it_in_the_users_language_and_never_over_a_filled_one(tmp_path):
    path = tmp_path / "formulir.xlsx"
    arguments = ["template", "form", "sk-kpps", "--out", str(path)]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    written = path.read_bytes()
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 4
    assert "O002" in result.stderr
    assert path.read_bytes() == written


def test_dates_and_times_are_written_as_such(tmp_path):
    path, event = form(product("ba-pelantikan"), tmp_path)
    fill_in(path, event)
    read = check(path, TEMPLATES).event.penetapan[0]
    assert isinstance(read.tanggal_pelantikan, date)
    assert isinstance(read.waktu_pelantikan, time)
