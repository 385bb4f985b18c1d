"""Measure legalgen side by side with docxtpl and its peers: `python -m benchmarks.render`.

Every tool makes the same documents in a process of its own, in rounds that take turns, into fresh
folders. What counts is the CPU time of making them, the template's compilation included.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import distributions, version
from pathlib import Path
from typing import Any

from benchmarks import data
from benchmarks.report import Measurement, write_report
from benchmarks.templates import (
    BRACES,
    CARBONE,
    DOLLAR,
    JINJA,
    MERGE_FIELD,
    Dialect,
    build_decree,
    build_letter,
)
from benchmarks.texts import text_of

HERE = Path(__file__).parent
RESULTS = HERE / "results"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, the program that runs it, and how its templates are written."""

    name: str
    program: str
    dialect: Dialect
    needs: str  # the package that must be there
    has_loops: bool = True
    letters_only: bool = False


TOOLS = (
    Tool("docxtpl", "docxtpl_tool", JINJA, "docxtpl"),
    Tool("legalgen", "legalgen_tool", JINJA, "legalgen"),
    Tool("floor", "floor_tool", JINJA, "legalgen", letters_only=True),
    Tool("docx-mailmerge2", "docx_mailmerge_tool", MERGE_FIELD, "mailmerge"),
    Tool(
        "python-docx-replace",
        "python_docx_replace_tool",
        DOLLAR,
        "python_docx_replace",
        letters_only=True,
    ),
    Tool("docxtemplater", "docxtemplater.mjs", BRACES, "docxtemplater"),
    Tool("easy-template-x", "easy_template_x.mjs", BRACES, "easy-template-x"),
    Tool("carbone", "carbone.mjs", CARBONE, "carbone"),
)


@dataclass(frozen=True, slots=True)
class Task:
    """Documents to make: letters, or decrees of so many rows."""

    documents: int
    rows: int = 0

    @property
    def name(self) -> str:
        """Say what is made, and how much of it."""
        if not self.rows:
            return f"{self.documents:,} letters"
        decrees = "one decree" if self.documents == 1 else f"{self.documents:,} decrees"
        return f"{decrees} of {self.rows:,} rows"

    def contexts(self) -> list[dict[str, Any]]:
        """Give each document's values; every tool gets the same."""
        if not self.rows:
            return [data.letter(person) for person in data.people(self.documents)]
        return [dict(data.decree(data.people(self.rows, seed))) for seed in range(self.documents)]


def tasks(share: float) -> tuple[Task, ...]:
    """Give the tasks, or a share of each."""

    def some(whole: int) -> int:
        return max(1, round(whole * share))

    return (
        Task(some(2000)),
        Task(some(100), 60),
        Task(some(100), 200),
        Task(some(10), 2000),
        Task(1, some(20_000)),
    )


def main() -> None:
    """Run the rounds and write the report."""
    options = _options()
    work = Path(tempfile.mkdtemp(prefix="legalgen-benchmark-", dir=options.work))
    try:
        measurements = [
            measurement
            for task in tasks(options.share)
            if options.task in task.name
            for measurement in _measure(task, _chosen(options.tools), options.rounds, work)
        ]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    RESULTS.mkdir(exist_ok=True)
    print(write_report(measurements, _conditions(options.rounds), RESULTS))


def _conditions(rounds: int) -> str:
    """Say what was measured with, for whoever compares two reports."""
    packages = ("legalgen", "docxtpl", "docx-mailmerge2", "python-docx-replace")
    there = {each for each in packages if any(True for _ in distributions(name=each))}
    versions = ", ".join(f"{each} {version(each)}" for each in packages if each in there)
    return (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores; {versions}; rounds: {rounds}."
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each tool takes its turn")
    parser.add_argument("--share", type=float, default=1.0, help="a share of the work, such as 0.1")
    parser.add_argument("--task", default="", help="only tasks with this in their name")
    parser.add_argument("--tools", nargs="+", help="only these tools, beside docxtpl")
    parser.add_argument("--work", type=Path, help="the folder to work in, on the disk to measure")
    return parser.parse_args()


def _chosen(names: list[str] | None) -> list[Tool]:
    return [tool for tool in TOOLS if not names or tool.name in ("docxtpl", *names)]


def _measure(task: Task, tools: list[Tool], rounds: int, work: Path) -> list[Measurement]:
    """Measure tools on a task, in rounds that take turns."""
    contexts = work / f"{task.name}.json"
    contexts.write_text(json.dumps(task.contexts()))
    tools = [tool for tool in tools if not (task.rows and tool.letters_only)]
    measured: dict[str, Measurement] = {}
    for round_number in range(rounds):
        for tool in tools:
            measurement = measured.setdefault(
                tool.name, Measurement(task.name, tool.name, task.documents, task.rows)
            )
            if measurement.absent or measurement.failed:
                continue
            out = work / f"{task.name}-{tool.name}-{round_number}"
            _run(tool, task, contexts, out, measurement)
            print(
                f"{task.name}, {tool.name}, round {round_number + 1}: {measurement}",
                file=sys.stderr,
            )
    reference = measured["docxtpl"].texts
    for measurement in measured.values():
        measurement.same_text = measurement.texts == reference
    return list(measured.values())


def _run(tool: Tool, task: Task, contexts: Path, out: Path, measurement: Measurement) -> None:
    """Have a tool make the task's documents in a fresh folder."""
    template = out / "template" / f"{tool.name}.docx"
    made = out / "made"
    made.mkdir(parents=True)
    (build_decree if task.rows else build_letter)(template, tool.dialect)
    order = out / "task.json"
    order.write_text(
        json.dumps({"template": str(template), "contexts": str(contexts), "out": str(made)})
    )
    command = _command(tool)
    if command is None:
        measurement.absent = True
        return
    finished = subprocess.run(
        [*command, str(order)], cwd=HERE.parent, capture_output=True, text=True, check=False
    )
    if finished.returncode:
        measurement.failed = finished.stderr.strip().splitlines()[-1:]
        return
    cost = json.loads(finished.stdout.splitlines()[-1])
    measurement.cpu.append(cost["cpu"])
    measurement.peak_mb.append(cost["peak_mb"] or 0.0)
    files = sorted(made.glob("*.docx"), key=lambda path: int(path.stem))
    measurement.bytes.append(sum(os.path.getsize(path) for path in files))  # noqa: PTH202
    measurement.texts = [text_of(path) for path in (files[0], files[len(files) // 2], files[-1])]


def _command(tool: Tool) -> list[str] | None:
    """Give the command that runs a tool; nothing where it is not installed."""
    if tool.program.endswith(".mjs"):
        node = shutil.which("node")
        there = (HERE / "node_modules" / tool.needs).is_dir()
        return [node, str(HERE / "tools" / tool.program)] if node and there else None
    probe = [sys.executable, "-c", f"import {tool.needs}"]
    if subprocess.run(probe, cwd=HERE.parent, capture_output=True, check=False).returncode:
        return None
    return [sys.executable, "-m", f"benchmarks.tools.{tool.program}"]


if __name__ == "__main__":
    main()
