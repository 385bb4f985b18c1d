"""The folder an event's documents go to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

# Left behind only by a process that was killed; the next run into the folder removes them.
UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder of this machine."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def read(self, file: PurePosixPath) -> bytes | None:
        """Read a file; None where there is none."""
        try:
            return (self.path / file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, file: PurePosixPath, content: bytes) -> None:
        """Write a whole file or nothing: under another name first, then renamed over."""
        target = self.path / file
        unfinished = target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")
        try:
            unfinished.write_bytes(content)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
        try:
            unfinished.replace(target)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def remove(self, file: PurePosixPath) -> None:
        """Remove a file, and its folder where it was the last in it."""
        (self.path / file).unlink()

    def files(self) -> Iterator[PurePosixPath]:
        """List every file below the folder."""
        for path in self.path.rglob("*"):
            if path.is_file():
                yield PurePosixPath(path.relative_to(self.path).as_posix())
