"""What came of reading one cell: the value, and what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from legalgen.findings import CellPlace, Finding, Message, Severity, message

Value: TypeAlias = str | int | Decimal | date | time | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that does not know its place yet.

    Errors are reported at every cell; warnings once per column, at the first cell they hold for.
    """

    code: str
    severity: Severity
    what: Message
    hint: Message

    def at(self, place: CellPlace) -> Finding:
        """Make the finding of it."""
        return Finding(self.code, self.severity, place, self.what, self.hint)


class Reading(NamedTuple):
    """The value a cell was read as (empty where it could not be), and the fault found in it.

    A tuple, since a workbook has a hundred thousand of them.
    """

    value: Value
    fault: Fault | None = None


def refuse(code: str, what: Message, hint: Message) -> Reading:
    """Give no value: the cell does not hold what its column is for."""
    return Reading(None, Fault(code, Severity.ERROR, what, hint))


def accept(value: Value, code: str, what: Message, hint: Message) -> Reading:
    """Give a value, and a warning about how it was come by."""
    return Reading(value, Fault(code, Severity.WARNING, what, hint))


AS_TEXT = message(
    "format the whole column as Text (Format Cells > Number > Text), then type or paste the values "
    "again; changing the format alone does not bring lost digits back"
)
