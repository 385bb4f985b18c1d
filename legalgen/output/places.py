"""Where documents may go: a folder of this machine, or anything fsspec has a name for."""

from __future__ import annotations

from pathlib import Path

from legalgen.filenames import safe_name
from legalgen.output.folder import Folder, LocalFolder


def event_name(source: Path) -> str:
    """Name an event's folder of documents after its workbook, or its folder of CSV files.

    >>> event_name(Path("inputs/tot-kpps.xlsx"))
    'tot-kpps'
    """
    source = source.resolve()  # `.` has no name of its own
    return safe_name(source.name if source.is_dir() else source.stem)


def folder_at(place: str, *below: str) -> Folder:
    """Give the folder at a path or URL, or one below it.

    A path is made absolute: workers of a cluster have another current folder.
    """
    protocol, separator, path = place.partition("://")
    if not separator:
        return LocalFolder(Path(place, *below).absolute())
    from legalgen.output.remote import RemoteFolder  # noqa: PLC0415 - an extra, and slow

    return RemoteFolder(protocol + separator + "/".join((path.rstrip("/"), *below)))
