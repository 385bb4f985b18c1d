"""How a value is printed: looked at once, escaped, and what it brings noted for later.

Knows nothing of DOCX packages. A value is only ever text: nothing in it runs.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Undefined

from legalgen.findings import message
from legalgen.render.bounds import MAX_STEPS, refuse
from legalgen.render.measuring import LONGEST, size
from legalgen.render.settling import has_breaks
from legalgen.render.values import check_readable, check_text, refuse_empty

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_LONG = 10_000  # characters; a cell of a workbook has at most three times as many
# Anything but plain words: markup, braces, breaks, and what is not ASCII. An apostrophe is plain:
# it means nothing in text, nor between the double quotes that python-docx writes.
_needs_a_look = re.compile("[^ !#-%'-;=?-z|~]").search


class Rendering(Context):
    """The context of one part's rendering, and what its values have brought so far.

    The flags let later steps be left out: most documents bring none of these.
    """

    breaks = False  # a line break, tab, new paragraph or page, for docxtpl to resolve
    braces = False  # a brace, maybe of docxtpl's `{_{` for a printed `{{`
    markup = False  # XML of the value's own, which nobody has proved
    steps = 0  # what loops, calls and long texts have cost, against templates that never end
    longest = 0  # the size of the longest text or list that the template has made
    package: DocxTemplate | None = None  # docxtpl's own, once a value has asked for it
    part_name = ""

    def spend(self, steps: int) -> None:
        """Count steps, and stop a template that takes more than any document needs."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            refuse(message("loops and calls of more than {most} steps", most=MAX_STEPS))

    def make(self, size: int) -> None:
        """Pay for a text or a list of this size, which the template is about to make."""
        if size > LONGEST:
            refuse(message("a text or list of more than {most} characters", most=LONGEST))
        self.longest = max(self.longest, size)
        self.spend(size)


@pass_context
def print_value(context: Rendering, value: Any) -> str:
    """Print a value in ASCII; plain words bring nothing and need no escaping.

    This is called for every value of every document, so the common kinds come first: a number or
    a single word, then words.
    """
    if type(value) is str:
        if len(value) > _LONG:
            context.spend(len(value))
        if (value.isascii() and value.isalnum()) or not _needs_a_look(value):
            return value
        if not value.isprintable() or "{" in value or "}" in value:
            _note_text(context, value)
        return in_ascii(escape(value))
    if type(value) is int:
        return str(value)
    return in_ascii(capture_value(context, value))


def capture_value(context: Rendering, value: Any) -> str:
    """Escape a value and note what it brings."""
    noted = note(context, value)
    if hasattr(noted, "__html__"):
        text = str(noted.__html__())
        context.spend(len(text))
        return text
    return escape(str(noted))


def in_ascii(text: str) -> str:
    """Write letters beyond ASCII as references, which mean the same in XML.

    One such letter makes Python encode a whole document letter by letter: for a long table that
    takes as long as printing it. ASCII is copied.
    """
    return text if text.isascii() else text.encode("ascii", "xmlcharrefreplace").decode()


def note(context: Rendering, value: Any) -> Any:
    """Note what a value brings, and refuse one that must not be printed."""
    if isinstance(value, Undefined):
        return value  # making text of it raises, at the line of its tag
    if hasattr(value, "__html__"):
        context.markup = True
        return context.environment.lend(context, value)  # type: ignore[attr-defined]
    if value is None or (isinstance(value, float | Decimal) and not math.isfinite(value)):
        refuse_empty(value)
    check_readable(value)
    if isinstance(value, list | tuple | dict | set):
        context.make(size(value))
    return _note_text(context, str(value))


def _note_text(context: Rendering, text: str) -> str:
    if not text.isprintable():
        check_text(text)
        context.breaks = context.breaks or has_breaks(text)
    if "{" in text or "}" in text:
        context.braces = True
    return text


def escape(text: str) -> str:
    """Escape as markupsafe does, without making an object of it."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


class PrintingCodeGenerator(CodeGenerator):
    """Jinja's generator, but what looks at a value escapes it, too.

    Jinja would escape the text afterwards into an object of its own: two thirds of the time that
    printing takes. Where a template has turned escaping off, Jinja's way is kept. What a template
    makes of its own, by `~` and in blocks, is paid for.

    What is not printed but captured, in a macro or a block, a filter may look at again: letters
    must stay letters there.
    """

    def buffer(self, frame: Frame) -> None:
        """Collect what a block prints where it is counted."""
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = environment.buffer(context)")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Join values where they are measured."""
        self.write("environment.concatenated(context, (")
        for value in node.nodes:
            self.visit(value, frame)
            self.write(", ")
        self.write("))")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if not frame.eval_ctx.autoescape or frame.eval_ctx.volatile:
            noted = finalize._replace(src="environment.note(context, ")
            super()._output_child_pre(node, frame, noted)
        elif frame.buffer is None:
            self.write(f"({finalize.src}")
        else:
            self.write("(environment.capture_value(context, ")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        text = super()._output_child_to_const(node, frame, finalize)
        captured, comments = frame.buffer is not None, "<!" in text  # which hold no references
        return text if captured or comments else in_ascii(text)
