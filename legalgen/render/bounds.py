"""How much a template may make: texts and lists are measured before they are made.

A width, a repetition, or a text that doubles in a loop fills any memory at once. So whatever a
template makes of its own is paid for beforehand, in the steps that loops are paid in; the office's
data costs nothing. The bounds count characters and steps, never seconds: what a template may do is
the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from string import Formatter
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import pass_context

from legalgen.fields import Fields
from legalgen.findings import Message, message
from legalgen.render.values import RefusedValueError

if TYPE_CHECKING:
    from legalgen.render.printing import Rendering

MAX_STEPS = 40_000_000  # a regency's longest annex takes two
CALL_STEPS = 150  # a call takes as long as so many
LONGEST = 1_000_000  # characters of a text, or items of a list
_ITEM = 5  # characters, for the memory that an item of a list takes
_SHORT, _LONG = 200, 2_000  # characters; a text that costs nothing, and one that slows each step
_LARGEST_BITS = 4096  # of a number
_LONGEST_RANGE = 100_000
# Methods of texts and numbers that make much of little, and that no document needs.
CLOSED = frozenset({"encode", "expandtabs", "maketrans", "to_bytes", "translate"})
_SPECIFIERS = re.compile(r"%[^A-Za-z%]*")
_NUMBERS = re.compile(r"\d{1,9}")


def refuse(what: Message) -> NoReturn:
    """Stop a template that does what no document needs."""
    hint = message("look for a loop, a number or a text in this tag that is far too large")
    raise RefusedValueError("T005", what, hint)


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


def _text(value: Any, *_: Any, **__: Any) -> int:
    return size(value)


_OF_FILTERS: Mapping[str, Callable[..., int]] = {
    **dict.fromkeys(("list", "sort", "reverse", "unique"), _items),
    **dict.fromkeys(("string", "upper", "lower", "title", "capitalize", "trim", "pprint"), _text),
    **dict.fromkeys(("escape", "e", "forceescape", "striptags", "urlize", "xmlattr"), _text),
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
_OF_METHODS: Mapping[str, Callable[..., int]] = {
    **dict.fromkeys(("center", "ljust", "rjust", "zfill"), _padded),
    "format": _filled,
    "format_map": _filled,
    "join": _joining,
    "replace": _replaced,
}


def bounded(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Give Jinja's filters, those that make texts and lists paying for them beforehand."""
    return {
        name: _paying(each, _OF_FILTERS[name]) if name in _OF_FILTERS else each
        for name, each in filters.items()
    }


def _paying(jinjas: Callable[..., Any], measure: Callable[..., int]) -> Callable[..., Any]:
    """Have a filter pay; one that makes no more than it is given does not for a short text."""
    asked = getattr(getattr(jinjas, "jinja_pass_arg", None), "name", "")
    lent = {"eval_context": "eval_ctx", "environment": "environment"}.get(asked)
    lend = attrgetter(lent) if lent else None
    free = _SHORT if measure is _text else 0

    @pass_context
    def paying(context: Rendering, value: Any, *others: Any, **named: Any) -> Any:
        first = (lend(context), value) if lend else (value,)
        if type(value) is str and len(value) < free:
            return jinjas(*first, *others, **named)
        listed = [_listed(context, each) for each in (value, *others)]
        context.make(_measured(measure, *listed, **named))
        return jinjas(*first[:-1], *listed, **named)

    return paying


def _listed(context: Rendering, value: Any) -> Any:
    """Give what comes one by one as a list, which can be measured."""
    return list(_paid_singly(context, value)) if isinstance(value, Iterator) else value


def _measured(measure: Callable[..., int], *values: Any, **named: Any) -> int:
    """Measure what would be made; what does not fit together is for Jinja to complain of."""
    try:
        return int(measure(*values, **named))
    except (TypeError, ValueError):
        return 0


def paid_method(
    context: Rendering, method: Any, values: Sequence[Any], named: Mapping[str, Any]
) -> Sequence[Any]:
    """Pay for what a method of a text will make; give the values to call it with."""
    method = getattr(method, "__wrapped__", method)  # the sandbox wraps `format`
    text = getattr(method, "__self__", None)
    if not isinstance(text, str):
        return values
    listed = [_listed(context, value) for value in values]
    context.make(_measured(_OF_METHODS.get(method.__name__, _text), text, *listed, **named))
    return listed


def pay_for_operator(context: Rendering, operator: str, left: Any, right: Any) -> None:
    """Pay for what an operator will make of texts, lists and numbers."""
    if isinstance(left, int) and isinstance(right, int):
        _check_number(operator, left, right)
    elif operator == "%" and isinstance(left, str):
        values = right if isinstance(right, tuple) else (right,)
        context.make(_formatted(left, *values))
    elif operator == "+" and isinstance(left, str | list | tuple):
        context.make(len(left) + size(right))
    elif operator == "*":
        repeated, times = (right, left) if isinstance(left, int) else (left, right)
        if isinstance(repeated, str | list | tuple) and isinstance(times, int):
            context.make(len(repeated) * times)


def _check_number(operator: str, left: int, right: int) -> None:
    bits = {"*": left.bit_length() + right.bit_length(), "**": left.bit_length() * abs(right)}
    if bits.get(operator, 0) > _LARGEST_BITS:
        refuse(message("a number larger than any to compute with"))


@pass_context
def counted(context: Rendering, items: Any, weight: int) -> Any:
    """Pay for a loop before it starts, which costs nothing for each of its steps.

    `weight` says how much there is to do in each; it takes longer where texts are long.
    """
    weight *= 1 + context.longest // _LONG
    try:
        steps = len(items)
    except TypeError:
        return _paid_singly(context, items, weight)
    context.spend(steps * weight)
    return items


def _paid_singly(context: Rendering, items: Iterable[Any], weight: int = 1) -> Iterator[Any]:
    for item in items:
        context.spend(weight)
        yield item


def bounded_range(*limits: int) -> range:
    """Count as Python's `range` does, but not without end."""
    counted = range(*limits)
    try:
        long = len(counted) > _LONGEST_RANGE
    except OverflowError:
        long = True
    if long:
        refuse(message("more than {most} numbers to count", most=_LONGEST_RANGE))
    return counted


class Buffer(list[str]):
    """What a macro or block has printed so far; it is paid for as it grows."""

    def __init__(self, context: Rendering) -> None:
        super().__init__()
        self._spend = context.spend

    def append(self, piece: str) -> None:
        """Take a piece."""
        self._spend(len(piece) // 2)
        super().append(piece)

    def extend(self, pieces: Iterable[str]) -> None:
        """Take several."""
        for piece in pieces:
            self.append(piece)
