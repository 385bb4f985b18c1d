"""What a printed value may be: text that a Word document can hold, and never a hole in it."""

from __future__ import annotations

import re
from typing import Any, NoReturn
from xml.sax.saxutils import escape

from legalgen.fields import Fields
from legalgen.findings import Message, message

# Outside XML 1.0's Char, less the two that docxtpl gives a meaning of its own: \a, a new
# paragraph, and \f, a new page.
_NOT_IN_WORD = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_LONGEST_PROPERTY = 255  # python-docx's bound, and Word's


WHOLE_ROW = message("this is a whole row, not one of its columns")
WRITE_COLUMN = message("write the column behind a dot, as in {{{{ orang.nama }}}}")


class RefusedValueError(Exception):
    """A value that must not be printed: a code, what is wrong, and what to do."""

    def __init__(self, code: str, what: Message, hint: Message) -> None:
        super().__init__(what.say())
        self.code = code
        self.what = what
        self.hint = hint


def check_text(text: str) -> None:
    """Refuse characters that no Word document can hold, where docxtpl drops them in silence."""
    found = _NOT_IN_WORD.search(text)
    if found:
        raise RefusedValueError(
            "T006",
            message(
                "the value holds the character {character}, which a Word document cannot hold",
                character=f"U+{ord(found[0]):04X}",
            ),
            message("type the value again: invisible characters come with copied text"),
        )


def refuse_empty(value: Any) -> NoReturn:
    """Refuse what would print as "None" or "nan": a decree must not say so."""
    raise RefusedValueError(
        "T003",
        message("there is no value here ({value})", value=str(value)),
        message("fill the cell, or give the tag what to print instead: |default('…', true)"),
    )


def check_readable(value: Any) -> None:
    """Refuse what has no text of its own: a row, a macro or counter not called, a bare object.

    docxtpl prints `<Counter object at 0x7f…>` for it, and another address in each run.
    """
    if isinstance(value, Fields) or _is_list_of_rows(value):
        raise RefusedValueError("T003", WHOLE_ROW, WRITE_COLUMN)
    if callable(value) or _prints_as_address(value):
        raise RefusedValueError(
            "T003",
            message("this is no text but a {kind}", kind=type(value).__name__),
            message("a counter or macro is called with parentheses, as in {{{{ diktum() }}}}"),
        )


def _is_list_of_rows(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(item, Fields) for item in value)


def _prints_as_address(value: Any) -> bool:
    return all(
        getattr(type(value), name) is getattr(object, name) for name in ("__str__", "__repr__")
    )


def property_text(text: str) -> str:
    """Write a document property as docxtpl sets it: as plain text, which XML then escapes."""
    text = str.__str__(
        text
    )  # Jinja calls it markup, which would escape what it is asked to replace
    check_text(text)
    if len(text) > _LONGEST_PROPERTY or "\a" in text or "\f" in text:
        raise RefusedValueError(
            "T003",
            message(
                "a property of the document takes one text of {most} characters at most",
                most=_LONGEST_PROPERTY,
            ),
            message("shorten it under File > Info > Properties of the template"),
        )
    return escape(text, {"\r": "&#13;"})
