"""What a run did to a folder, as the user reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from legalgen.batch.chunk import State
from legalgen.batch.run import Run
from legalgen.cli.localised import count, say
from legalgen.language import translatable
from legalgen.output.folder import Folder
from legalgen.pipeline import Made
from legalgen.planning.holdback import HeldBack

# How each state is said, in the order the user wants to hear them; those of `_LISTED` by name too.
_SAID = {
    State.NEW: translatable("{count} new"),
    State.CHANGED: translatable("{count} changed"),
    State.SAME: translatable("{count} unchanged"),
    State.FAILED: translatable("{count} failed"),
}
LONGEST_LIST = 20


def run_lines(run: Run, folder: Folder) -> Iterator[str]:
    """Say in one line for each product what became of its documents; then the files to look at."""
    products: dict[str, Counter[State]] = {}
    for file, outcome in run.outcomes.items():
        products.setdefault(file.partition("/")[0], Counter())[outcome.state] += 1
    for product, states in products.items():
        said = [
            say(text, count=count(states[state])) for state, text in _SAID.items() if states[state]
        ]
        yield f"{product}: {', '.join(said)}"
    yield from _listed(say("changed"), run.files(State.CHANGED))
    yield from _listed(say("removed"), [entry.file for entry in run.removed])
    stale = [entry.file for entry in run.ledger.stale]
    yield from _listed(say("no longer made"), stale)
    if stale:
        yield say("Remove what is no longer made with --prune.")
    yield say(
        "{folder}: {count} documents, manifest.csv", folder=folder, count=count(len(run.entries))
    )


def held_back_lines(held_back: Sequence[HeldBack]) -> Iterator[str]:
    """Name the documents that were not made, each with the errors that stop it."""
    files = [f"{held.document.file} ({_codes(held)})" for held in held_back]
    yield from _listed(say("held back"), files)


def _codes(held: HeldBack) -> str:
    return ", ".join(dict.fromkeys(finding.code for finding in held.because))


def _listed(label: str, files: Sequence[object]) -> Iterator[str]:
    for file in files[:LONGEST_LIST]:
        yield f"  {label}: {file}"
    if len(files) > LONGEST_LIST:
        more = count(len(files) - LONGEST_LIST)
        yield "  " + say("{label}: {count} more, all of them with --json", label=label, count=more)


def run_json(made: Made) -> dict[str, object]:
    """Give what a run made and left as keys of the report's JSON object."""
    run = made.run
    return {
        "documents": [entry.to_json() for entry in run.entries],
        "changed": run.files(State.CHANGED),
        "removed": [entry.file for entry in run.removed],
        "held_back": [
            {"file": str(held.document.file), "because": [each.code for each in held.because]}
            for held in made.held_back
        ],
        "stale": [entry.file for entry in run.ledger.stale],
    }
