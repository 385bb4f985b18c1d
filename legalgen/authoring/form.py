"""An empty workbook for one product: its sheets, its columns, and cells that refuse what is wrong.

The example stands on a sheet of its own, which intake does not read: a row of it in `peserta` could
end as a person in a decree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from legalgen.authoring.cells import FORMATS, column_of, type_face, validation_of
from legalgen.authoring.form_example import EXAMPLE_SHEET, show_example
from legalgen.authoring.notes import OPTIONAL, REQUIRED, note_on
from legalgen.authoring.requirements import Requirements
from legalgen.columns import KEGIATAN, Column
from legalgen.example import Example
from legalgen.findings import Translate
from legalgen.law import profile_names
from legalgen.products import ANY_VALUE, Product

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_ROW = 1_048_576  # of a sheet in Excel
_TIME_ZONES = ("WIB", "WITA", "WIT")
_WIDTHS: Mapping[str, int] = {
    "nik": 20,
    "nama": 32,
    "alamat": 30,
    "instansi": 32,
    "alamat_instansi": 36,
    "nomor": 32,
    "tempat_pelantikan": 32,
    "penandatangan": 32,
    "saksi_1": 28,
    "saksi_2": 28,
    "rohaniwan": 28,
}
_LEAST_WIDTH = 14
_REQUIRED_HEAD = (PatternFill("solid", fgColor="FF1F3864"), type_face(bold=True, color="FFFFFFFF"))
_OPTIONAL_HEAD = (PatternFill("solid", fgColor="FFD9E2F3"), type_face(bold=True))
_NOTE = type_face(italic=True, color="FF595959")


def form_of(
    product: Product, asked: Sequence[Requirements], example: Example, translate: Translate
) -> bytes:
    """Make the form: an `.xlsx` with the sheets asked for, and the example."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "legalgen"
    for sheet in asked:
        lay_out = _lay_out_keys if sheet.sheet == KEGIATAN else _lay_out_columns
        lay_out(book.create_sheet(sheet.sheet), sheet, product, translate)
    show_example(book.create_sheet(EXAMPLE_SHEET), product, asked, example, translate)
    for page in book.worksheets:
        _fit_to_paper(page)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def _fit_to_paper(sheet: Worksheet) -> None:
    """Print all columns on one page, lying, the header on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"


def _choices(column: Column, product: Product) -> Sequence[str]:
    """List what a column's cells may hold: only what the product takes, where it says so."""
    taken = product.where.get(column.name, (ANY_VALUE,))
    if taken != (ANY_VALUE,):
        return taken
    if column.name == "profil":
        return profile_names()
    return (
        _TIME_ZONES
        if column.name == "zona_waktu"
        else tuple(dict.fromkeys(column.choices.values()))
    )


def _lay_out_columns(
    sheet: Worksheet, asked: Requirements, product: Product, translate: Translate
) -> None:
    """Lay out a sheet with a row for each person, or each appointment."""
    sheet.freeze_panes = "A2"
    for position, name in enumerate(asked.names, 1):
        column, letter = column_of(asked.sheet, name), get_column_letter(position)
        _head(sheet.cell(1, position, name), column, name in asked.filled, translate)
        width = sheet.column_dimensions[letter]
        width.width = max(_WIDTHS.get(name, _LEAST_WIDTH), len(name) + 3)
        width.number_format = FORMATS[column.kind]
        choices = _choices(column, product)
        if rule := validation_of(column, choices, f"{letter}2", translate):
            rule.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(rule)


def _head(cell: Cell, column: Column, required: bool, translate: Translate) -> None:  # noqa: FBT001
    """Dress a header, and say in a note what is typed below it."""
    cell.fill, cell.font = _REQUIRED_HEAD if required else _OPTIONAL_HEAD
    cell.alignment = Alignment(vertical="center")
    text = _note(column, translate, required=required)
    cell.comment = Comment(text, "legalgen", height=40 + 18 * (len(text) // 40 + 1), width=280)


def _note(column: Column, translate: Translate, *, required: bool) -> str:
    necessity = REQUIRED if required else OPTIONAL
    return f"{note_on(column).say(translate)} {necessity.say(translate)}"


def _lay_out_keys(
    sheet: Worksheet, asked: Requirements, product: Product, translate: Translate
) -> None:
    """Lay out `kegiatan`: a row for each key, its cell as its value asks, what to type beside."""
    sheet.freeze_panes = "A2"
    heads = (("kunci", 30), ("nilai", 60), ("keterangan", 90))
    for position, (head, width) in enumerate(heads, 1):
        cell = sheet.cell(1, position, head)
        cell.fill, cell.font = _REQUIRED_HEAD
        sheet.column_dimensions[get_column_letter(position)].width = width
    for row, name in enumerate(asked.names, 2):
        column = column_of(KEGIATAN, name)
        sheet.cell(row, 1, name).font = type_face(bold=name in asked.filled)
        value = sheet.cell(row, 2)
        value.number_format = FORMATS[column.kind]
        value.alignment = Alignment(horizontal="left")
        note = sheet.cell(row, 3, _note(column, translate, required=name in asked.filled))
        note.font = _NOTE
        choices = _choices(column, product)
        if rule := validation_of(column, choices, value.coordinate, translate):
            rule.add(value.coordinate)
            sheet.add_data_validation(rule)
