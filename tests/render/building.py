"""Templates built as an office would in Word: paragraphs, tables, headers, and tags in them."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from random import Random

from docx import Document
from docx.shared import Cm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def paragraphs(path: Path, *texts: str | tuple[str, ...]) -> Path:
    """Build a template of paragraphs; a tuple of texts is a paragraph of so many runs."""
    document = Document()
    for text in texts:
        paragraph = document.add_paragraph()
        for run in (text,) if isinstance(text, str) else text:
            paragraph.add_run(run)
    document.save(str(path))
    return path


def table(path: Path, *rows: tuple[str, ...], before: str = "", after: str = "") -> Path:
    """Build a template of one table; a line break in a cell's text begins a new paragraph."""
    document = Document()
    if before:
        document.add_paragraph(before)
    add_table(document, rows)
    if after:
        document.add_paragraph(after)
    document.save(str(path))
    return path


def add_table(holder, rows) -> None:
    columns = max(map(len, rows))
    made = (
        holder.add_table(rows=0, cols=columns)
        if hasattr(holder, "add_section")
        else holder.add_table(rows=0, cols=columns, width=Cm(15))
        if not hasattr(holder, "_tc")
        else holder.add_table(rows=0, cols=columns)
    )
    for row in rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            first, *more = text.split("\n")
            cell.text = first
            for line in more:
                cell.add_paragraph(line)


def body(path: Path, *blocks: str) -> Path:
    """Build a template of XML, for what Word writes and python-docx does not."""
    Document().save(str(path))
    return edit(
        path,
        "word/document.xml",
        lambda xml: re.sub("<w:body>.*<w:sectPr", f"<w:body>{''.join(blocks)}<w:sectPr", xml),
    )


def edit(path: Path, member: str, change) -> Path:
    """Change a member of a template as text."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    members[member] = change(members[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def add_member(path: Path, member: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(member, content)
    return path


def remove_member(path: Path, member: str) -> Path:
    """Take a part out of a template, and whatever names it."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist() if name != member}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        named = rf'<(?:Override|Relationship) [^>]*"/?{re.escape(member)}"[^>]*/>'
        members[name] = re.sub(named, "", members[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def with_footnote(path: Path, text: str) -> Path:
    """Give a template a footnote."""
    notes = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:footnotes xmlns:w="{W}">'
        '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    add_member(path, "word/footnotes.xml", notes.encode())
    edit(
        path,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/></Types>',
        ),
    )
    edit(
        path,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{FOOTNOTES_REL}" Target="footnotes.xml"/>'
            "</Relationships>",
        ),
    )
    note = '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    return edit(path, "word/document.xml", lambda xml: re.sub("</w:p>", note, xml, count=1))


def png(side: int = 2, grey: int = 128, noise: Random | None = None) -> bytes:
    """Make a small picture: of one grey, or of noise that cannot be compressed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    lines = (noise.randbytes(side) if noise else bytes([grey]) * side for _ in range(side))
    rows = zlib.compress(b"".join(b"\0" + line for line in lines))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def picture() -> io.BytesIO:
    return io.BytesIO(png())
