"""How much a template may make: texts and lists are measured before they are made.

A width, a repetition, or a text that doubles in a loop fills any memory at once. So whatever a
template makes of its own is paid for beforehand, in the steps that loops are paid in; the office's
data costs nothing. The bounds count characters and steps, never seconds: what a template may do is
the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import pass_context

from legalgen.findings import Message, message
from legalgen.render.measuring import OF_FILTERS, OF_METHODS, no_more, size
from legalgen.render.values import RefusedValueError

if TYPE_CHECKING:
    from legalgen.render.printing import Rendering

MAX_STEPS = 40_000_000  # a regency's longest annex takes two
CALL_STEPS = 150  # a call takes as long as so many
_SHORT, _LONG = 200, 2_000  # characters; a text that costs nothing, and one that slows each step
_LARGEST_BITS = 4096  # of a number
_LONGEST_RANGE = 100_000
# Methods of texts and numbers that make much of little, and that no document needs.
CLOSED = frozenset({"encode", "expandtabs", "maketrans", "to_bytes", "translate"})


def refuse(what: Message) -> NoReturn:
    """Stop a template that does what no document needs."""
    hint = message("look for a loop, a number or a text in this tag that is far too large")
    raise RefusedValueError("T005", what, hint)


def bounded(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Give Jinja's filters, those that make texts and lists paying for them beforehand."""
    return {
        name: _paying(each, OF_FILTERS[name]) if name in OF_FILTERS else each
        for name, each in filters.items()
    }


def _paying(jinjas: Callable[..., Any], measure: Callable[..., int]) -> Callable[..., Any]:
    """Have a filter pay; one that makes no more than it is given does not for a short text."""
    asked = getattr(getattr(jinjas, "jinja_pass_arg", None), "name", "")
    lent = {"eval_context": "eval_ctx", "environment": "environment"}.get(asked)
    lend = attrgetter(lent) if lent else None
    free = _SHORT if measure is no_more else 0

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
    context.make(_measured(OF_METHODS.get(method.__name__, no_more), text, *listed, **named))
    return listed


def pay_for_operator(context: Rendering, operator: str, left: Any, right: Any) -> None:
    """Pay for what an operator will make of texts, lists and numbers."""
    if isinstance(left, int) and isinstance(right, int):
        _check_number(operator, left, right)
    elif operator == "%" and isinstance(left, str):
        values = right if isinstance(right, tuple) else (right,)
        context.make(OF_FILTERS["format"](left, *values))
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
