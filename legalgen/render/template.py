"""A DOCX template, compiled once: `Template(path).render(context)` gives a document's bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateSyntaxError
from lxml.etree import XMLSyntaxError

from legalgen.filters import FILTERS
from legalgen.findings import Finding, LegalgenError, message
from legalgen.render import borrowing
from legalgen.render.compiling import compile_part
from legalgen.render.environment import TemplateEnvironment
from legalgen.render.errors import (
    TemplateFile,
    runtime_finding,
    syntax_finding,
    too_deep,
)
from legalgen.render.opening import SAVED_ANEW, check_template, read_template, refuse
from legalgen.render.package import Member, Package
from legalgen.render.part import Part
from legalgen.render.printing import Rendering
from legalgen.render.recording import Recorded, Source, record
from legalgen.render.tags import number_tags


class Template:
    """A docxtpl template, compiled once and rendered as often as there is data.

    The documents are what docxtpl makes with autoescape, part by part, but strict: a missing
    name, an empty value, or a character Word cannot hold is a finding. `filters` come beside the
    standard ones; `anonymous` leaves out who wrote the template, and when; `content` is what was
    read at `path` before.

    Errors: LegalgenError, T001 to T007, each finding at its place in the template.
    """

    def __init__(
        self,
        path: Path | str,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        *,
        anonymous: bool = False,
        content: bytes | None = None,
    ) -> None:
        # A template may have travelled to a machine that does not have the file.
        content = read_template(Path(path)) if content is None else content
        check_template(Path(path), content)
        self._file = TemplateFile(Path(path), content)
        self._environment = TemplateEnvironment({**FILTERS, **(filters or {})}, self._lend)
        recorded = self._recorded(anonymous=anonymous)
        self._parts = self._compiled(recorded.sources)
        self._package = Package(recorded.members)
        self._finished = {name: recorded.members[name] for name in recorded.finished}
        self._docxtpl: DocxTemplate | None = None

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Make a document of the context's values: the bytes of a DOCX, the same for the same.

        Errors: LegalgenError, T002 to T006.
        """
        values = dict(context)
        docxtpl = self._docxtpl
        if docxtpl is not None:
            borrowing.begin(docxtpl)
        members = []
        for part in self._parts:
            rendering = part.begin(values)
            rendering.package = docxtpl
            members.append(self._rendered(part, rendering))
            docxtpl = rendering.package
        if docxtpl is not None:
            own = {member.name: member.content() for member in members}
            return borrowing.pack(docxtpl, {**self._finished, **own})
        return self._package.with_members(members)

    def __getattr__(self, name: str) -> Any:
        """Hand to docxtpl what only docxtpl can do: `replace_pic`, `new_subdoc`, `build_url_id`.

        From then on its package is used, with what was done to it, for every document.
        """
        if name.startswith("_") or not hasattr(DocxTemplate, name):
            raise AttributeError(name, name=name, obj=self)
        if name in borrowing.LOOKS:
            return getattr(self._new_docxtpl(), name)
        if self._docxtpl is None:
            self._docxtpl = self._new_docxtpl()
        return getattr(self._docxtpl, name)

    def _recorded(self, *, anonymous: bool) -> Recorded:
        try:
            return record(self._file.content, anonymous=anonymous)
        except (OpcError, XMLSyntaxError, KeyError, ValueError, AttributeError) as problem:
            refuse(
                self._file.path,
                message("the template is no Word document: {reason}", reason=str(problem)),
                SAVED_ANEW,
            )

    def _compiled(self, sources: tuple[Source, ...]) -> list[Part]:
        """Compile every part, and say all that is wrong in any of them at once."""
        parts: list[Part] = []
        findings: list[Finding] = []
        for source in sources:
            numbered = number_tags(source.template)
            try:
                parts.append(compile_part(self._environment, source, numbered))
            except TemplateSyntaxError as problem:
                known = (*self._environment.filters, *self._environment.tests)
                findings.append(syntax_finding(problem, self._file, source.name, numbered, known))
            except (RecursionError, SyntaxError):  # of Python: for it, blocks are nested loops
                findings.append(too_deep(self._file.place(source.name, numbered, None)))
        if findings:
            raise LegalgenError(*findings)
        return parts

    def _rendered(self, part: Part, rendering: Rendering) -> Member:
        try:
            return part.render(rendering, self._package.size)
        except Exception as problem:
            finding = runtime_finding(problem, self._file, part)
            if finding is None:
                raise  # a bug of ours
            raise LegalgenError(finding) from problem

    def _lend(self, rendering: Rendering, value: Any) -> Any:
        """Let a value that needs docxtpl's package have one, for the rest of this rendering."""
        if not hasattr(value, "tpl"):
            return value  # markup, rich text and listings carry their XML with them
        if rendering.package is None:
            owner = borrowing.owner_of(value, self._file.content)
            rendering.package = owner or self._new_docxtpl()
            borrowing.begin(rendering.package)
        return borrowing.bound(value, rendering.package, rendering.part_name)

    def _new_docxtpl(self) -> DocxTemplate:
        return DocxTemplate(BytesIO(self._file.content))
