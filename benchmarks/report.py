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

    @property
    def microseconds_a_row(self) -> float:
        """CPU time for one row, the median of the rounds."""
        return 1000 * self.milliseconds / self.rows

    def ratios(self, reference: Measurement) -> list[float]:
        """How many times less CPU than the reference, round by round."""
        return [theirs / own for own, theirs in zip(self.cpu, reference.cpu, strict=True)]


HEADS = (
    "tool",
    "CPU ms a document",
    "times docxtpl",
    "in the rounds",
    "size to docxtpl's",
    "peak MB",
    "same text",
)


def write_report(measurements: Sequence[Measurement], conditions: str, folder: Path) -> str:
    """Write `render.csv`, `render.md` and `render.svg`; give the tables."""
    by_task: dict[str, list[Measurement]] = {}
    for measurement in measurements:
        by_task.setdefault(measurement.task, []).append(measurement)
    rows = {task: [_row(one, of_task) for one in of_task] for task, of_task in by_task.items()}
    with (folder / "render.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("task", *HEADS))
        writer.writerows((task, *row) for task, of_task in rows.items() for row in of_task)
    tables = [_table(task, HEADS, of_task) for task, of_task in rows.items()]
    text = "\n\n".join((conditions, *tables, *_cost_of_a_row(measurements)))
    (folder / "render.md").write_text(f"{text}\n", encoding="utf-8")
    (folder / "render.svg").write_text(_plot(by_task), encoding="utf-8")
    return text


def _row(one: Measurement, of_task: Iterable[Measurement]) -> tuple[str, ...]:
    if not one.cpu:
        return (one.tool, str(one), *[""] * (len(HEADS) - 2))
    reference = next(each for each in of_task if each.tool == "docxtpl")
    ratios = one.ratios(reference)
    return (
        one.tool,
        f"{one.milliseconds:.3f}",
        f"{median(ratios):.1f}",
        f"{min(ratios):.1f}–{max(ratios):.1f}",
        f"{median(one.bytes) / median(reference.bytes):.3f}",
        f"{max(one.peak_mb):.0f}" if any(one.peak_mb) else "",
        "yes" if one.same_text else "NO",
    )


def _cost_of_a_row(measurements: Iterable[Measurement]) -> list[str]:
    """Tell whether a row costs the same in a long table as in a short one."""
    tables = [one for one in measurements if one.rows >= _MANY_ROWS and one.cpu]
    lengths = sorted({one.rows for one in tables})
    if len(lengths) < 2:
        return []
    rows: list[tuple[str, ...]] = []
    for tool in dict.fromkeys(one.tool for one in tables):
        costs = {one.rows: one.microseconds_a_row for one in tables if one.tool == tool}
        if len(costs) == len(lengths):
            spread = max(costs.values()) / min(costs.values())
            rows.append((tool, *(f"{costs[each]:.1f}" for each in lengths), f"{spread:.2f}"))
    heads = ("tool", *(f"{each:,} rows" for each in lengths), "most to least")
    return [_table("A row, CPU µs, in tables of", heads, rows)]


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"### {title}", "", f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join((*lines, *(f"| {' | '.join(row)} |" for row in rows)))


_MANY_ROWS = 200  # fewer, and the rest of the document counts more than they
_WIDTH, _LABEL, _BAR, _GAP = 860, 190, 18, 6


def _plot(by_task: dict[str, list[Measurement]]) -> str:
    """Draw a bar for each tool and task, on a scale of powers of ten."""
    shown = {task: [one for one in of_task if one.cpu] for task, of_task in by_task.items()}
    values = [one.milliseconds for of_task in shown.values() for one in of_task]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    scale = (_WIDTH - _LABEL - 140) / max(high - low, 1)
    drawn: list[str] = []
    y = 38
    for task, of_task in shown.items():
        reference = next(one for one in of_task if one.tool == "docxtpl")
        y += 22
        drawn.append(f'<text x="8" y="{y}" font-weight="bold">{escape(task)}</text>')
        y += _GAP
        for one in sorted(of_task, key=lambda each: each.milliseconds):
            length = max(2.0, (math.log10(one.milliseconds) - low) * scale)
            colour = "#b5322a" if one.tool == "legalgen" else "#8a97a6"
            figure = _in_words(one.milliseconds)
            if one is not reference:
                figure += f", {median(one.ratios(reference)):.3g} ×"
            drawn.append(
                f'<text x="{_LABEL - 8}" y="{y + 13}" text-anchor="end">{escape(one.tool)}</text>'
                f'<rect x="{_LABEL}" y="{y}" width="{length:.0f}" height="{_BAR}" fill="{colour}"/>'
                f'<text x="{_LABEL + length + 6:.0f}" y="{y + 13}">{figure}</text>'
            )
            y += _BAR + _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y + 12}" '
        f'font-family="sans-serif" font-size="13">'
        f'<rect width="100%" height="100%" fill="white"/>'
        '<text x="8" y="18">CPU time of a document, and how many times less than docxtpl’s</text>'
        f"{_grid(range(low, high + 1), scale, y)}{''.join(drawn)}</svg>\n"
    )


def _in_words(milliseconds: float) -> str:
    return f"{milliseconds:,.0f} ms" if milliseconds >= 1000 else f"{milliseconds:.3g} ms"


def _grid(powers: range, scale: float, height: int) -> str:
    """Draw a line for each power of ten milliseconds."""
    lines = ((_LABEL + (power - powers[0]) * scale, 10.0**power) for power in powers)
    return "".join(
        f'<path d="M{x:.0f} 44V{height}" stroke="#dfe3e8"/>'
        f'<text x="{x:.0f}" y="38" fill="#6b7683" text-anchor="middle">{_in_words(each)}</text>'
        for x, each in lines
    )
