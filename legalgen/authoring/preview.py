"""One document of a product, for a look at its template: which one, and its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legalgen.batch.chunk import render_document
from legalgen.example import example_of
from legalgen.findings import Finding, LegalgenError
from legalgen.pipeline import check, plan_documents, proofread_edited
from legalgen.planning.document import Document
from legalgen.products import Product
from legalgen.render import Template
from legalgen.spelling import comparable, nearest
from legalgen.workspace import sample_events


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be shown, and what would hold it back from being made."""

    document: Document
    because: tuple[Finding, ...] = ()


def candidates(product: Product, source: Path | None) -> list[Candidate]:
    """Plan the product's documents of an event, without one of a sample event: at least one.

    What errors would hold back may be looked at too, after what can be made.
    Errors: LegalgenError with all that was found where there is no document at all.
    """
    if source is None:
        example = example_of(product, sample_events())
        found = proofread_edited([product], example.event, example.law)
        because = (*example.because, *(finding for finding in found if finding.is_error))
        return [Candidate(document, because) for document in example.documents]
    planned = plan_documents(check(source, product.source.parent, [product.name]))
    there = [Candidate(document) for document in planned.ready]
    there += [Candidate(held.document, held.because) for held in planned.held_back]
    if not there:
        raise LegalgenError(*(finding for finding in planned.findings if finding.is_error))
    return there


def first(found: Sequence[Candidate]) -> Candidate:
    """Choose the first document."""
    return found[0]


def longest(found: Sequence[Candidate]) -> Candidate:
    """Choose the document with the most people."""
    return max(found, key=lambda each: len(each.document.rows))


def matching(found: Sequence[Candidate], name: str) -> list[Candidate]:
    """List the documents that a name is in: their subject's, or a person's."""
    wanted = comparable(name)
    return [
        each
        for each in found
        if wanted and any(wanted in comparable(there) for there in _names(each.document))
    ]


def near(found: Sequence[Candidate], name: str) -> str | None:
    """Give the person, the subject or the word of it that a name was most likely meant to be."""
    documents = [each.document for each in found]
    words = (word for document in documents for word in re.findall(r"[\w'-]+", document.subject))
    return nearest(name, (*words, *(there for document in documents for there in _names(document))))


def _names(document: Document) -> Iterator[str]:
    yield document.subject
    people: Any = document.context["anggota"]
    for person in people:
        yield person["nama"]
        yield person["nama_lengkap"]


def render(chosen: Candidate) -> bytes:
    """Render a document with its template as it is now.

    Errors: LegalgenError, with all that is wrong in the template, or else what rendering met.
    """
    document = chosen.document
    try:
        return render_document(document, Template(document.template, anonymous=True).render)
    except LegalgenError as met:
        raise LegalgenError(*(chosen.because or met.findings)) from met
