"""The text of a document, however a tool has cut it into runs."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree


def text_of(path: Path) -> str:
    """Give a document's text, paragraph by paragraph, those without text left out."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    paragraphs = (
        " ".join("".join(text.text or "" for text in paragraph.iter(qn("w:t"))).split())
        for paragraph in root.iter(qn("w:p"))
    )
    return "\n".join(filter(None, paragraphs))
