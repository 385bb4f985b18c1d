"""A DOCX template, compiled once: `Template(path).render(context)` gives a document's bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from legalgen.filters import FILTERS
from legalgen.render.compiling import compile_part
from legalgen.render.environment import Rendering, TemplateEnvironment
from legalgen.render.package import Package
from legalgen.render.recording import record
from legalgen.render.tags import number_tags


class Template:
    """A docxtpl template, compiled."""

    def __init__(
        self,
        path: Path | str,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        *,
        anonymous: bool = False,
    ) -> None:
        self.path = Path(path)
        self._content = self.path.read_bytes()
        recorded = record(self._content, anonymous=anonymous)
        self._environment = TemplateEnvironment({**FILTERS, **(filters or {})}, self._lend)
        self._parts = [
            compile_part(self._environment, source, number_tags(source.template))
            for source in recorded.sources
        ]
        self._package = Package(recorded.members)

    def render(self, context: Mapping[str, Any]) -> bytes:
        """Make a document of the context's values: the bytes of a DOCX."""
        values = dict(context)
        return self._package.with_members(part.render(part.begin(values)) for part in self._parts)

    def _lend(self, rendering: Rendering, value: Any) -> Any:  # noqa: ARG002
        return value
