"""What a template may do: read the data, compute, and print; nothing else, and not for ever."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from legalgen.fields import Fields
from legalgen.render.printing import PrintingCodeGenerator, Rendering, note, print_value
from legalgen.render.recording import PROPERTY
from legalgen.render.values import property_text

# The name of our own filter; the blank keeps it out of a template's reach.
COUNTED = "loop steps"
MAX_REPEATED = 1_000_000
_DICT_METHODS = frozenset(dir(dict))


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
    code_generator_class = PrintingCodeGenerator
    note = staticmethod(note)
    intercepted_binops = frozenset({"*", "**"})

    def __init__(
        self,
        filters: Mapping[str, Callable[..., Any]],
        lend: Callable[[Rendering, Any], Any],
    ) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=print_value)
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
