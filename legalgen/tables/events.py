"""Where an office's events are, and which of them was meant by a name that is none."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from legalgen.columns import KEGIATAN, PESERTA
from legalgen.findings import CellPlace, Finding, Message, error, message

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_NAMED = 5  # events that a hint lists


def events_in(folder: Path) -> list[Path]:
    """List the events of a folder by name: its workbooks, and its folders of CSV files."""
    return sorted(filter(_is_event, folder.iterdir())) if folder.is_dir() else []


def _is_event(path: Path) -> bool:
    if path.name.startswith(("~$", ".")):  # Excel's mark that a workbook is open
        return False
    return path.suffix.lower() in _WORKBOOKS or any(path.glob("*.csv"))


def not_there(source: Path) -> Finding:
    """Say that there is nothing of that name, and which event was meant."""
    events = {event.stem.casefold(): event for event in _near(source.parent)}
    near = get_close_matches(source.stem.casefold(), events, 1)
    return error(
        "F001",
        CellPlace(source),
        message("there is no such file or folder"),
        hint=message("did you mean {near}?", near=str(events[near[0]]))
        if near
        else _to_name(list(events.values())),
    )


def no_event(folder: Path) -> Finding:
    """Say that a folder is not an event's, and which events are in it."""
    return error(
        "F006",
        CellPlace(folder),
        message(
            "the folder holds no event: there is no {kegiatan}.csv and no {peserta}.csv in it",
            kegiatan=KEGIATAN,
            peserta=PESERTA,
        ),
        hint=_to_name(_near(folder)),
    )


def _near(folder: Path) -> list[Path]:
    """List the events of a folder, and of a workspace there."""
    return events_in(folder) + events_in(folder / "inputs")


def _to_name(events: Sequence[Path]) -> Message:
    if not events:
        return message("name a workbook (.xlsx) or a folder with peserta.csv")
    named = ", ".join(map(str, events[:_NAMED]))
    return message("the events here: {events}", events=named + (", …" if events[_NAMED:] else ""))
