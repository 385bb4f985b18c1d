"""The XML that a template will print, read off its Jinja tree before anything is rendered.

The walk keeps the stack of open elements. Where branches of an `if` or rounds of a `for` would
leave different stacks, or a value would stand where only markup may, nothing is proved and the
part is parsed after each rendering instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from jinja2 import nodes

# Where a value may stand: elements that hold text.
_TEXT = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t"})
_ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')"""
_MARKUP = re.compile(rf"<(/?)([\w:.-]+)((?:{_ATTRIBUTE})*)\s*(/?)>")
_UNFINISHED = re.compile(rf'(<[\w:.-]+(?:{_ATTRIBUTE})*\s+[\w:.-]+\s*=\s*")[^"<]*\Z')
_LOOSE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)|\]\]>")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")
_SOME_VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"

Path = tuple[int, ...]  # the branches and loop bodies something stands in, outermost first


class UnprovedError(Exception):
    """The template's structure proves nothing; what it prints must be parsed."""


class Tag(NamedTuple):
    """A start or end tag that will be printed once, or as often as its path is taken."""

    name: str
    parents: tuple[str, ...]
    path: Path
    attributes: str = ""
    ends: bool = False

    def attribute(self, name: str) -> str | None:
        """Give an attribute's value as it is written."""
        found = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", self.attributes)
        return (found[1] or found[2] or "") if found else None


class _Position(NamedTuple):
    """Where the walk stands: the open elements, and the start of a tag not yet closed."""

    parents: tuple[str, ...] = ()
    unfinished: str = ""


def outline(template: nodes.Template) -> list[Tag]:
    """List the tags a template will print; raise UnprovedError if one may not fit."""
    walk = _Walk()
    if walk.through(template.body, _Position()) != _Position():
        raise UnprovedError
    return walk.tags


class _Walk:
    def __init__(self) -> None:
        self.tags: list[Tag] = []
        self._path: Path = ()
        self._numbers = count(1)

    def through(self, body: Iterable[nodes.Node], position: _Position) -> _Position:
        for node in body:
            position = self._past(node, position)
        return position

    def _past(self, node: nodes.Node, position: _Position) -> _Position:
        match node:
            case nodes.Output():
                return self._past_output(node, position)
            case nodes.If():
                branches = [node.body, *(other.body for other in node.elif_), node.else_]
                ends = {self._branch(branch, position) for branch in branches}
                return _only(ends)
            case nodes.For():
                bodies = (node.body, node.else_)
                return _only({position, *(self._branch(body, position) for body in bodies)})
            case nodes.With():
                return self.through(node.body, position)
            case nodes.Assign() | nodes.AssignBlock() | nodes.Macro():
                return position  # what a macro or block makes is markup where it is printed
        raise UnprovedError

    def _branch(self, body: Sequence[nodes.Node], position: _Position) -> _Position:
        outside = self._path
        self._path = (*outside, next(self._numbers))
        end = self.through(body, position)
        self._path = outside
        return end

    def _past_output(self, node: nodes.Output, position: _Position) -> _Position:
        for printed in node.nodes:
            if isinstance(printed, nodes.TemplateData):
                position = self._past_text(printed.data, position)
            elif not position.unfinished and not _TEXT.intersection(position.parents[-1:]):
                raise UnprovedError
        return position

    def _past_text(self, data: str, position: _Position) -> _Position:
        text = _DECLARATION.sub("", data) if not position.parents else data
        # Texts and, between two of them, the four groups of a tag.
        pieces = _MARKUP.split(position.unfinished + text)
        *between, last = pieces[::5]
        last, opening, rest = last.partition("<")
        if any("<" in each for each in between):
            raise UnprovedError
        if _LOOSE_AMPERSAND.search("\n".join((*between, last))):
            raise UnprovedError
        parents = position.parents
        for ends, name, attributes, empty in zip(
            *(pieces[n::5] for n in (1, 2, 3, 4)), strict=True
        ):
            if not ends:
                self.tags.append(Tag(name, parents, self._path, attributes))
                parents = (*parents, name)
            if ends or empty:
                if parents[-1:] != (name,):
                    raise UnprovedError
                parents = parents[:-1]
                self.tags.append(Tag(name, parents, self._path, ends=True))
        return _Position(parents, _unfinished(opening + rest) if opening else "")


def _unfinished(text: str) -> str:
    """Keep of a tag that ends inside an attribute's value what tells it from another one."""
    found = _UNFINISHED.match(text)
    if not found:
        raise UnprovedError
    return found[1] + _SOME_VALUE


def _only(ends: set[_Position]) -> _Position:
    if len(ends) != 1:
        raise UnprovedError
    return ends.pop()
