"""Which fields a template uses, read off its Jinja tree: loops and `set` are followed to the data.

`orang.nama` in `for orang in anggota` is `anggota`, EACH, `nama`, whatever the loop calls it. Names
that are the template's own (`loop`, a macro's arguments) are no fields and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from jinja2 import Environment, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from legalgen.render.opening import read_template
from legalgen.render.recording import record
from legalgen.render.tags import number_tags
from legalgen.render.template import Template

EACH = "[]"  # a step from a list to any one of its items
ANY = "*"  # ends a step of which only the beginning is written: kegiatan["tanggal_gelombang_" ~ n]

Steps: TypeAlias = tuple[str, ...]  # from the document's data down


@dataclass(frozen=True, slots=True)
class Use:
    """A field where a template uses it: its path from the document's data, and its tag's line.

    A `spared` one may be missing: the template only asks whether it is there. A `looped` one is
    what a loop goes through, a `printed` one is printed as it is.
    """

    path: Steps
    line: int
    spared: bool = False
    looped: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """One of the groups of rows that `per` and `groupby` give: a column's value, and its rows."""

    column: Steps
    rows: Steps


@dataclass(frozen=True, slots=True)
class _Groups:
    """All of them."""

    each: _Group


@dataclass(frozen=True, slots=True)
class _Macro:
    """A macro of the template's own, to be read again with what it is called with.

    `names` are those that its body knows.
    """

    node: nodes.Macro
    names: Mapping[str, _Lead]


# What an expression leads to: a field, groups of rows, a macro, or None for anything computed.
_Lead: TypeAlias = Steps | _Groups | _Group | _Macro | None

_SAME_ROWS = frozenset(
    {"list", "sort", "selectattr", "rejectattr", "select", "reject", "reverse", "unique"}
)
_ONE_ROW = frozenset({"first", "last", "min", "max", "random"})
_GROUPING = frozenset({"per", "groupby"})
# The filters whose first argument, or else `attribute`, names a column of the rows.
_NAMING_A_COLUMN = frozenset({"selectattr", "rejectattr", *_GROUPING})
_SPARING_FILTERS = frozenset({"default", "d"})
_SPARING_TESTS = frozenset({"defined", "undefined"})
_TEMPLATES_OWN = ("loop", "self", "caller", "varargs", "kwargs", *DEFAULT_NAMESPACE)


def template_uses(template: Path) -> list[Use]:
    """List the uses in all parts of a DOCX, in their order; lines count within a part.

    Errors: LegalgenError, as `Template` says it, for a template that cannot be compiled.
    """
    Template(template)
    jinja = Environment(autoescape=True)
    return [
        use
        for source in record(read_template(template), anonymous=False).sources
        for use in uses(jinja.parse(number_tags(source.template).text, source.name))
    ]


def uses(tree: nodes.Template) -> list[Use]:
    """List the uses in one part's tree, in their order."""
    reader = _Reader()
    reader.read(tree.body)
    return reader.found


