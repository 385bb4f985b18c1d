"""What docxtpl makes of a template once, so that it need not make it again for each document.

docxtpl stays the definition of the template language. It renders the template here with empty
hands: each part it would give to Jinja is written down, patched as docxtpl patches it, and a mark
is left in its place. What it then saves is the package of every document, marks and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from legalgen.render.tags import has_tags

# The filter that a document property goes through, since docxtpl sets it as plain text.
PROPERTY = "_document_property"

_MARK = "legalgen:rendered-here:"
_SECTION = "<w:sectPr/>"  # docxtpl looks for footnotes only in a body with sections
_MARKS = re.compile(rf"{_MARK}(\S+?);(?:{_SECTION})?")
_ROOT = re.compile(
    r"\A\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(<([\w:]+)[^>]*>)(.*)(</\2\s*>)\s*\Z", re.DOTALL
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OWN_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>\s*")
_RELATION_ID = re.compile(r'\bId="([^"]+)"')
_LINK = re.compile(r'r:\w+="([^"]+)"')  # without \b before it: that takes thirty times as long
_OF_THE_AUTHOR = {"lastModifiedBy", "lastPrinted", "created", "modified", "revision"}
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)  # as in the zip entries: no clock in a document


class Kind(Enum):
    """What docxtpl does with a part besides giving it to Jinja."""

    BODY = "body"  # tables are fitted and pictures numbered
    STORY = "story"  # headers and footers: read again as XML
    NOTES = "notes"  # footnotes: nothing
    PROPERTIES = "properties"  # the document's title and the like: set as plain text


@dataclass(frozen=True, slots=True)
class Source:
    """A part with tags: the patched template, between what is the same in every document."""

    name: str
    kind: Kind
    head: str
    template: str
    tail: str
    links: frozenset[str] = frozenset()  # what the part may refer to in other parts


@dataclass(frozen=True, slots=True)
class Recorded:
    """A template as docxtpl sees it: its sources in docxtpl's order, and the static members."""

    sources: tuple[Source, ...]
    members: dict[str, bytes]
    finished: frozenset[str]  # members that docxtpl renders but that have no tags


def record(template: bytes, *, anonymous: bool) -> Recorded:
    """Let docxtpl go once through a template, and write down what it would render."""
    recorder, properties = Recorder(template), PropertyRecorder()
    recorder.init_docx()
    dated = any(
        rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES
        for rel in recorder.docx.part.package.rels.values()
    )
    recorder.render({}, properties)
    if not dated:
        recorder.docx.core_properties.modified = _LONG_AGO  # python-docx looks at the clock
    if anonymous:
        _forget_author(recorder.docx.core_properties)
    core = recorder.docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    recorder.visited.add(member_name(core))
    return _split(_Saved.of(recorder.docx.part.package), recorder, properties.templates)


class _Saved(dict[str, bytes]):
    """The members that python-docx writes, taken before they are compressed and read again."""

    @classmethod
    def of(cls, package: Any) -> _Saved:
        """Have python-docx write into a dictionary what its `save` writes into a file."""
        saved, parts = cls(), package.parts
        for part in parts:
            part.before_marshal()
        writer: Any = PackageWriter  # it has no types
        writer._write_content_types_stream(saved, parts)  # noqa: SLF001
        writer._write_pkg_rels(saved, package.rels)  # noqa: SLF001
        writer._write_parts(saved, parts)  # noqa: SLF001
        return saved

    def write(self, uri: PackURI, content: bytes | str) -> None:
        """Take a member."""
        self[uri.membername] = content if isinstance(content, bytes) else content.encode()


