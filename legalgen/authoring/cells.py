"""How the cells of a form are formatted, and what they refuse, by the kind of their column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from legalgen.columns import KEGIATAN, Column, Kind, columns_of, kegiatan_column
from legalgen.findings import NOTHING_TO_SAY, Message, Translate, message

# As Excel writes what is typed; a font without a name is set in another.
type_face = partial(Font, name="Calibri", size=11)

# Text where Excel would make something else of what is typed: 3/4 a date, 0012 a number.
FORMATS: Mapping[Kind, str] = {
    Kind.TEXT: "@",
    Kind.IDENTITY: "@",
    Kind.CHOICE: "@",
    Kind.DATE: "dd-mm-yyyy",
    Kind.TIME: "hh:mm",
    Kind.NUMBER: "0",
}
_NIK = (
    "AND(ISTEXT({cell}),LEN({cell})=16,"
    'TEXT(--LEFT({cell},8),"00000000")=LEFT({cell},8),'
    'TEXT(--RIGHT({cell},8),"00000000")=RIGHT({cell},8))'
)
_FROM_1927_TO_2099 = ("10000", "73050")  # days, as Excel counts them and intake reads them
_ONE_DAY = ("0", "0.999988")  # to 23:59:59
_LONGEST_LIST = 255  # characters; Excel's bound


def column_of(sheet: str, name: str) -> Column:
    """Describe a column or key; one of the office's own is what its first word says."""
    known = None if sheet == KEGIATAN else columns_of(sheet).get(name)
    return known or kegiatan_column(name)


def validation_of(
    column: Column, choices: Sequence[str], first: str, translate: Translate
) -> DataValidation | None:
    """Say what a column's cells take; None where anything goes. `first` is the first of them.

    Where there are choices the cells have a drop-down of them.
    """
    rule, said = _rule(column, choices, first)
    if rule is None:
        return None
    rule.allowBlank = True
    rule.showErrorMessage = True
    rule.errorTitle = column.name
    rule.error = said.say(translate)
    return rule


def _rule(
    column: Column, choices: Sequence[str], first: str
) -> tuple[DataValidation | None, Message]:
    listed = ",".join(choices)
    if choices and len(listed) <= _LONGEST_LIST:
        said = message("Choose from the list: {choices}", choices=", ".join(choices))
        return DataValidation("list", formula1=f'"{listed}"'), said
    if column.name == "nik":
        said = message("A NIK has exactly 16 digits and nothing else.")
        return DataValidation("custom", formula1=_NIK.format(cell=first)), said
    if column.name in ("rt", "rw"):
        said = message("RT and RW have up to three digits.")
        return DataValidation("textLength", operator="between", formula1="1", formula2="3"), said
    return _rule_of_kind(column.kind)


def _rule_of_kind(kind: Kind) -> tuple[DataValidation | None, Message]:
    match kind:
        case Kind.DATE:
            low, high = _FROM_1927_TO_2099
            said = message("Type a date: day, month, year of four digits, such as 25-01-2024.")
            return DataValidation("date", operator="between", formula1=low, formula2=high), said
        case Kind.TIME:
            low, high = _ONE_DAY
            said = message("Type a time of day, such as 08:00.")
            return DataValidation("time", operator="between", formula1=low, formula2=high), said
        case Kind.NUMBER:
            said = message("Type a whole number.")
            rule = DataValidation("whole", operator="greaterThanOrEqual", formula1="0")
            return rule, said
    return None, NOTHING_TO_SAY
