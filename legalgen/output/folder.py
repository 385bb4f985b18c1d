"""The folder an event's documents go to."""

from __future__ import annotations

import errno
import os
import platform
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import get_native_id
from typing import Protocol, TypeVar
from zlib import crc32

from legalgen.output.lock import locked

# Left behind only by a process that was killed.
UNFINISHED = ".unfinished"
LOCK = ".legalgen.lock"
JOURNAL = PurePosixPath(".legalgen")  # there only while a run is at work, or where one was killed
EVERYWHERE = PurePosixPath()

# What Windows and its programs open without being asked; longer paths exist but Word refuses them.
LONGEST_ON_WINDOWS = 259

Item = TypeVar("Item")
Result = TypeVar("Result")


class Folder(Protocol):
    """What a run needs of the place it writes to; picklable, for workers write into it."""

    def read(self, file: PurePosixPath) -> bytes | None:
        """Read a file; None where there is none."""

    def write(self, file: PurePosixPath, content: bytes) -> None:
        """Write a whole file or nothing, over what was there."""

    def set_aside(self, file: PurePosixPath) -> PurePosixPath:
        """Give a file another name, which is free, and tell it."""

    def remove(self, file: PurePosixPath) -> None:
        """Remove a file, and the folders that are empty without it."""

    def files(self, below: PurePosixPath = EVERYWHERE) -> Iterator[PurePosixPath]:
        """List every file below the folder, or below one in it, but the lock."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep other runs out, and clear away what was left unfinished, before and after."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Do work that reads or writes here for each item, as many at once as pays."""


def aside_names(file: PurePosixPath) -> Iterator[PurePosixPath]:
    """Name the places a file may be set aside at, the likeliest first.

    >>> names = aside_names(PurePosixPath("sk-kpps/SK_Bokol.docx"))
    >>> str(next(names)), str(next(names))
    ('sk-kpps/SK_Bokol (lama).docx', 'sk-kpps/SK_Bokol (lama 2).docx')
    """
    yield file.with_name(f"{file.stem} (lama){file.suffix}")
    number = 2
    while True:
        yield file.with_name(f"{file.stem} (lama {number}){file.suffix}")
        number += 1


_ASIDE = re.compile(r"(.+) \(lama(?: \d+)?\)")


def set_aside_from(file: PurePosixPath) -> PurePosixPath | None:
    """Tell what a file was before it was set aside; None where its name is none of `aside_names`.

    >>> set_aside_from(PurePosixPath("sk-kpps/SK_Bokol (lama 2).docx"))
    PurePosixPath('sk-kpps/SK_Bokol.docx')
    """
    found = _ASIDE.fullmatch(file.stem)
    return file.with_name(found[1] + file.suffix) if found else None


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder of this machine, or one that several machines share under the same path."""

    path: Path
    longest_path: int | None = LONGEST_ON_WINDOWS if os.name == "nt" else None

    def __str__(self) -> str:
        return str(self.path)

    def __reduce__(self) -> tuple[type[LocalFolder], tuple[Path, int | None]]:
        # A worker on another machine stands in another current folder.
        return LocalFolder, (self.path.absolute(), self.longest_path)

    def _at(self, file: PurePosixPath) -> str:
        # Text, not a Path: making five Paths takes a tenth of the time that a letter takes.
        return f"{self.path}/{file}"

    def read(self, file: PurePosixPath) -> bytes | None:
        """Read a file; None where there is none."""
        try:
            with open(self._at(file), "rb") as stream:
                return stream.read()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, file: PurePosixPath, content: bytes) -> None:
        """Write a whole file or nothing: under another name first, then renamed over."""
        target = self._at(file)
        folder = target.rpartition("/")[0]
        unfinished = f"{folder}/{_writer()}{UNFINISHED}"
        if self.longest_path is not None:
            self._refuse_if_too_long(target, unfinished)
        try:
            try:
                _write(unfinished, content)
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)
                _write(unfinished, content)
            os.replace(unfinished, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(unfinished)
            raise

    def _refuse_if_too_long(self, *paths: str) -> None:
        if max(len(os.path.abspath(path)) for path in paths) > (self.longest_path or 0):
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), paths[0])

    def set_aside(self, file: PurePosixPath) -> PurePosixPath:
        """Give a file another name, which is free, and tell it."""
        for name in aside_names(file):
            if not (self.path / name).exists():
                (self.path / file).rename(self.path / name)
                return name
        raise AssertionError

    def remove(self, file: PurePosixPath) -> None:
        """Remove a file, and the folders that are empty without it."""
        (self.path / file).unlink(missing_ok=True)
        for folder in file.parents[:-1]:
            try:
                (self.path / folder).rmdir()
            except OSError:  # not empty
                return

    def files(self, below: PurePosixPath = EVERYWHERE) -> Iterator[PurePosixPath]:
        """List every file below the folder, or below one in it, but the lock."""
        for path in sorted((self.path / below).rglob("*")):
            if path.is_file() and path.name != LOCK:
                yield PurePosixPath(path.relative_to(self.path).as_posix())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out, and clear away what was left unfinished, before and after.

        Errors: LockedError where another run is in; LockLostError where the folder was taken away.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with locked(self.path / LOCK):
            self._clear_away()
            try:
                yield
            finally:
                self._clear_away()

    def _clear_away(self) -> None:
        """Remove what workers that were killed left unfinished, in this run or an earlier one."""
        for folder, _, names in os.walk(self.path):
            for name in names:
                if name.endswith(UNFINISHED):
                    with suppress(PermissionError):  # of a document that will say so itself
                        Path(folder, name).unlink(missing_ok=True)

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Do the work for one item after another: more at once would not write faster."""
        return map(work, items)


def _writer() -> str:
    """Name who writes: several threads, processes and machines may write into one folder."""
    return f"{crc32(platform.node().encode()):08x}-{os.getpid()}-{get_native_id()}"


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(content)
