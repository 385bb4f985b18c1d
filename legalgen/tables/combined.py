"""One column of the office's that holds two of ours: `TTL`, `RT/RW`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_BIRTH = re.compile(
    r"""(?P<place>[^\d]*?)[\s,;/.–-]*
        (?P<date>(?:(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)[\s,]+)?\d.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_BLOCKS = re.compile(r"(?P<rt>[^/\\|-]*?)\s*[/\\|-]\s*(?P<rw>[^/\\|-]*)", re.DOTALL)
_RW_WORD = re.compile(r"(?P<rt>.*\d)[\s,.]*(?P<rw>rw.*)", re.IGNORECASE | re.DOTALL)


def split(name: str, cells: Sequence[object]) -> tuple[list[object], list[object]]:
    """Split a combined column into its two; what cannot be split is left to fail as the second.

    >>> split("ttl", ["Purbalingga, 12-05-1990"])
    (['Purbalingga'], ['12-05-1990'])
    >>> split("rt_rw", ["001/002", "RT 01 RW 02"])
    (['001', 'RT 01'], ['002', 'RW 02'])
    """
    parts = [(_split_birth if name == "ttl" else _split_blocks)(cell) for cell in cells]
    return [first for first, _ in parts], [second for _, second in parts]


def _split_birth(cell: object) -> tuple[object, object]:
    if not isinstance(cell, str):
        return "", cell
    if match := _BIRTH.fullmatch(cell.strip()):
        return match["place"].strip(), match["date"]
    return (cell, "") if cell.strip(" -,") else ("", "")


def _split_blocks(cell: object) -> tuple[object, object]:
    if isinstance(cell, date) or not isinstance(cell, str):
        return cell, cell
    match = _BLOCKS.fullmatch(cell.strip()) or _RW_WORD.fullmatch(cell.strip())
    return (match["rt"], match["rw"]) if match else (cell, "")
