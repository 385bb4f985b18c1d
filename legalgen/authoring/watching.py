"""Files watched for being saved: by looking again and again, which works on every drive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

# When a file was saved and how long it is; None while it is not there.
_Stamp: TypeAlias = tuple[int, int] | None


def saves(files: Sequence[Path], pause: Callable[[], None]) -> Iterator[None]:
    """Yield each time that a file was saved since this call and is at rest; never ends.

    Word takes a file away and puts another in its place, and other programs write it piece by
    piece: so it counts as saved once it is there and looks the same after another pause.
    """
    return _saves(files, pause, _stamps(files))


def _saves(files: Sequence[Path], pause: Callable[[], None], known: list[_Stamp]) -> Iterator[None]:
    while True:
        pause()
        now = _stamps(files)
        if now == known or None in now:
            continue
        pause()
        if _stamps(files) == now:
            known = now
            yield


def _stamps(files: Sequence[Path]) -> list[_Stamp]:
    return [_stamp(file) for file in files]


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError:  # not there for a moment, or held by the program that writes it
        return None
    return status.st_mtime_ns, status.st_size