class _Reader:
    """Walks a tree in its order, knowing what the template's own names stand for."""

    def __init__(self) -> None:
        self.found: list[Use] = []
        self._names: Mapping[str, _Lead] = dict.fromkeys(_TEMPLATES_OWN)

    def read(self, body: Iterable[nodes.Node]) -> None:
        """Read statements and expressions in turn."""
        for node in body:
            self._read_one(node)

    def _read_one(self, node: nodes.Node) -> None:
        match node:
            case nodes.For():
                tests = [node.test] if node.test else []
                each = _each(self._use(node.iter, looped=True))
                self._within([*tests, *node.body], [(node.target, each)])
                self.read(node.else_)
            case nodes.Assign():
                self._know(node.target, self._use(node.node))
            case nodes.AssignBlock():
                self.read(node.body)
                self._know(node.target, None)
            case nodes.With():
                leads = map(self._use, node.values)
                self._within(node.body, list(zip(node.targets, leads, strict=True)))
            case nodes.Macro():
                itself = nodes.Name(node.name, "store")
                self.read(node.defaults)
                self._know(itself, None)
                self._within(node.body, [(argument, None) for argument in node.args])
                self._know(itself, _Macro(node, self._names))
            case nodes.CallBlock():
                self._use(node.call)
                self._within([*node.defaults, *node.body], [(name, None) for name in node.args])
            case nodes.Expr() | nodes.Output():
                self._use_each(node)
            case _:
                self.read(node.iter_child_nodes())

    def _within(
        self, body: Iterable[nodes.Node], named: Iterable[tuple[nodes.Node, _Lead]]
    ) -> None:
        """Read a block that has names of its own, forgotten after it."""
        outside = self._names
        for target, lead in named:
            self._know(target, lead)
        self.read(body)
        self._names = outside

    def _know(self, target: nodes.Node, lead: _Lead) -> None:
        """Note what a target of `for`, `set` or `with` stands for from here on."""
        known: dict[str, _Lead]
        match target, lead:
            case nodes.Name(), _:
                known = {target.name: lead}
            case nodes.Tuple(items=[nodes.Name() as key, nodes.Name() as rows]), _Group():
                known = {key.name: lead.column, rows.name: lead.rows}
            case _:
                known = dict.fromkeys(name.name for name in target.find_all(nodes.Name))
        self._names = {**self._names, **known}

    def _use_each(self, node: nodes.Expr | nodes.Output) -> None:
        if isinstance(node, nodes.Expr):
            self._use(node)
        else:
            for each in node.nodes:
                self._use(each, printed=True)

    def _use(self, node: nodes.Node, **how: bool) -> _Lead:
        """Follow an expression to the data, and note the field it leads to, and how it is used."""
        lead = self._follow(node)
        self._note(lead, node, **how)
        return lead

    def _note(self, lead: _Lead, node: nodes.Node, **how: bool) -> None:
        if isinstance(lead, tuple):
            self.found.append(Use(lead, node.lineno, **how))

    def _follow(self, node: nodes.Node) -> _Lead:
        """Follow an expression; note the fields in its arguments, but not the one it leads to."""
        match node:
            case nodes.Name():
                return self._names.get(node.name, (node.name,))
            case nodes.Getattr():
                return _member(self._follow(node.node), node.attr)
            case nodes.Getitem(arg=nodes.Slice()):
                return self._follow(node.node)
            case nodes.Getitem():
                self._use(node.arg)
                return _member(self._follow(node.node), _step(node.arg))
            case nodes.Filter(node=nodes.Expr()):
                return self._filtered(node)
            case nodes.Call(node=nodes.Name(name=name)):
                self._called(node, self._names.get(name, (name,)))
            case nodes.Test():
                self.read([*node.args, *node.kwargs])
                self._use(node.node, spared=node.name in _SPARING_TESTS)
            case _:
                self.read(node.iter_child_nodes())
        return None

    def _called(self, node: nodes.Call, called: _Lead) -> None:
        """Read a macro with what it is called with; one that calls itself is read no deeper."""
        if not isinstance(called, _Macro):
            self.read(node.iter_child_nodes())
            return
        arguments = called.node.args
        leads = dict.fromkeys((each.name for each in arguments), None)
        leads |= zip(leads, map(self._use, node.args), strict=False)
        leads |= {pair.key: self._use(pair.value) for pair in node.kwargs}
        self.read(node.args[len(arguments) :])
        outside, self._names = self._names, {**called.names, **leads, called.node.name: None}
        self.read(called.node.body)
        self._names = outside

    def _filtered(self, node: nodes.Filter) -> _Lead:
        """Follow rows through the filters that pass them on."""
        self.read([*node.args, *node.kwargs])
        lead = self._follow(cast("nodes.Expr", node.node))
        columns = [_member(_each(lead), *name.split(".")) for name in _columns_named(node)]
        for column in columns:
            self._note(column, node)
        if node.name in _SAME_ROWS:
            return lead
        if node.name in _ONE_ROW:
            return _each(lead)
        match columns, lead:
            case [tuple() as column], tuple() as rows if node.name in _GROUPING:
                return _Groups(_Group(column, rows))
        self._note(lead, node, spared=node.name in _SPARING_FILTERS)
        return None


def _each(lead: _Lead) -> _Lead:
    """Give what any item of a list leads to."""
    if isinstance(lead, _Groups):
        return lead.each
    return (*lead, EACH) if isinstance(lead, tuple) else None


def _member(lead: _Lead, *steps: str) -> _Lead:
    """Give what a member leads to; of a group that is its value or its rows."""
    match lead, steps:
        case _Group(), ("0" | "grouper",):
            return lead.column
        case _Group(), ("1" | "list",):
            return lead.rows
        case tuple(), _:
            return (*lead, *(EACH if step.isdecimal() else step for step in steps))
    return None


def _step(key: nodes.Expr) -> str:
    """Say what is known of the key in brackets: all of it, its beginning, or nothing."""
    match key:
        case nodes.Const(value=value):
            return str(value)
        case nodes.Neg(node=nodes.Const(value=value)):
            return str(value)
        case nodes.Concat(nodes=[nodes.Const(value=beginning), *_]):
            return f"{beginning}{ANY}"
        case nodes.Add(left=nodes.Const(value=beginning)):
            return f"{beginning}{ANY}"
    return ANY


def _columns_named(node: nodes.Filter) -> list[str]:
    """List the columns of the rows that a filter names in its arguments."""
    named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in _NAMING_A_COLUMN:
        named += node.args[:1]
    return [
        name.strip()
        for value in named
        if isinstance(value, nodes.Const) and isinstance(value.value, str)
        for name in value.value.split(",")
    ]
