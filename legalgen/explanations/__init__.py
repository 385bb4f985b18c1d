"""What each code of a finding means, in the user's language: `explanations/<language>.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code explained: what it is called and means, why it is found, how to mend it."""

    code: str
    title: str
    meaning: str
    why: str
    mend: str
    example: str


def explanations(language: str) -> dict[str, Explanation]:
    """Read the explanations of every code in a language, by code.

    >>> list(explanations("en"))[:2]
    ['P001', 'P002']
    """
    with (FOLDER / f"{language}.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {code: Explanation(code, **texts) for code, texts in entries.items()}


def explain(code: str, language: str) -> Explanation | None:
    """Explain a code, written in any case; None if there is none such.

    >>> explain("p002", "en").title
    'A NIK is used twice'
    """
    return explanations(language).get(code.strip().upper())
