"""The legal products an office can make: a DOCX and a TOML beside it, and no line of Python."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from operator import attrgetter
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, get_type_hints

from legalgen.findings import CellPlace, Finding, error, message
from legalgen.os_errors import reason

ANY_VALUE = "*"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a product's documents are numbered.

    `field` names the field that holds a number the office gave; where it is empty, `pattern` makes
    one. `first` names the key of `kegiatan` that holds the first running `{no}` (1 where there is
    none), `date` the field whose date gives `{tahun}` and `{bulan_romawi}`.
    """

    field: str = ""
    pattern: str = ""
    first: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The convention the product's template is held against; empty where there is none."""

    size: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """What one document of this kind is: its rows, its name, its number, what it stands on."""

    name: str
    source: Path
    template: Path
    title: str
    file_name: str
    subject: str
    about: str = ""
    group_by: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    sort_by: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_penetapan: tuple[str, ...] = ()
    needs_kegiatan: tuple[str, ...] = ()
    number: Numbering = Numbering()
    paper: Paper = Paper()

    @property
    def place(self) -> CellPlace:
        """Point at the product's TOML."""
        return CellPlace(self.source)


# What the TOML says; `name` and `source` come from the file, a missing `template` from its stem.
_FROM_FILE = ("name", "source", "template")


def read_products(directory: Path) -> tuple[list[Product], list[Finding]]:
    """Read every product of a templates folder, sorted by name."""
    products: list[Product] = []
    findings: list[Finding] = []
    for path in sorted(directory.glob("*.toml"), key=attrgetter("stem")):
        product, found = read_product(path)
        findings += found
        if product is not None:
            products.append(product)
    if not products and not findings:
        findings.append(_no_product(directory))
    return products, findings


def _no_product(directory: Path) -> Finding:
    return error(
        "D014",
        CellPlace(directory),
        message("there is no product in this folder"),
        hint=message(
            "name the folder with --templates; `legalgen init FOLDER` makes one with ours,"
            " `legalgen product new` begins one of your own"
        ),
    )


def read_product(path: Path) -> tuple[Product | None, list[Finding]]:
    """Read one product's TOML; None where it is not one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        why = reason(problem) if isinstance(problem, OSError) else str(problem)
        return None, [
            error(
                "D001",
                CellPlace(path),
                message("the product cannot be read: {reason}", reason=why),
                hint=message("the file is TOML in UTF-8; compare it with a product that works"),
            )
        ]
    findings = list(_problems(path, data))
    if findings:
        return None, findings
    template = path.with_name(data.pop("template", path.stem + ".docx"))
    asked = _frozen(_needing_its_number(data))
    product = Product(name=path.stem, source=path, template=template, **asked)
    try:
        template.open("rb").close()
    except FileNotFoundError:
        what = message("the template {template} is missing", template=template.name)
        hint = message("put the DOCX beside the TOML, or name another with `template`")
        return None, [error("D003", CellPlace(path), what, hint=hint)]
    except OSError as problem:
        what = message("the file cannot be read: {reason}", reason=reason(problem))
        hint = message("close it in other programs, and look whether you may read it")
        return None, [error("D003", CellPlace(template), what, hint=hint)]
    return product, []


_SHEET_NEEDS = {"penetapan": "needs_penetapan", "kegiatan": "needs_kegiatan"}


def _needing_its_number(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Count the field that alone gives the number among what is needed: none goes without."""
    number = data.get("number", {})
    holder, _, name = number.get("field", "").rpartition(".")
    needs = _SHEET_NEEDS.get(holder, "needs")
    if not name or number.get("pattern") or name in data.get(needs, ()):
        return data
    return {**data, needs: [*data.get(needs, ()), name]}


def _problems(path: Path, data: Mapping[str, Any]) -> Iterator[Finding]:
    known = {item.name: item for item in fields(Product) if item.name not in _FROM_FILE}
    for key, value in data.items():
        if key not in known and key != "template":
            yield _unknown_key(path, key, known)
        elif not _fits(key, value):
            yield error(
                "D001",
                CellPlace(path),
                message("`{key}` cannot be {value}", key=key, value=repr(value)),
                hint=message("compare it with a product that works"),
            )
        else:
            yield from _broken_patterns(path, key, value)
    for key, item in known.items():
        if key not in data and item.default is MISSING and item.default_factory is MISSING:
            yield error(
                "D001",
                CellPlace(path),
                message("`{key}` is missing", key=key),
                hint=message("compare it with a product that works"),
            )


def _unknown_key(path: Path, key: str, known: Mapping[str, object]) -> Finding:
    near = get_close_matches(key, known, 1)
    return error(
        "D002",
        CellPlace(path),
        message("a product has no `{key}`", key=key),
        hint=message("did you mean `{near}`?", near=near[0])
        if near
        else message("a product has: {known}", known=", ".join(known)),
    )


def _fits(key: str, value: Any) -> bool:
    if key == "template":  # it stands beside the TOML
        return isinstance(value, str) and value != "" and Path(value).name == value
    match get_type_hints(Product)[key]:
        case kind if kind is str:
            return isinstance(value, str)
        case kind if kind == tuple[str, ...]:
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case kind if kind in (Numbering, Paper):
            named = {item.name for item in fields(kind)}
            return isinstance(value, dict) and all(
                name in named and isinstance(text, str) for name, text in value.items()
            )
        case _:  # `where`
            return isinstance(value, dict) and all(
                choice == ANY_VALUE
                or (isinstance(choice, list) and all(isinstance(word, str) for word in choice))
                for choice in value.values()
            )


def _broken_patterns(path: Path, key: str, value: Any) -> Iterator[Finding]:
    if key not in ("file_name", "subject", "about", "number"):
        return
    pattern = value.get("pattern", "") if key == "number" else value
    try:
        list(Formatter().parse(pattern))
    except ValueError as problem:
        yield error(
            "D009",
            CellPlace(path),
            message("`{key}` is not a pattern: {reason}", key=key, reason=str(problem)),
            hint=message("each field stands in one pair of braces, as in {{desa}}"),
        )


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    """Turn what TOML gives into what a product holds."""
    frozen: dict[str, Any] = {}
    for key, value in data.items():
        if key == "number":
            frozen[key] = Numbering(**value)
        elif key == "paper":
            frozen[key] = Paper(**value)
        elif key == "where":
            choices = {
                column: (choice,) if isinstance(choice, str) else tuple(choice)
                for column, choice in value.items()
            }
            frozen[key] = MappingProxyType(choices)
        else:
            frozen[key] = tuple(value) if isinstance(value, list) else value
    return frozen
