"""Bring the catalogue up to date: `python -m scripts.update_catalogue`.

Gathers every text for users out of the code, and Click's own words, into the .po of each language,
keeps the translations there are, and compiles the .mo that the program reads.
"""

from __future__ import annotations

import io
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from legalgen.filters import FILTERS
from legalgen.language import DOMAIN, LANGUAGES, LOCALE, SOURCE_LANGUAGE

PACKAGE = Path(__file__).parents[1] / "legalgen"
KEYWORDS = {"message": None, "translatable": None, "say": None}
CLICK_MODULES = (
    "core.py",
    "decorators.py",
    "exceptions.py",
    "formatting.py",
    "parser.py",
    "types.py",
)
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}
# Babel takes every language it has no rule for to be like English; Indonesian has one form.
PLURAL_FORMS = {"id": "nplurals=1; plural=0;"}


class PlainCatalog(Catalog):
    """A language's catalogue whose header holds only what gettext reads.

    Dates and Babel's version would make a rebuild differ from what is kept.
    """

    def __init__(self, language: str) -> None:
        super().__init__(locale=language, fuzzy=False, header_comment="")
        self.mime_headers = [("Plural-Forms", PLURAL_FORMS[language])]

    def _plain_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", f"text/plain; charset={self.charset}"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    mime_headers = Catalog.mime_headers.getter(_plain_headers)


def extracted() -> Catalog:
    """Gather the texts for users out of the code, without translations."""
    catalog = Catalog(project="legalgen", fuzzy=False, header_comment="")
    for file, _, text, comments, _ in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        catalog.add(text, auto_comments=comments, locations=[(f"legalgen/{file}", 0)])
    for function in FILTERS.values():  # their docstrings are the office's manual
        catalog.add(first_line(function.__doc__), locations=[("legalgen/filters.py", 0)])
    folder = Path(click.__file__).parent
    for name in CLICK_MODULES:
        for _, text, _, _ in extract_from_file("python", folder / name, keywords=CLICK_KEYWORDS):
            catalog.add(text, locations=[(f"click/{name}", 0)])
    return catalog


def first_line(docstring: str | None) -> str:
    """Give what a docstring says first."""
    return (docstring or "").partition("\n")[0]


def path_of(language: str, kind: str) -> Path:
    """Name the .po or .mo of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{kind}"


def catalogue(language: str) -> Catalog:
    """Read the catalogue of a language as it is kept."""
    catalog = PlainCatalog(language)
    path = path_of(language, "po")
    if path.exists():
        with path.open("rb") as file:
            PoFileParser(catalog).parse(file)
    return catalog


def updated(language: str) -> Catalog:
    """Give the kept catalogue, with the texts that are new and without those that are gone."""
    kept = catalogue(language)
    kept.update(extracted(), no_fuzzy_matching=True)
    kept.obsolete.clear()
    return kept


def compiled(catalog: Catalog) -> bytes:
    """Compile a catalogue as gettext reads it."""
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def written(catalog: Catalog) -> bytes:
    """Write a catalogue as translators read it."""
    target = io.BytesIO()
    write_po(target, catalog, sort_output=True, include_lineno=False)
    return target.getvalue()


def main() -> None:
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        catalog = updated(language)
        path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
        path_of(language, "po").write_bytes(written(catalog))
        path_of(language, "mo").write_bytes(compiled(catalog))
        missing = sum(not entry.string for entry in catalog if entry.id)
        print(f"{language}: {len(catalog)} texts, {missing} without translation")


if __name__ == "__main__":
    main()
