"""File names made of data that every system takes: Windows, macOS and Linux.

A name is changed only where a system would refuse or misread it, or where it would show the world
an identity number; and two documents never share one path, not even on a disk that does not tell
upper case from lower.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from legalgen.findings import mask

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_BLANKS = re.compile(r"\s+")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)|~\$", re.IGNORECASE
)  # and what Word takes for the mark of an open file

_IDENTITY_NUMBER = re.compile(r"\d{16,}")

LONGEST_NAME = 150  # bytes; leaves room for the extension, a counter and a temporary name in 255


def safe_name(text: str) -> str:
    """Make one path component of any text; never empty.

    >>> safe_name("PT. Royal/Korindah: Bagian <A>")
    'PT. Royal-Korindah- Bagian -A-'
    >>> safe_name("con"), safe_name(" .. "), safe_name("Desa Bokol. ")
    ('_con', '_', 'Desa Bokol')
    >>> safe_name("3303991505900001_Ngatino")
    '3303…0001_Ngatino'
    """
    text = _IDENTITY_NUMBER.sub(lambda number: mask(number[0]), text)
    name = _visible(_BLANKS.sub(" ", _FORBIDDEN.sub("-", text)))
    name = _shortened(unicodedata.normalize("NFC", name).strip(" .")) or "_"
    return f"_{name}" if _RESERVED.match(name) else name


def _visible(text: str) -> str:
    """Leave out what nobody sees or can type: marks of direction, soft hyphens, half characters."""
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def _shortened(name: str) -> str:
    encoded = name.encode("utf-8")
    if len(encoded) <= LONGEST_NAME:
        return name
    return encoded[:LONGEST_NAME].decode("utf-8", errors="ignore").rstrip(" .")


def distinct_paths(paths: Iterable[PurePosixPath]) -> Iterator[PurePosixPath]:
    """Give each path once: twins, also in case only, get `_2`, `_3`, … in the order they come.

    >>> twins = ["SK_Bokol.docx", "SK_BOKOL.docx", "SK_Bokol.docx"]
    >>> [str(path) for path in distinct_paths(map(PurePosixPath, twins))]
    ['SK_Bokol.docx', 'SK_BOKOL_2.docx', 'SK_Bokol_3.docx']
    """
    taken: set[str] = set()
    twins: Counter[str] = Counter()  # so that a thousand twins do not try a thousand names each
    for path in paths:
        candidate, name = path, _on_any_disk(path)
        while (key := _on_any_disk(candidate)) in taken:
            twins[name] += 1
            candidate = path.with_name(f"{path.stem}_{twins[name] + 1}{path.suffix}")
        taken.add(key)
        yield candidate


def _on_any_disk(path: PurePosixPath) -> str:
    """Fold a path as the least discerning disk would: case and Unicode form do not tell."""
    return unicodedata.normalize("NFKC", str(path)).casefold()
