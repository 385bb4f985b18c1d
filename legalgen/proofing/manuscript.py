"""A template taken apart for reading: its stories, their paragraphs, and where each text stands.

A story is what Word lets one type in by itself: the body, a header, the footnotes. Nothing here
knows what a tag is.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from legalgen.findings import TemplatePlace, message
from legalgen.render.opening import check_template, read_template, refuse
from legalgen.render.places import Paragraph, paragraphs, part_label

SETTINGS = "word/settings.xml"
TEXT = qn("w:t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"
# The kinds of parts that docxtpl prints besides the body; every other is copied as it is.
_PRINTED = ("/header", "/footer", "/footnotes")
_PROPERTIES = "/core-properties"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part of the package refers to: another part, or something outside."""

    owner: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Story:
    """One text of the template and its paragraphs; a text box counts once, though saved twice."""

    file: Path
    member: str
    root: etree._Element
    paragraphs: tuple[Paragraph, ...]

    @property
    def label(self) -> str:
        """Name the story for its reader: `isi`, `kop`."""
        return part_label(self.member)


@dataclass(frozen=True)
class Manuscript:
    """A template's file, unpacked. Only members that Word wrote as XML are parsed, and once."""

    path: Path
    content: bytes
    members: Mapping[str, bytes]

    @cached_property
    def relations(self) -> list[Relation]:
        """List what the parts refer to."""
        return [
            relation
            for name, content in self.members.items()
            if name.endswith(".rels")
            for relation in _relations(name, content)
        ]

    @cached_property
    def body(self) -> str:
        """Name the member that holds the body."""
        mains = (item.target for item in self.relations if not item.owner and _is(item, _MAIN))
        return next((name for name in mains if name in self.members), "word/document.xml")

    @cached_property
    def stories(self) -> list[Story]:
        """Read the stories that documents are printed from, the body first."""
        printed = [
            item.target
            for item in self.relations
            if item.owner == self.body and _is(item, *_PRINTED) and item.target in self.members
        ]
        properties = [
            item.target
            for item in self.relations
            if _is(item, _PROPERTIES) and item.target in self.members
        ]
        return [
            *map(self.story, dict.fromkeys((self.body, *sorted(printed)))),
            *map(self._properties, properties),
        ]

    def story(self, member: str) -> Story:
        """Read one member as a story."""
        root = self.tree(member)
        listed = paragraphs(self.path, member, root)
        return Story(
            self.path, member, root, tuple(each for each in listed if not _is_fallback(each))
        )

    def _properties(self, member: str) -> Story:
        """Read the document's title and the like: those with braces, each as a paragraph."""
        root = self.tree(member)
        place = TemplatePlace(self.path, part_label(member))
        listed = (Paragraph(place, text, each) for each in root if "{" in (text := each.text or ""))
        return Story(self.path, member, root, tuple(listed))

    def tree(self, member: str) -> etree._Element:
        """Parse a member."""
        try:
            return etree.fromstring(
                self.members[member], etree.XMLParser(resolve_entities=False, huge_tree=True)
            )
        except (KeyError, etree.XMLSyntaxError) as problem:
            refuse(
                self.path,
                message("the template is no Word document: {reason}", reason=str(problem)),
                message("open it in Word and save it as a Word document (.docx)"),
            )


def read_manuscript(path: Path) -> Manuscript:
    """Read a template's file.

    Errors: LegalgenError, T007, for what is no DOCX or may do harm when it is unpacked.
    """
    content = read_template(path)
    check_template(path, content)
    with ZipFile(BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    return Manuscript(path, content, members)


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    """List the text elements of a paragraph, without those of text boxes in it."""
    return [
        text
        for text in paragraph.iter(TEXT)
        if next(text.iterancestors(qn("w:p")), None) is paragraph
    ]


def _relations(name: str, content: bytes) -> Iterator[Relation]:
    folder, _, file = name.rpartition("_rels/")
    owner = folder + file.removesuffix(".rels")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return  # the template cannot be opened, and compiling it says so
    for item in root.iter(_RELATIONSHIP):
        external = item.get("TargetMode") == "External"
        target = item.get("Target") or ""
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relation(owner, item.get("Type") or "", target, external)


def _is(relation: Relation, *kinds: str) -> bool:
    return relation.kind.endswith(kinds)


def _is_fallback(paragraph: Paragraph) -> bool:
    return next(paragraph.element.iterancestors(_FALLBACK), None) is not None
