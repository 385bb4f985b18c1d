"""What each column of a grid is: one of ours, or the office's own; and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from legalgen.columns import PARTS, field_name, matching_key
from legalgen.findings import Finding, error, message, shown, warning
from legalgen.tables.grid import Grid
from legalgen.tables.header import Header, named


@dataclass(frozen=True, slots=True)
class Names:
    """Where each named column stands (from 0 within the grid), and its header as written."""

    positions: dict[str, int] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, position: int, header: str) -> None:
        """Note a column."""
        self.positions[name] = position
        self.headers[name] = header

    def is_to_be_split(self, name: str) -> bool:
        """Whether a column holds two of ours, and neither stands in a column of its own."""
        return name in PARTS and not self.positions.keys() & PARTS[name]


def name_columns(
    grid: Grid, header: Header, known: Mapping[str, str]
) -> tuple[Names, list[Finding]]:
    """Name the columns by their headers; none of the office's own is lost."""
    claims, own = _claims(header, known)
    names, findings = Names(), []
    for name, claimants in claims.items():
        winner, losers = _contest(name, claimants)
        names.add(name, *winner)
        for loser in losers:
            if matching_key(winner[1]) == matching_key(name) != matching_key(loser[1]):
                own.append(loser)
            else:
                findings.append(_doubled(grid, header.row, name, winner, loser))
    for position, text in sorted(own):
        findings += _near_miss(grid, header.row, position, text, known, names)
        names.add(_unused(field_name(text), names), position, text)
    return names, findings


def _claims(
    header: Header, known: Mapping[str, str]
) -> tuple[dict[str, list[tuple[int, str]]], list[tuple[int, str]]]:
    """Give the claimants of each known column, and the columns of the office's own."""
    claims: dict[str, list[tuple[int, str]]] = {}
    own: list[tuple[int, str]] = []
    for position, spellings in enumerate(header.spellings):
        if spellings:
            name = named(spellings, known)
            claimants = own if name is None else claims.setdefault(name, [])
            claimants.append((position, spellings[0]))
    return claims, own


def _contest(
    name: str, claimants: Sequence[tuple[int, str]]
) -> tuple[tuple[int, str], list[tuple[int, str]]]:
    """Let a header that is the column's own name win over its synonyms, else the first."""
    exact = [each for each in claimants if matching_key(each[1]) == matching_key(name)]
    winner = (exact or claimants)[0]
    return winner, [each for each in claimants if each is not winner]


def _unused(name: str, names: Names) -> str:
    """Give the name, with a number behind it if it is taken: `keterangan_2`."""
    name, number = name or "kolom", 1
    unused = name
    while unused in names.positions:
        number += 1
        unused = f"{name}_{number}"
    return unused


def _doubled(
    grid: Grid, row: int, name: str, winner: tuple[int, str], loser: tuple[int, str]
) -> Finding:
    return error(
        "F009",
        grid.cell_place(row, loser[0]),
        message(
            "the headers {first} and {second} both stand for the column {name}",
            first=shown(winner[1]),
            second=shown(loser[1]),
            name=name,
        ),
        hint=message("delete one of the two columns, or rename its header"),
        related=[grid.cell_place(row, winner[0])],
    )


def _near_miss(
    grid: Grid, row: int, position: int, text: str, known: Mapping[str, str], names: Names
) -> list[Finding]:
    """Ask about a header that is nearly one of a column the sheet lacks."""
    lacking = [key for key, name in known.items() if name not in names.positions and len(key) > 3]
    near = get_close_matches(matching_key(text), lacking, 1, 0.8)
    if not near:
        return []
    return [
        warning(
            "F010",
            grid.cell_place(row, position),
            message(
                "the column {header} is not known; did you mean {name}?",
                header=shown(text),
                name=known[near[0]],
            ),
            hint=message("if so, correct the header; if not, templates see it as it is"),
        )
    ]
