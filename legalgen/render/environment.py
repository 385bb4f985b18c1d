"""What a template may do: read the data, compute, and print; nothing else, and not for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import BuiltinMethodType, FunctionType
from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import LoopContext, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from legalgen.fields import Fields
from legalgen.findings import message
from legalgen.render.bounds import (
    CALL_STEPS,
    CLOSED,
    Buffer,
    bounded,
    bounded_range,
    counted,
    paid_method,
    pay_for_operator,
)
from legalgen.render.measuring import size
from legalgen.render.printing import (
    PrintingCodeGenerator,
    Rendering,
    capture_value,
    note,
    print_value,
)
from legalgen.render.recording import PROPERTY
from legalgen.render.values import RefusedValueError, property_text

# The name of our own filter; the blank keeps it out of a template's reach.
COUNTED = "loop steps"
_DICT_METHODS = frozenset(dir(dict))
_METHODS = (BuiltinMethodType, FunctionType)  # of a text; the sandbox makes a function of `format`


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


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """What a template may do: nothing outside it, and nothing to the data it is given."""

    context_class = Rendering
    code_generator_class = PrintingCodeGenerator
    note = staticmethod(note)
    capture_value = staticmethod(capture_value)
    buffer = Buffer
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        filters: Mapping[str, Callable[..., Any]],
        lend: Callable[[Rendering, Any], Any],
    ) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=print_value)
        self.filters = {
            **bounded(self.filters),
            **filters,
            COUNTED: counted,
            PROPERTY: property_text,
        }
        self.globals["range"] = bounded_range
        del self.globals["lipsum"]  # nonsense, as much as one asks for
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

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Close what the sandbox closes, and what makes much of little."""
        much = isinstance(obj, str | int) and attr in CLOSED
        return not much and super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:  # noqa: ARG002
        """Refuse what is closed, wherever it is looked for."""
        raise RefusedValueError(
            "T005",
            message("{name} is closed to templates", name=attribute),
            message("a template may print data and compute with it, and nothing else"),
        )

    def call(self, context: Rendering, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """Call what the sandbox allows, counting: macros may call themselves."""
        context.spend(CALL_STEPS)
        if isinstance(obj, _METHODS):
            args = tuple(paid_method(context, obj, args, kwargs))
        elif isinstance(obj, LoopContext) and args:  # a recursive loop goes down
            args = (counted(context, args[0], CALL_STEPS), *args[1:])
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Rendering, operator: str, left: Any, right: Any) -> Any:  # type: ignore[override]
        """Compute, but nothing that would fill the memory."""
        pay_for_operator(context, operator, left, right)
        return super().call_binop(context, operator, left, right)

    def concatenated(self, context: Rendering, values: Sequence[Any]) -> str:
        """Join values as Jinja's `~` does."""
        context.make(size(values))
        return (markup_join if context.eval_ctx.autoescape else str_join)(values)
