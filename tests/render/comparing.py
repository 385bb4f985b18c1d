"""Plain docxtpl as the oracle: the same parts, and the same XML in each."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from legalgen.filters import FILTERS
from legalgen.render import Template


def docxtpl_document(template: Path, context: Mapping[str, Any]) -> bytes:
    """Make a document as docxtpl's manual says, with autoescape and our filters."""
    document = DocxTemplate(template)
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(FILTERS)
    document.render(context, environment, autoescape=True)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def parts(document: bytes) -> dict[str, bytes]:
    """Give a package's members, XML in canonical form; raise if any is not well-formed."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        return {name: _canonical(name, package.read(name)) for name in package.namelist()}


def _canonical(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    return etree.tostring(etree.fromstring(content), method="c14n")


def body(document: bytes) -> str:
    """Give the body's canonical XML."""
    name = "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return _canonical(name, package.read(name)).decode()


def texts(document: bytes) -> list[str]:
    """Give the text of each paragraph of the body."""
    root = etree.fromstring(body(document))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in root.iter(qn("w:p"))]


def assert_same(template: Path, context: Mapping[str, Any]) -> bytes:
    """Assert that our document is docxtpl's, part by part; give ours."""
    ours = Template(template).render(context)
    theirs = docxtpl_document(template, context)
    ours_parts, their_parts = parts(ours), parts(theirs)
    assert sorted(ours_parts) == sorted(their_parts)
    for name, content in their_parts.items():
        assert ours_parts[name] == content, name
    return ours