class Recorder(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl, writing down what it would have Jinja render."""

    def __init__(self, template: bytes) -> None:
        super().__init__(BytesIO(template))
        self.patched: dict[str, tuple[Kind, str]] = {}
        self.visited: set[str] = set()

    def render_xml_part(
        self,
        src_xml: str,
        part: Any,
        context: dict[str, Any],
        jinja_env: Any = None,  # noqa: ARG002
    ) -> str:
        """Leave a mark where a part has tags; let docxtpl finish a part that has none."""
        name = member_name(part)
        self.visited.add(name)
        if not has_tags(src_xml):
            return str(super().render_xml_part(src_xml, part, context, _plain_jinja()))
        start, inner, end = split_root(src_xml)
        self.patched[name] = (self._kind(part), inner)
        section = _SECTION if "<w:sectPr" in inner else ""
        return f"{start}{_MARK}{name};{section}{end}"

    def _kind(self, part: Any) -> Kind:
        if part is self.docx.part:
            return Kind.BODY
        return Kind.NOTES if part.content_type == CONTENT_TYPE.WML_FOOTNOTES else Kind.STORY


class PropertyRecorder:
    """Stands in for Jinja where docxtpl renders the document's properties, and leaves marks."""

    def __init__(self) -> None:
        self.templates: list[str] = []

    def from_string(self, template: str) -> PropertyRecorder:
        """Take the next property's template."""
        self.templates.append(template)
        return self

    def render(self, _context: dict[str, Any]) -> str:
        """Leave a mark for a property with tags; give one without as it is."""
        template = self.templates[-1]
        if has_tags(template):
            return f"{_MARK}{len(self.templates) - 1};"
        if template.isprintable():
            return template  # as Jinja would: compiling six of them takes longer than the body
        return _plain_jinja().from_string(template).render()


def member_name(part: Any) -> str:
    """Name the member of the zip file that holds a part."""
    return str(part.partname).lstrip("/")


def split_root(xml: str) -> tuple[str, str, str]:
    """Part an XML text into its root's start tag, what is inside, and its end tag."""
    found = _ROOT.match(xml)
    if not found:
        raise ValueError("a part of the template has no root element")
    return found[1], found[3], found[4]


def _plain_jinja() -> Environment:
    return Environment(autoescape=True)


def _forget_author(properties: Any) -> None:
    """Leave out who wrote the template, and when: the documents are the office's."""
    if not _MARKS.search(properties.author):
        properties.author = ""
    # python-docx cannot remove them, and looks in another namespace once docxcompose is imported.
    for property_ in list(properties._element):  # noqa: SLF001
        if etree.QName(property_).localname in _OF_THE_AUTHOR:
            property_.getparent().remove(property_)


def _split(saved: Mapping[str, bytes], recorder: Recorder, properties: list[str]) -> Recorded:
    """Tell the members that differ between documents from those that do not."""
    sources: dict[str, Source] = {}
    members: dict[str, bytes] = {}
    for name, content in saved.items():
        if _MARK.encode() not in content:
            members[name] = content
        elif name in recorder.patched:
            kind, template = recorder.patched[name]
            sources[name] = _part_source(
                name, kind, template, content.decode(), _links(saved, name)
            )
        else:
            sources[name] = _properties_source(name, properties, content.decode())
    finished = frozenset(recorder.visited & members.keys())
    return Recorded(tuple(_in_order(sources, recorder.patched)), members, finished)


def _links(saved: Mapping[str, bytes], name: str) -> frozenset[str]:
    folder, _, file = name.rpartition("/")
    relations = saved.get(f"{folder}/_rels/{file}.rels", b"")
    return frozenset(_RELATION_ID.findall(relations.decode()))


def _part_source(
    name: str, kind: Kind, template: str, marked: str, links: frozenset[str]
) -> Source:
    head, _, tail = _MARKS.split(_OWN_DECLARATION.sub(_DECLARATION, marked))
    return Source(name, kind, head, template, tail, links | {*_LINK.findall(template)})


def _properties_source(name: str, templates: list[str], marked: str) -> Source:
    """Make one template of the properties that have tags; no other property may run as one."""
    still = _OWN_DECLARATION.sub(_DECLARATION, marked).replace("{", "&#123;")
    head, *between, tail = _MARKS.split(still)
    filtered = [
        piece
        if position % 2
        else f"{{% filter {PROPERTY} %}}{templates[int(piece)].removesuffix(chr(10))}"
        "{% endfilter %}"
        for position, piece in enumerate(between)
    ]
    return Source(name, Kind.PROPERTIES, head, "".join(filtered), tail)


def _in_order(sources: dict[str, Source], patched: dict[str, tuple[Kind, str]]) -> Iterator[Source]:
    """Order the sources as docxtpl renders them: counters in a template count in that order."""
    order = {Kind.BODY: 0, Kind.STORY: 1, Kind.PROPERTIES: 2, Kind.NOTES: 3}
    names = [*patched, *(name for name in sources if name not in patched)]
    listed = [sources[name] for name in names if name in sources]
    return iter(sorted(listed, key=lambda source: order[source.kind]))
