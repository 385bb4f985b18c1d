"""The zip file of a DOCX: read with suspicion, written with everything constant made ready.

A template's static members are compressed once. A document is that blob, its own few members,
and a directory of both: one join, one write.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zlib_ng import zlib_ng

_STORED, _DEFLATED = 0, 8
_UTF8_NAME = 0x0800
_NO_DATE = 0x0021  # 1 January 1980: the same input gives the same bytes
_VERSION = 20
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_WINDOW = -15  # raw deflate, as zip files hold it
_STATIC_LEVEL = 6  # 9 takes twice as long, once for each template, and gains half a percent
_LONG = 128_000  # bytes: a table of some hundred rows


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the package, compressed."""

    name: str
    crc: int
    size: int
    data: bytes
    method: int = _DEFLATED

    def content(self) -> bytes:
        """Unpack the file."""
        return self.data if self.method == _STORED else zlib_ng.decompress(self.data, _WINDOW)


def _level(size: int, beside: int) -> int:
    """Choose how hard to compress a document's own member.

    To compress a letter well takes longer than to print it. What is small beside the members that
    all documents share may come out a third larger: the file grows by less than a twentieth. A long
    table is nearly the whole file, and worth more effort. See benchmarks/.
    """
    if size < beside * 2 / 3:
        return 1
    return 2 if size < _LONG else 5


class Deflater:
    """Compresses a member piece by piece, so that a long one is never whole in memory.

    `beside` is how many bytes the document holds beside it.
    """

    def __init__(self, name: str, first: bytes, beside: int) -> None:
        self._name = name
        level = _level(len(first), beside)
        self._compressor = zlib_ng.compressobj(level, zlib_ng.DEFLATED, _WINDOW)
        self._crc = zlib_ng.crc32(first)
        self._size = len(first)
        self._data = [self._compressor.compress(first)]

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        self._crc = zlib_ng.crc32(piece, self._crc)
        self._size += len(piece)
        self._data.append(self._compressor.compress(piece))

    def member(self) -> Member:
        """Finish."""
        self._data.append(self._compressor.flush())
        return Member(self._name, self._crc, self._size, b"".join(self._data))


def _deflate_once(name: str, content: bytes) -> Member:
    """Compress a static member well; a picture that gains nothing is stored."""
    data = zlib_ng.compress(content, _STATIC_LEVEL, _WINDOW)
    crc = zlib_ng.crc32(content)
    if len(data) >= len(content):
        return Member(name, crc, len(content), content, _STORED)
    return Member(name, crc, len(content), data)


class Package:
    """The static members of a template's documents, ready to be joined with the others."""

    def __init__(self, static: Mapping[str, bytes]) -> None:
        self._blob, self._directory = _laid_out(
            (_deflate_once(name, content) for name, content in static.items()), 0
        )
        self._count = len(static)
        self.size = len(self._blob)

    def with_members(self, members: Iterable[Member]) -> bytes:
        """Join a document's own members with the static ones."""
        own = list(members)
        content, directory = _laid_out(own, len(self._blob))
        count = self._count + len(own)
        size = len(self._directory) + len(directory)
        start = len(self._blob) + len(content)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
        return b"".join((self._blob, content, self._directory, directory, end))


def _laid_out(members: Iterable[Member], offset: int) -> tuple[bytes, bytes]:
    """Lay members out from an offset on: the files with their local headers, and the directory."""
    files: list[bytes] = []
    directory: list[bytes] = []
    for member in members:
        name = member.name.encode()
        common = (
            0 if name.isascii() else _UTF8_NAME,
            member.method,
            0,
            _NO_DATE,
            member.crc,
            len(member.data),
            member.size,
            len(name),
            0,
        )
        files += _LOCAL.pack(b"PK\3\4", _VERSION, *common), name, member.data
        directory += (
            _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, 0, offset),
            name,
        )
        offset += _LOCAL.size + len(name) + len(member.data)
    return b"".join(files), b"".join(directory)


def repack(members: Mapping[str, bytes]) -> bytes:
    """Write a package whose members are all given, in their order and without dates."""
    return Package(members).with_members(())
