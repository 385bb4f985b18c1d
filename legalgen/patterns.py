"""Patterns of a product's TOML: `SK_KPPS_{kecamatan}_{desa}`, `{no:03d}/PP.05.1-ST/{tahun}`.

The braces hold a field of the document, or `sheet.field`; nothing else can be reached from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

from legalgen.findings import message, shown


class UnknownFieldError(KeyError):
    """The pattern names a field that the document does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def pick(path: str, fields: Mapping[str, object]) -> object:
    """Take the value at a dotted path; UnknownFieldError where there is none.

    >>> pick("kegiatan.tempat", {"kegiatan": {"tempat": "Purbalingga"}})
    'Purbalingga'
    """
    value: Any = fields
    for step in path.split("."):
        try:
            value = value[step]
        except (LookupError, TypeError):
            raise UnknownFieldError(path) from None
    return value


def fill(pattern: str, fields: Mapping[str, object]) -> str:
    """Fill the braces of a pattern.

    Errors: UnknownFieldError for a name that is not there; ValueError for a pattern that is not
    well-formed or a format the value does not take.

    >>> fill("{no:03d}/PP.05.1-ST/{kegiatan.kode}", {"no": 7, "kegiatan": {"kode": "33.03"}})
    '007/PP.05.1-ST/33.03'
    """
    return "".join(
        literal if name is None else literal + _formatted(pick(name, fields), form)
        for literal, name, form in _parsed(pattern)
    )


def _formatted(value: object, form: str) -> str:
    try:
        return format(value, form)
    except (TypeError, ValueError):
        what = message("{value} cannot be written as {form}", value=shown(value), form=form)
        raise ValueError(what) from None


@lru_cache(maxsize=256)
def _parsed(pattern: str) -> tuple[tuple[str, str | None, str], ...]:
    """Part a pattern into literal texts, each with the field and the form that follow it."""
    parts = tuple(Formatter().parse(pattern))
    if any(conversion for _, _, _, conversion in parts):
        raise ValueError("! has no meaning in a pattern")
    return tuple((literal, name, form or "") for literal, name, form, _ in parts)


def names_in(pattern: str) -> list[str]:
    """List the fields a pattern names, in its order.

    >>> names_in("{no:03d}/PP.05.1-ST/{kegiatan.kode}")
    ['no', 'kegiatan.kode']
    """
    return [name for _, name, _ in _parsed(pattern) if name]
