"""A lock on a folder that the system lets go of when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockedError(Exception):
    """Another process holds the lock."""


class LockLostError(Exception):
    """The lock's file was taken away while the lock was held."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at `path`, whose file is there only meanwhile.

    Errors: LockedError where another process holds it; OSError where no file can be made;
    LockLostError where the file is no longer there in the end, for then others may have been in.
    """
    descriptor = _taken(path)
    try:
        yield
        if not _is_at(path, descriptor):
            raise LockLostError(str(path))
    finally:
        # Removed while it is held where the system allows that: nobody else can hold it then.
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def _taken(path: Path) -> int:
    """Take the lock; again where its file was removed by a run that ended in between."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(descriptor)
            if _is_at(path, descriptor):
                return descriptor
        except (BlockingIOError, PermissionError) as held:
            os.close(descriptor)
            raise LockedError(str(path)) from held
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_at(path: Path, descriptor: int) -> bool:
    if sys.platform == "win32":
        return True  # what is open cannot be removed there
    with suppress(FileNotFoundError, NotADirectoryError):
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    return False
