"""A product to start from: the house style's DOCX and TOML under a name of the office's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import legalgen
from legalgen.filenames import safe_name
from legalgen.names import title_case

_SKELETON = Path(legalgen.__file__).with_name("skeleton")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_product_name(name: str) -> bool:
    """Whether a product can be called so: it names files, and is typed in commands.

    >>> is_product_name("surat-keterangan"), is_product_name("Surat Keterangan")
    (True, False)
    """
    return bool(_NAME.fullmatch(name)) and safe_name(name) == name


def suggested_name(name: str) -> str:
    """Give the nearest name that a product can have; empty where there is none.

    >>> suggested_name("Surat Keterangan (KPPS)")
    'surat-keterangan-kpps'
    """
    name = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    return name if is_product_name(name) else ""


def skeleton(name: str, title: str, folder: Path) -> dict[Path, bytes]:
    """Give the files of a new product; an empty title is made of the name."""
    title = title or name.replace("-", " ").capitalize()
    toml = _SKELETON.with_suffix(".toml").read_text(encoding="utf-8")
    for key, value in (
        ("title", title),
        ("about", _unbraced(title_case(title))),
        ("file_name", _unbraced(safe_name(title_case(title)).replace(" ", "_"))),
    ):
        toml = _with_value(toml, key, value)
    return {
        folder / f"{name}.docx": _SKELETON.with_suffix(".docx").read_bytes(),
        folder / f"{name}.toml": toml.encode(),
    }


def _unbraced(text: str) -> str:
    """Write a text as a pattern that fills in nothing."""
    return text.replace("{", "{{").replace("}", "}}")


def _with_value(toml: str, key: str, value: str) -> str:
    """Set a key's text, and leave the comment beside it where it stands."""
    quoted = json.dumps(value, ensure_ascii=False)  # JSON's texts are TOML's
    line = re.compile(rf'^{key} = "[^"]*"', re.MULTILINE)
    return line.sub(lambda found: f"{key} = {quoted}".ljust(len(found[0])), toml, count=1)
