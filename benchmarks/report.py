"""The benchmark's results as a table to read, one to compute with, and a picture."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape


@dataclass(slots=True)
class Measurement:
    """What a tool took for a task, round by round."""

    task: str
    tool: str
    documents: int
    rows: int
    cpu: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    same_text: bool = False
    absent: bool = False
    failed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        if self.absent or self.failed:
            return "absent" if self.absent else f"failed: {' '.join(self.failed)}"
        return f"{1000 * self.cpu[-1] / self.documents:.3f} ms a document"

    @property
    def milliseconds(self) -> float:
        """CPU time for one document, the median of the rounds."""
        return 1000 * median(self.cpu) / self.documents

    def ratio(self, reference: Measurement) -> float:
        """How many times less CPU than the reference, the median of the rounds' ratios."""
        return median(theirs / own for own, theirs in zip(self.cpu, reference.cpu, strict=True))


HEADS = ("tool", "CPU ms a document", "times docxtpl", "size to docxtpl's", "peak MB", "same text")


def write_report(measurements: Sequence[Measurement], folder: Path) -> str:
    """Write `render.csv`, `render.md` and `render.svg`; give the table."""
    by_task: dict[str, list[Measurement]] = {}
    for measurement in measurements:
        by_task.setdefault(measurement.task, []).append(measurement)
    rows = {task: [_row(one, of_task) for one in of_task] for task, of_task in by_task.items()}
    with (folder / "render.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("task", *HEADS))
        writer.writerows((task, *row) for task, of_task in rows.items() for row in of_task)
    table = "\n\n".join(_table(task, of_task) for task, of_task in rows.items())
    (folder / "render.md").write_text(f"{table}\n", encoding="utf-8")
    (folder / "render.svg").write_text(_plot(by_task), encoding="utf-8")
    return table


def _row(one: Measurement, of_task: Iterable[Measurement]) -> tuple[str, ...]:
    if not one.cpu:
        return (one.tool, str(one), "", "", "", "")
    reference = next(each for each in of_task if each.tool == "docxtpl")
    return (
        one.tool,
        f"{one.milliseconds:.3f}",
        f"{one.ratio(reference):.1f}",
        f"{median(one.bytes) / median(reference.bytes):.3f}",
        f"{max(one.peak_mb):.0f}" if any(one.peak_mb) else "",
        "yes" if one.same_text else "NO",
    )


def _table(task: str, rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"### {task}", "", f"| {' | '.join(HEADS)} |", f"|{'---|' * len(HEADS)}"]
    return "\n".join((*lines, *(f"| {' | '.join(row)} |" for row in rows)))


_WIDTH, _LABEL, _BAR, _GAP = 860, 190, 18, 6


def _plot(by_task: dict[str, list[Measurement]]) -> str:
    """Draw a bar for each tool and task, on a scale of powers of ten."""
    shown = {task: [one for one in of_task if one.cpu] for task, of_task in by_task.items()}
    values = [one.milliseconds for of_task in shown.values() for one in of_task]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    scale = (_WIDTH - _LABEL - 90) / max(high - low, 1)
    drawn: list[str] = []
    y = 10
    for task, of_task in shown.items():
        y += 22
        drawn.append(f'<text x="8" y="{y}" font-weight="bold">{escape(task)}</text>')
        y += _GAP
        for one in sorted(of_task, key=lambda each: each.milliseconds):
            length = max(2.0, (math.log10(one.milliseconds) - low) * scale)
            colour = "#b5322a" if one.tool == "legalgen" else "#8a97a6"
            drawn.append(
                f'<text x="{_LABEL - 8}" y="{y + 13}" text-anchor="end">{escape(one.tool)}</text>'
                f'<rect x="{_LABEL}" y="{y}" width="{length:.0f}" height="{_BAR}" fill="{colour}"/>'
                f'<text x="{_LABEL + length + 6:.0f}" y="{y + 13}">{one.milliseconds:.3g} ms</text>'
            )
            y += _BAR + _GAP
    caption = "CPU milliseconds a document (each step of the scale is ten times the one before)"
    drawn.append(f'<text x="8" y="{y + 20}">{caption}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y + 34}" '
        f'font-family="sans-serif" font-size="13">'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(drawn)}</svg>\n'
    )
