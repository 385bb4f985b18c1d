"""The ZIP file a workbook is, opened without trusting what it says of itself.

Every part is unpacked once to the size it declares and held against its checksum before the reader
of workbooks sees the file: so no bomb, no part larger than it says, no entity that expands.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from zlib_ng import zlib_ng

from legalgen.findings import LegalgenError, message
from legalgen.tables.file import MAX_UNPACKED, damaged, protected, tampered, too_large

MAX_PARTS = 10_000

_ENCRYPTED = 0x1
_RAW_DEFLATE = -15
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_FOREIGN_ENCODING = re.compile(
    rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE
)
_DOCUMENT_TYPE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL | re.IGNORECASE
)
# zlib_ng's stubs take its error for a value.
_UNPACKING: type[Exception] = zlib_ng.error  # type: ignore[assignment]
_DAMAGES = (BadZipFile, _UNPACKING, ValueError, NotImplementedError, struct.error, EOFError)


class Archive:
    """The parts of a workbook's ZIP file, by name."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Open the archive; raises LegalgenError where no office program would have written it."""
        self._path = path
        self.data = data
        if data.count(b"PK\x01\x02") > MAX_PARTS:
            raise LegalgenError(too_large(path))
        try:
            self._members = ZipFile(BytesIO(data)).infolist()
        except (*_DAMAGES, OverflowError, OSError) as failure:
            raise LegalgenError(damaged(path)) from failure
        self._by_name = {_plain(member.filename): member for member in self._members}
        if len(self._by_name) < len(self._members):
            raise LegalgenError(tampered(path, message("two parts have one name")))
        if sum(member.file_size for member in self._members) > MAX_UNPACKED:
            raise LegalgenError(too_large(path))
        if any(member.flag_bits & _ENCRYPTED for member in self._members):
            raise LegalgenError(protected(path))

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._by_name

    def read(self, name: str) -> bytes:
        """Unpack a part; raises LegalgenError where it is missing or not what it says."""
        member = self._by_name.get(_plain(name))
        if member is None:
            raise LegalgenError(damaged(self._path))
        return self._checked(member, parsed=True)

    def check_all_but(self, names: set[str]) -> None:
        """Unpack the parts not named, one after the other, for the checks that come with it."""
        read = {_plain(name) for name in names}
        for name, member in self._by_name.items():
            if name not in read:
                self._checked(member, parsed=_is_parsed(name))

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """Give the archive with other contents in some of its parts."""
        contents = {_plain(name): part for name, part in parts.items()}
        rewritten = BytesIO()
        with ZipFile(rewritten, "w") as archive:
            for name, member in self._by_name.items():
                archive.writestr(member.filename, contents.get(name) or self._unpacked(member))
        return rewritten.getvalue()

    def _checked(self, member: ZipInfo, *, parsed: bool) -> bytes:
        try:
            part = self._unpacked(member)
        except _DAMAGES as failure:
            raise LegalgenError(damaged(self._path)) from failure
        if len(part) != member.file_size or zlib_ng.crc32(part) != member.CRC:
            raise LegalgenError(damaged(self._path))
        if parsed:
            if _DOCUMENT_TYPE.match(part):
                raise LegalgenError(tampered(self._path, message("it declares a document type")))
            if b"\0" in part[:64] or _FOREIGN_ENCODING.match(part[:200]):
                raise LegalgenError(tampered(self._path, message("a part is not in UTF-8")))
        return part

    def _unpacked(self, member: ZipInfo) -> bytes:
        start = member.header_offset
        _, name_length, extra_length = _LOCAL_HEADER.unpack_from(self.data, start)
        start += _LOCAL_HEADER.size + name_length + extra_length
        packed = self.data[start : start + member.compress_size]
        if member.compress_type == ZIP_STORED:
            return packed
        if member.compress_type != ZIP_DEFLATED:
            raise BadZipFile(member.filename)
        # One byte more than declared is asked for, so that a part that lies is seen to.
        return zlib_ng.decompressobj(_RAW_DEFLATE).decompress(packed, member.file_size + 1)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _is_parsed(name: str) -> bool:
    """Whether anyone here parses a part: no picture, nor what programs keep in `customXml`."""
    return name.endswith((".xml", ".rels")) and not name.startswith("customxml/")
