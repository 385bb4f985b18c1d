"""Read a folder of CSV files into grids."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from legalgen.columns import SHEETS, matching_key
from legalgen.findings import Finding
from legalgen.tables.grid import Grid


def read_csv_folder(folder: Path) -> tuple[dict[str, Grid], list[Finding]]:
    """Read the CSV files called as our sheets are; others are left alone."""
    grids = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and (key := matching_key(path.stem)) in SHEETS:
            text = path.read_text("utf-8-sig")
            delimiter = max(";,\t", key=text.partition("\n")[0].count)
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            width = max(map(len, rows), default=0)
            grids[key] = Grid(path, None, [row + [""] * (width - len(row)) for row in rows])
    return grids, []
