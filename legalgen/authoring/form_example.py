"""The sheet of a form that shows how the others look when they are filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from legalgen.authoring.cells import FORMATS, column_of, type_face
from legalgen.authoring.requirements import Requirements
from legalgen.columns import KEGIATAN, PENETAPAN
from legalgen.example import Example
from legalgen.findings import Translate, message
from legalgen.products import Product
from legalgen.records import Appointment, Participant, Value

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EXAMPLE_SHEET = "Contoh"  # no name of ours, so that intake leaves it alone
_RED = "FFC00000"
_WIDTH = 26


def show_example(
    sheet: Worksheet,
    product: Product,
    asked: Sequence[Requirements],
    example: Example,
    translate: Translate,
) -> None:
    """Show each sheet with a row filled; its people do not exist."""
    warning = message("EXAMPLE: all on this sheet is fictional, and legalgen does not read it.")
    how = message(
        "Fill the other sheets like this, save, then: legalgen generate FILE --product {product}",
        product=product.name,
    )
    paste = message("Paste what you copy as values only: else the cells lose their checks.")
    sheet["A1"], sheet["A2"] = warning.say(translate), how.say(translate)
    sheet["A3"] = paste.say(translate)
    sheet["A1"].font = type_face(bold=True, color=_RED, size=13)
    sheet.sheet_properties.tabColor = _RED
    row = 5
    for each in asked:
        sheet.cell(row, 1, each.sheet).font = type_face(bold=True, size=13)
        values = _values(each, example)
        if each.sheet == KEGIATAN:
            _stand(sheet, row + 1, 1, each, each.names)
            _stand(sheet, row + 1, 2, each, values)
            row += len(values) + 2
        else:
            _lie(sheet, row + 1, each, each.names)
            _lie(sheet, row + 2, each, values)
            row += 4
    for position in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(position)].width = _WIDTH


def _stand(
    sheet: Worksheet, top: int, column: int, asked: Requirements, values: Iterable[Value]
) -> None:
    """Write values below each other, as `kegiatan` has them."""
    for row, (name, value) in enumerate(zip(asked.names, values, strict=True), top):
        _write(sheet, row, column, asked.sheet, name, value)


def _lie(sheet: Worksheet, row: int, asked: Requirements, values: Iterable[Value]) -> None:
    """Write values beside each other, as a row of a table."""
    for column, (name, value) in enumerate(zip(asked.names, values, strict=True), 1):
        _write(sheet, row, column, asked.sheet, name, value)


def _write(sheet: Worksheet, row: int, column: int, within: str, name: str, value: Value) -> None:
    cell = sheet.cell(row, column, value)
    cell.font = type_face(bold=value == name, italic=value != name)
    cell.alignment = Alignment(horizontal="left")
    if value != name:
        cell.number_format = FORMATS[column_of(within, name).kind]


def _values(asked: Requirements, example: Example) -> list[Value]:
    """Take the example's values of what is asked for: those of its fullest row."""
    event, document = example.event, example.document
    if asked.sheet == KEGIATAN:
        return [event.kegiatan.get(key) for key in asked.names]
    records: list[Participant | Appointment]
    if asked.sheet == PENETAPAN:
        records = [item for item in event.penetapan if item.row == document.appointment]
    else:
        records = [person for person in event.peserta if person.row in document.rows]
    filled = [[record.value(name) for name in asked.names] for record in records]
    empty: list[Value] = [None] * len(asked.names)
    return max(filled, key=lambda values: sum(map(bool, values)), default=empty)
