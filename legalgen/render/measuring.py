"""How long a text or a list becomes that a template makes, said before it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from string import Formatter
from typing import Any

from legalgen.fields import Fields

LONGEST = 1_000_000  # characters of a text, or items of a list
_ITEM = 5  # characters, for the memory that an item of a list takes
_SPECIFIERS = re.compile(r"%[^A-Za-z%]*")
_NUMBERS = re.compile(r"\d{1,9}")


def size(value: Any) -> int:
    """Count the characters and items of what a template has made, down to LONGEST and no further.

    A row of the data counts as one.
    """
    if isinstance(value, str | bytes):
        return len(value)
    counted, waiting = 1, [value]
    while waiting and counted <= LONGEST:
        item = waiting.pop()
        if isinstance(item, str | bytes):
            counted += len(item)
        elif isinstance(item, int):
            counted += item.bit_length() // 3
        elif isinstance(item, list | tuple | set | frozenset | dict):
            counted += len(item)
            waiting += item.values() if isinstance(item, dict) else item
    return counted


# What each filter or method makes; they are called as it is, and `_` is what does not matter.


def _padded(text: Any, width: int = 80, *_: Any, **__: Any) -> int:
    return size(text) + width


def _indented(text: Any, width: int | str = 4, *_: Any, **__: Any) -> int:
    lines = str(text).count("\n") + 1
    return size(text) + lines * (len(width) if isinstance(width, str) else width)


def _wrapped(text: Any, *options: Any, wrapstring: str | None = None, **_: Any) -> int:
    return size(text) * max(map(size, (wrapstring or "-", *options)))


def _replaced(text: Any, old: str, new: str, *_: Any, **__: Any) -> int:
    return size(text) + str(text).count(str(old)) * size(new)


def _grouped(items: Collection[Any], *counts: Any, **named: Any) -> int:
    numbers = (each for each in (*counts, *named.values()) if isinstance(each, int))
    return _ITEM * sum(numbers, len(items))


def _joined(items: Collection[Any], d: str = "", *_: Any, **__: Any) -> int:
    return size(items) + len(items) * size(d)


def _joining(separator: str, items: Collection[Any]) -> int:
    return _joined(items, separator)


def _as_json(value: Any, indent: int | None = None) -> int:
    return size(value) * (8 + (indent or 0))


def _added(items: Collection[Any], *_: Any, **__: Any) -> int:
    numbers = all(isinstance(item, int | float | Decimal | Fields) for item in items)
    return len(items) if numbers else len(items) * size(items)


def _formatted(pattern: str, *values: Any, **named: Any) -> int:
    return _laid_out(pattern, _SPECIFIERS.findall(str(pattern)), (*values, *named.values()))


def _filled(pattern: str, *values: Any, **named: Any) -> int:
    specifiers = [each[2] for each in Formatter().parse(pattern) if each[2] is not None]
    return _laid_out(pattern, specifiers, (*values, *named.values()))


def _laid_out(pattern: str, specifiers: Sequence[str], values: Collection[Any]) -> int:
    """Measure a pattern whose every field is as wide as its width or its longest value."""
    widths = [int(number) for each in specifiers for number in _NUMBERS.findall(each)]
    if any("*" in each or "{" in each for each in specifiers):
        widths += (abs(value) for value in values if isinstance(value, int))
    widest = max(widths, default=0) + max(map(size, values), default=0)
    return size(pattern) + len(specifiers) * widest


def _items(value: Collection[Any], *_: Any, **__: Any) -> int:
    return len(value) * _ITEM


def no_more(value: Any, *_: Any, **__: Any) -> int:
    """Measure what makes no more than it is given."""
    return size(value)


OF_FILTERS: Mapping[str, Callable[..., int]] = {
    **dict.fromkeys(("list", "sort", "reverse", "unique"), _items),
    **dict.fromkeys(("string", "upper", "lower", "title", "capitalize", "trim", "pprint"), no_more),
    **dict.fromkeys(("escape", "e", "forceescape", "striptags", "urlize", "xmlattr"), no_more),
    "batch": _grouped,
    "center": _padded,
    "format": _formatted,
    "indent": _indented,
    "join": _joined,
    "replace": _replaced,
    "slice": _grouped,
    "sum": _added,
    "tojson": _as_json,
    "wordwrap": _wrapped,
}
OF_METHODS: Mapping[str, Callable[..., int]] = {
    **dict.fromkeys(("center", "ljust", "rjust", "zfill"), _padded),
    "format": _filled,
    "format_map": _filled,
    "join": _joining,
    "replace": _replaced,
}
