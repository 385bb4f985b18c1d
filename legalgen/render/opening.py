"""A template file, read with suspicion: an office gets templates by mail, too."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import NoReturn
from zipfile import BadZipFile, ZipFile

from legalgen.findings import (
    LegalgenError,
    Message,
    TemplatePlace,
    error,
    message,
)
from legalgen.os_errors import reason
from legalgen.render.endless import is_endless

_MOST_MEMBERS = 10_000
_LARGEST = 100_000_000  # bytes unpacked; a template with pictures has one or two million
_LARGEST_XML = 5_000_000  # bytes of one XML file; a decree's template has a tenth of that
_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"  # .doc, and what Office locks with a password
_ENCRYPTED = 0x1
_XML = (".xml", ".rels", ".vml")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"  # .dotx and .docm have others
SAVED_ANEW = message("open it in Word and save it as a Word document (.docx)")
_UNLOCKED = message("open it in Word and save it as a Word document (.docx) without a password")
_NOT_WORDS = message("Word writes no such file: ask who sent it, or save it in Word as .docx")


def read_template(path: Path) -> bytes:
    """Read a template's file.

    Errors: LegalgenError, T007.
    """
    try:
        return path.read_bytes()
    except OSError as problem:
        refuse(
            path,
            message("the template cannot be read: {reason}", reason=reason(problem)),
            message("look whether the file is there, and not open in another program"),
        )


def check_template(path: Path, content: bytes) -> None:
    """Refuse what is no DOCX or may do harm when it is unpacked.

    Errors: LegalgenError, T007.
    """
    if content.startswith(_OLD_OFFICE_FILE):
        refuse(
            path,
            message("the template is an old .doc file, or locked with a password"),
            _UNLOCKED,
        )
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_members(path, package)
    except (BadZipFile, NotImplementedError, EOFError, zlib.error, UnicodeDecodeError) as problem:
        refuse(
            path,
            message("the template is damaged or no Word document: {reason}", reason=str(problem)),
            message("open it in Word, repair it, and save it as a Word document (.docx)"),
        )


def refuse(path: Path, what: Message, hint: Message = _NOT_WORDS) -> NoReturn:
    """Refuse a template as a whole."""
    raise LegalgenError(error("T007", TemplatePlace(path), what, hint=hint))


def _check_members(path: Path, package: ZipFile) -> None:
    members = package.infolist()
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST:
        refuse(path, message("the template unpacks to far more than any Word document"))
    if any(member.file_size > _LARGEST_XML for member in members if _is_xml(member.filename)):
        refuse(path, message("the template unpacks to far more than any Word document"))
    names = [member.filename for member in members]
    for name in names:
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            refuse(path, message("the template holds a file of an unsafe name, {name}", name=name))
    if len(set(names)) < len(names):
        refuse(path, message("the template holds two files of one name"))
    if any(member.flag_bits & _ENCRYPTED for member in members):
        refuse(path, message("the template is locked with a password"), _UNLOCKED)
    if _TYPES not in names or _DOCUMENT not in package.read(_TYPES):
        refuse(
            path, message("the template was saved as another kind of file than .docx"), SAVED_ANEW
        )
    _check_contents(path, package)


def _is_xml(name: str) -> bool:
    return name.lower().endswith(_XML)


def _check_contents(path: Path, package: ZipFile) -> None:
    """Read each member once, which checks its sum; XML in Word documents declares no types."""
    for name in package.namelist():
        content = package.read(name)
        if _is_xml(name) and any(declaration in content for declaration in _DOCTYPES):
            refuse(path, message("the template declares a document type in {name}", name=name))
        if _is_xml(name) and is_endless(content):
            refuse(
                path, message("the template has more braces in {name} than can be read", name=name)
            )
