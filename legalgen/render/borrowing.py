"""docxtpl's own package, for what only docxtpl can do: images, sub-documents, links, replacements.

The parts are rendered as for any document, once and with the same strictness. docxtpl saves the
package that the values have put their pictures and relations into; the rendered parts take the
places of the unrendered ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from io import BytesIO
from os import PathLike, fspath
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from legalgen.render.package import repack
from legalgen.render.recording import member_name
from legalgen.render.tree import to_bytes

# What only looks at a template: documents can still be made the fast way afterwards.
LOOKS = frozenset({"get_undeclared_template_variables"})


def begin(document: DocxTemplate) -> None:
    """Make a docxtpl document ready to take what one rendering adds to it."""
    document.render_init()


def owner_of(value: Any, template: bytes) -> DocxTemplate | None:
    """Find the docxtpl document that an image or sub-document was made with.

    Errors: ValueError if that is another template.
    """
    owner = getattr(value, "tpl", None)
    if not isinstance(owner, DocxTemplate):
        return None
    file = owner.template_file
    if isinstance(file, str | PathLike) and Path(fspath(file)).read_bytes() != template:
        raise ValueError("an image or sub-document was made for another template")
    return owner


def bound(value: Any, document: DocxTemplate, part_name: str) -> Any:
    """Have a value put what it needs into a document, beside the part it is printed in.

    Errors: ValueError if a sub-document was put into a document that is done.
    """
    document.current_rendering_part = _part(document, part_name)
    if isinstance(value, InlineImage):
        image = copy(value)  # the caller's stays as it is
        image.tpl = document
        return image
    if getattr(value, "docx", document.docx) is not document.docx:
        raise ValueError("a sub-document is for one document; make it anew for the next")
    return value


def _part(document: DocxTemplate, name: str) -> Any:
    main = document.docx.part
    parts = (rel.target_part for rel in main.rels.values() if not rel.is_external)
    return next((part for part in parts if member_name(part) == name), main)


def pack(document: DocxTemplate, rendered: Mapping[str, bytes]) -> bytes:
    """Have docxtpl save a document with its replacements, and put the rendered parts in."""
    document.is_rendered = True  # or it would load the template afresh before it saves
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        members = {name: package.read(name) for name in package.namelist()}
    kept = {
        name: content
        for name, content in {**rendered, **_with_brought_notes(document, rendered)}.items()
        if name not in document.zipname_to_replace
    }
    return repack({**members, **kept})


def _with_brought_notes(document: DocxTemplate, rendered: Mapping[str, bytes]) -> dict[str, bytes]:
    """Put the footnotes that sub-documents have brought behind those of the template."""
    notes: dict[str, bytes] = {}
    for part in document.docx.part.package.parts:
        name = member_name(part)
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES and name in rendered:
            ours = etree.fromstring(rendered[name])
            known = {note.get(qn("w:id")) for note in ours}
            brought = [n for n in etree.fromstring(part.blob) if n.get(qn("w:id")) not in known]
            ours.extend(brought)
            notes[name] = to_bytes(ours)
    return notes
