"""Kill runs with `kill -9` at random moments, run again, and compare with an undisturbed run.

    python -m benchmarks.killing --times 50

Half the kills fall when a random number of documents is there, half after a random time.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

import click

ROOT = Path(__file__).parents[1]
EVENT = ROOT / "inputs" / "tot-kpps.xlsx"


def command(source: Path, out: Path) -> list[str]:
    """Give the command that makes an event's documents in two processes."""
    made = ["generate", str(source), "--out", str(out), "--jobs", "2", "--lang", "en"]
    return [sys.executable, "-m", "legalgen", *made]


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kill_and_finish(times: int, seed: int, work: Path, source: Path = EVENT) -> Iterator[str]:
    """Kill as many runs, each into a folder of its own every fourth time; yield what is wrong."""
    chance = random.Random(seed)
    begun = time.perf_counter()
    subprocess.run(command(source, work / "undisturbed"), check=True, capture_output=True)
    seconds = time.perf_counter() - begun
    expected = tree(work / "undisturbed")
    documents = sum(name.endswith(".docx") for name in expected)
    for number in range(times):
        out = work / f"killed-{number // 4}"
        if number % 2:
            kill(source, out, after=chance.uniform(0, seconds))
        else:
            kill(source, out, documents=chance.randrange(documents))
        for name, content in tree(out).items() if out.exists() else ():
            if name.endswith(".docx") and content != expected[name]:
                yield f"kill {number}: {name} is not whole"
        if number % 4 == 3 or number == times - 1:
            subprocess.run(command(source, out), check=True, capture_output=True)
            if tree(out) != expected:
                yield f"kill {number}: the result is another"


def kill(source: Path, out: Path, after: float = inf, documents: int | None = None) -> None:
    """Start a run and kill it after so many seconds or documents, unless it ends before."""
    with subprocess.Popen(
        command(source, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as run:
        due = time.perf_counter() + after
        while run.poll() is None and time.perf_counter() < due:
            if documents is not None and made(out) >= documents:
                break
            time.sleep(0.001)
        run.kill()


def made(out: Path) -> int:
    """Count the documents that are there, while the run adds and removes folders."""
    return sum(name.endswith(".docx") for _, _, names in os.walk(out) for name in names)


@click.command()
@click.option("--times", default=50, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(times: int, seed: int) -> None:
    """Kill runs and compare."""
    with TemporaryDirectory() as work:
        wrong = list(kill_and_finish(times, seed, Path(work)))
    click.echo(
        "\n".join(wrong) or f"{times} kills: no document was half, every result byte-identical"
    )
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
