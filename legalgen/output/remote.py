"""A folder anywhere fsspec reaches: S3 and its like, whole objects at a time.

What is guaranteed there is less than on a disk. An object store keeps an object whole or not at
all, so no half-written document is ever seen; on other systems (sftp, smb) that is so where they
rename at once. None has a lock that ends with its holder: two runs into one remote folder at once
are not refused, and the last one wins.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from legalgen.findings import Finding, LegalgenError, error, message, place_at
from legalgen.output.folder import EVERYWHERE, UNFINISHED, aside_names

Item = TypeVar("Item")
Result = TypeVar("Result")

# Stores that keep an object whole or not at all, and have no folders: making one would make a
# bucket of a mistyped name.
_OBJECT_STORES = {"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"}

AT_ONCE = 32  # requests under way: each waits for the network, not for this machine


@dataclass(frozen=True)
class RemoteFolder:
    """A folder at an fsspec URL; its library takes the credentials from the environment."""

    url: str

    def __str__(self) -> str:
        return self.url

    def __reduce__(self) -> tuple[type[RemoteFolder], tuple[str]]:
        return RemoteFolder, (self.url,)  # a connection does not travel

    @cached_property
    def _at(self) -> tuple[Any, str]:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

            system, root = url_to_fs(self.url)
        except (ImportError, ValueError) as problem:
            raise LegalgenError(_not_reached(self.url, problem)) from problem
        return system, root

    def _path(self, file: PurePosixPath) -> tuple[Any, str]:
        system, root = self._at
        return system, f"{root}/{file}"

    def read(self, file: PurePosixPath) -> bytes | None:
        """Read a file; None where there is none."""
        system, path = self._path(file)
        with _as_os_errors():
            try:
                content: bytes = system.cat_file(path)
            except FileNotFoundError:
                return None
        return content

    def write(self, file: PurePosixPath, content: bytes) -> None:
        """Put a whole object, over what was there; elsewhere under another name, then renamed."""
        system, path = self._path(file)
        with _as_os_errors():
            if _holds_objects(system):
                system.pipe_file(path, content)
            else:
                system.makedirs(path.rpartition("/")[0], exist_ok=True)
                system.pipe_file(path + UNFINISHED, content)
                system.mv(path + UNFINISHED, path)

    def set_aside(self, file: PurePosixPath) -> PurePosixPath:
        """Copy an object to a name that is free, and tell it."""
        system, path = self._path(file)
        with _as_os_errors():
            free = next(name for name in aside_names(file) if not self._exists(name))
            system.copy(path, self._path(free)[1])
        return free

    def _exists(self, file: PurePosixPath) -> bool:
        system, path = self._path(file)
        return bool(system.exists(path))

    def remove(self, file: PurePosixPath) -> None:
        """Remove an object."""
        system, path = self._path(file)
        with _as_os_errors():
            if self._exists(file):
                system.rm_file(path)

    def files(self, below: PurePosixPath = EVERYWHERE) -> Iterator[PurePosixPath]:
        """List every object below the folder, or below one in it."""
        system, root = self._at
        system.invalidate_cache()
        with _as_os_errors():
            paths = sorted(system.find(f"{root}/{below}" if below.parts else root))
        for path in paths:
            yield PurePosixPath(path).relative_to(root)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep nobody out: there is no lock here that ends with its holder."""
        yield

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Do the work for many items at once."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            yield from pool.map(work, items)


def _holds_objects(system: Any) -> bool:
    protocols = {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)
    return not _OBJECT_STORES.isdisjoint(protocols)


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """Raise what a store's library raises, which has errors of its own, as the system would."""
    try:
        yield
    except PermissionError as problem:  # nobody has the file open in Word there
        raise OSError(errno.ECONNREFUSED, str(problem)) from problem
    except (OSError, LegalgenError):
        raise
    except Exception as problem:  # mostly that there are no credentials
        raise OSError(errno.ECONNREFUSED, str(problem)) from problem


def _not_reached(url: str, problem: Exception) -> Finding:
    return error(
        "O015",
        place_at(url),
        message("the place cannot be written to: {reason}", reason=str(problem)),
        hint=message("for S3: pip install 'legalgen[s3]'; for others, what fsspec asks for"),
    )
