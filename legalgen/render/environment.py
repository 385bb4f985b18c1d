"""Jinja as templates meet it: sandboxed, strict, escaping, and told what each value brings.

Knows nothing of DOCX packages. A value is only ever text: nothing in it runs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from legalgen.fields import Fields
from legalgen.render.recording import PROPERTY
from legalgen.render.values import check_text, property_text, refuse_empty

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

# The name of our own filter; the blank keeps it out of a template's reach.
COUNTED = "loop steps"
MAX_STEPS = 20_000_000
MAX_REPEATED = 1_000_000
_DICT_METHODS = frozenset(dir(dict))


class Rendering(Context):
    """The context of one part's rendering, and what its values have brought so far.

    The flags let later steps be left out: most documents bring none of these.
    """

    breaks = False  # a line break, tab, new paragraph or page, for docxtpl to resolve
    braces = False  # a brace, maybe of docxtpl's `{_{` for a printed `{{`
    markup = False  # XML of the value's own, which nobody has proved
    steps = 0  # loop steps and calls, against templates that never end
    package: DocxTemplate | None = None  # docxtpl's own, once a value has asked for it
    part_name = ""

    def spend(self, steps: int) -> None:
        """Count steps, and stop a template that takes more than any document needs."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise SecurityError(f"more than {MAX_STEPS} loop steps")


@pass_context
def finalize(context: Rendering, value: Any) -> Any:
    """Let a printed value through, noting what it brings; plain words bring nothing.

    Printable text without braces needs no more looks. This is called for every value, so the
    common kinds come first.
    """
    kind = type(value)
    if kind is str:
        if value.isprintable() and "{" not in value and "}" not in value:
            return value
        return _note_text(context, value)
    if kind is int:
        return value
    return _note_other(context, value)


def _note_text(context: Rendering, text: str) -> str:
    check_text(text)
    if "{" in text or "}" in text:
        context.braces = True
    if not text.isprintable():
        context.breaks = True
    return text


def _note_other(context: Rendering, value: Any) -> Any:
    if isinstance(value, StrictUndefined):
        return value  # escaping it raises, at the line of its tag
    if hasattr(value, "__html__"):
        context.markup = True
        if type(value).__module__.startswith("docxtpl."):
            return context.environment.lend(context, value)  # type: ignore[attr-defined]
        return value
    if value is None or (isinstance(value, float | Decimal) and not math.isfinite(value)):
        refuse_empty(value)
    return _note_text(context, str(value))


class MissingNameError(UndefinedError):
    """A name that is not there, with what it was looked for in."""

    def __init__(self, owner: Any, name: str, text: str | None = None) -> None:
        super().__init__(text)
        self.owner = owner
        self.name = name


class Missing(StrictUndefined):
    """A name that is not there: any use of it but a test raises, and says what was missing."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Callable[[str | None], Exception] | None = None,
    ) -> None:
        raised = exc if exc is SecurityError else partial(MissingNameError, obj, name or "")
        super().__init__(hint, obj, name, exc=raised)  # type: ignore[arg-type]


@pass_context
def count_steps(context: Rendering, items: Any) -> Any:
    """Count a loop's steps before it starts, which costs nothing for each of them."""
    if isinstance(items, Sized):
        context.spend(len(items))
        return items
    return _counted_singly(context, items)


def _counted_singly(context: Rendering, items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        context.spend(1)
        yield item


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """What a template may do: nothing outside it, and nothing to the data it is given."""

    context_class = Rendering
    intercepted_binops = frozenset({"*", "**"})

    def __init__(
        self,
        filters: Mapping[str, Callable[..., Any]],
        lend: Callable[[Rendering, Any], Any],
    ) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=finalize)
        self.filters.update(filters)
        self.filters[COUNTED] = count_steps
        self.filters[PROPERTY] = property_text
        self.lend = lend

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look at columns first, and only at columns; other objects as Jinja does."""
        if type(obj) is Fields:
            try:
                return obj._columns[attribute]  # noqa: SLF001 - once per printed value
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is dict and attribute in obj and attribute not in _DICT_METHODS:
            return obj[attribute]  # what Jinja finds too, after a failed attribute
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look at columns only, for rows; other objects as Jinja does."""
        if type(obj) is Fields:
            try:
                return obj[argument]
            except (KeyError, TypeError):
                return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def call(self, context: Rendering, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """Call what the sandbox allows, counting: macros may call themselves."""
        context.spend(1)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply, but nothing that would fill the memory."""
        sizes = [len(side) for side in (left, right) if isinstance(side, Sized)]
        repeated = math.prod(sizes) * max(
            (abs(n) for n in (left, right) if isinstance(n, int)), default=0
        )
        if sizes and repeated > MAX_REPEATED:
            raise SecurityError(f"a text repeated to more than {MAX_REPEATED} characters")
        if operator == "**" and any(
            abs(side) > 9999 for side in (left, right) if isinstance(side, int)
        ):
            raise SecurityError("a power too large to compute")
        return super().call_binop(context, operator, left, right)
