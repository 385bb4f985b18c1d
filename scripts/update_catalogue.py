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
from babel.messages.pofile import read_po, write_po

from legalgen.filters import FILTERS
from legalgen.language import DOMAIN, LANGUAGES, LOCALE, SOURCE_LANGUAGE

PACKAGE = Path(__file__).parents[1] / "legalgen"
KEYWORDS = {"message": None, "translatable": None, "say": None}
CLICK_MODULES = ("core.py", "exceptions.py", "types.py", "formatting.py", "decorators.py")
CLICK_KEYWORDS = {"_": None, "ngettext": (1, 2)}


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
    path = path_of(language, "po")
    if not path.exists():
        return Catalog(locale=language, fuzzy=False, header_comment="")
    with path.open("rb") as file:
        return read_po(file, locale=language)


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


def main() -> None:
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        catalog = updated(language)
        path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
        with path_of(language, "po").open("wb") as file:
            write_po(file, catalog, sort_output=True, omit_header=False, include_lineno=False)
        path_of(language, "mo").write_bytes(compiled(catalog))
        missing = sum(not entry.string for entry in catalog if entry.id)
        print(f"{language}: {len(catalog)} texts, {missing} without translation")


if __name__ == "__main__":
    main()
