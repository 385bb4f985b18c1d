"""What is said of a name that is not there."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import PurePath

from legalgen.cli.localised import say


def no_such(name: str, there: Collection[str]) -> str:
    """Say that there is nothing of that name, and what was meant; else what there is.

    What was meant is found in a file's name too: `templates/sk-kpps.docx` is meant to be `sk-kpps`.
    """
    if near := get_close_matches(PurePath(name).stem.casefold(), there, 1):
        return say("there is no {name}; did you mean {near}?", name=name, near=near[0])
    if not there:
        return say("there is no {name}", name=name)
    return say("there is no {name}; there are: {names}", name=name, names=", ".join(there))
