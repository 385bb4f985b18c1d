"""One column of the office's that holds two of ours: `TTL`, `RT/RW`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legalgen.columns import PARTS

# A date begins with its day of the week (and of the market) or the word for it, else with a digit.
_DATE = re.compile(
    r"""(?:\b(?:hari\W+)?(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)
        (?:\W+(?:legi|manis|pahing|pon|wage|kliwon))?\W+)?(?:\b(?:tanggal|tgl)\W*)?\d""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = " \t\r\n\xa0,;:/.–-"
_BLOCKS = re.compile(
    r"(?P<rt>(?:(?:rt[\s.:]*)?\d+)?)(?:[\s/\\|／–-]+|[\s,.]*(?=rw))(?P<rw>(?:(?:rw[\s.:]*)?\d+)?)",
    re.IGNORECASE,
)


def split(name: str, cells: Sequence[object]) -> dict[str, Sequence[object]]:
    """Split a combined column into its two; what cannot be split is left to fail as one of them.

    >>> split("ttl", ["Purbalingga, 12-05-1990"])
    {'tempat_lahir': ('Purbalingga',), 'tanggal_lahir': ('12-05-1990',)}
    >>> split("rt_rw", ["001/002", "RT 01 RW 02"])
    {'rt': ('001', 'RT 01'), 'rw': ('002', 'RW 02')}
    """
    split_cell = _split_birth if name == "ttl" else _split_blocks
    first, second = zip(*map(split_cell, cells), strict=True) if cells else ((), ())
    return dict(zip(PARTS[name], (first, second), strict=True))


def _split_birth(cell: object) -> tuple[object, object]:
    if not isinstance(cell, str):
        return "", cell
    date = _DATE.search(cell)
    begin = date.start() if date else len(cell)
    return cell[:begin].strip(_BETWEEN), cell[begin:]


def _split_blocks(cell: object) -> tuple[object, object]:
    match = _BLOCKS.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return (match["rt"], match["rw"]) if match else (cell, "")
