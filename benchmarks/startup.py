"""What `legalgen --help` takes, as a ratio to importing Click: `python -m benchmarks.startup`."""

from __future__ import annotations

import compileall
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

import legalgen

COMMANDS = {
    "import click": ["-c", "import click"],
    "legalgen --help": ["-m", "legalgen", "--help"],
}


def cpu_of(arguments: list[str]) -> float:
    """Run Python and read the CPU seconds it took."""
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime


def main() -> None:
    """Take turns, and print the medians of 21 runs."""
    compileall.compile_dir(Path(legalgen.__file__).parent, quiet=1)  # as installed packages are
    runs = [{name: cpu_of(command) for name, command in COMMANDS.items()} for _ in range(21)]
    medians = {name: median(run[name] for run in runs) for name in COMMANDS}
    for name, seconds in medians.items():
        print(f"{name}: {1000 * seconds:.0f} ms")
    click, own = medians.values()
    print(f"ratio: {own / click:.2f}")


if __name__ == "__main__":
    main()
