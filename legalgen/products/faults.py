"""What is wrong in a product's TOML, said with how it is written right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from legalgen.columns import PESERTA, columns_of, matching_key
from legalgen.findings import CellPlace, Finding, error, message, shown
from legalgen.os_errors import reason
from legalgen.patterns import names_in
from legalgen.products.product import ANY_VALUE, Numbering, Paper, Product

# What the TOML says; `name` and `source` come from the file, a missing `template` from its stem.
_FROM_FILE = ("name", "source", "template")


def unreadable(path: Path, problem: OSError | ValueError) -> Finding:
    """Say why the file is no TOML, for somebody who does not know what a TOML is."""
    line = re.search(r"line (\d+)", str(problem))
    match problem:
        case OSError():
            what = message("the product cannot be read: {reason}", reason=reason(problem))
            hint = message("compare it with a product that works")
        case UnicodeDecodeError():
            what = message("the product is not saved in UTF-8")
            hint = message("in Notepad: Save As, and choose UTF-8 beside Encoding")
        case _:
            what = (
                message("the product cannot be read from line {line} on", line=line[1])
                if line
                else message("the product ends before something that was begun")
            )
            hint = message(
                'a text stands between straight quotes, and a list in brackets: ["nama", "desa"]'
            )
    return error("D001", CellPlace(path), what, hint=hint)


def problems(path: Path, data: Mapping[str, Any]) -> Iterator[Finding]:
    """Find all that keeps a TOML from being a product."""
    known = {item.name: item for item in fields(Product) if item.name not in _FROM_FILE}
    for key, value in data.items():
        if key not in known and key != "template":
            yield _unknown_key(path, key, known)
        elif not _fits(key, value):
            yield error(
                "D001",
                CellPlace(path),
                message("`{key}` cannot be {value}", key=key, value=repr(value)),
                hint=message("it is written so: {example}", example=_example(key)),
            )
        elif key == "where":
            yield from _impossible_choices(path, value)
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
                isinstance(choice, str)
                or (isinstance(choice, list) and all(isinstance(word, str) for word in choice))
                for choice in value.values()
            )


def _example(key: str) -> str:
    """Show how a key is written."""
    match key:
        case "where":
            return 'where = { badan = ["KPPS"] }'
        case "number":
            return '[number] pattern = "{no:03d}/PP.05.1-ST/{tahun}"'
        case "paper":
            return '[paper] size = "F4"'
        case "title" | "template" | "file_name" | "subject" | "about":
            return f'{key} = "…"'
    return f'{key} = ["…", "…"]'


def _impossible_choices(path: Path, where: Mapping[str, str | list[str]]) -> Iterator[Finding]:
    """Find the words that a column of ours never holds, so that no row would be taken for them."""
    for name, choices in where.items():
        column = columns_of(PESERTA).get(name)
        if column is None or not column.choices:
            continue
        held = dict.fromkeys(column.choices.values())
        taken = set(map(matching_key, held))
        for word in [choices] if isinstance(choices, str) else choices:
            if word != ANY_VALUE and matching_key(word) not in taken:
                yield error(
                    "D001",
                    CellPlace(path),
                    message("`where`: {column} is never {word}", column=name, word=shown(word)),
                    hint=message("{column} is one of: {words}", column=name, words=", ".join(held)),
                )


def _broken_patterns(path: Path, key: str, value: Any) -> Iterator[Finding]:
    if key not in ("file_name", "subject", "about", "number"):
        return
    pattern = value.get("pattern", "") if key == "number" else value
    try:
        names_in(pattern)
    except ValueError:
        yield error(
            "D009",
            CellPlace(path),
            message("`{key}` is not a pattern: {pattern}", key=key, pattern=pattern),
            hint=message("each field stands in one pair of braces, as in {{desa}}"),
        )
