"""A recorded source, compiled: from here on docxtpl's patching and Jinja's compiler rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import jinja2
from jinja2 import nodes

from legalgen.render.environment import COUNTED, TemplateEnvironment
from legalgen.render.part import Part
from legalgen.render.recording import Kind, Source
from legalgen.render.settling import (
    FIRST_PICTURE,
    count_pictures,
    has_breaks,
    number_pictures,
    show_braces,
)
from legalgen.render.structure import Structure, structure
from legalgen.render.tags import NumberedSource


def compile_part(
    environment: TemplateEnvironment, source: Source, numbered: NumberedSource
) -> Part:
    """Compile a source to Python once, and find out what need not be looked at again.

    Errors: TemplateSyntaxError, with the line of the numbered source.
    """
    tree = environment.parse(numbered.text, source.name)
    texts = list(tree.find_all(nodes.TemplateData))
    tree.body = [_printed(source.head), *tree.body, _printed(source.tail)]
    if source.kind is Kind.PROPERTIES:
        # Each is escaped as a whole.
        template = _compile(environment, tree, source.name)
        return Part(source, numbered, template, Structure(proved=True))
    _show_braces_beforehand(texts)
    found = structure(tree, is_body=source.kind is Kind.BODY)
    if source.kind is Kind.BODY and found.proved:
        found = _number_pictures_beforehand(texts, found)
    template = _compile(environment, tree, source.name)
    # What is printed in a block of its own may be noted where nobody looks.
    blocks = bool(template.blocks)
    breaks, braces = _brings_breaks(texts), _may_complete_braces(texts)
    return Part(source, numbered, template, found, blocks or breaks, blocks or braces)


def _printed(text: str) -> nodes.Output:
    return nodes.Output([nodes.TemplateData(text, lineno=1)], lineno=1)


def _show_braces_beforehand(texts: list[nodes.TemplateData]) -> None:
    """Print docxtpl's `{_{` in the template's own text once, not in each document."""
    for text in texts:
        text.data = show_braces(text.data)


def _brings_breaks(texts: list[nodes.TemplateData]) -> bool:
    return any(has_breaks(text.data) for text in texts)


def _may_complete_braces(texts: list[nodes.TemplateData]) -> bool:
    """Whether text and a value without a brace could together make a `{_{`."""
    return any(
        text.data.endswith(("{", "{_")) or text.data.startswith(("}", "_}")) for text in texts
    )


def _number_pictures_beforehand(texts: list[nodes.TemplateData], found: Structure) -> Structure:
    """Give pictures that all documents have their numbers now, if each is whole in a text."""
    if (
        found.pictures_in_blocks
        or sum(count_pictures(each.data) for each in texts) != found.pictures
    ):
        return replace(found, pictures_in_blocks=True)
    numbers = count(FIRST_PICTURE)
    for text in texts:
        text.data = number_pictures(text.data, numbers)
    return found


def _compile(environment: TemplateEnvironment, tree: nodes.Template, name: str) -> jinja2.Template:
    _count_loops(tree)
    code = environment.compile(tree, name, name)
    return jinja2.Template.from_code(environment, code, dict(environment.globals))


def _count_loops(tree: nodes.Template) -> None:
    """Have each loop say how long it is before it starts, and how much it does in each step."""
    for loop in list(tree.find_all(nodes.For)):
        weight = nodes.Const(1 + sum(1 for _ in loop.find_all(nodes.Expr)))
        loop.iter = nodes.Filter(
            loop.iter, COUNTED, [weight], [], None, None, lineno=loop.iter.lineno
        )
