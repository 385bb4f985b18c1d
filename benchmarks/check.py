"""`legalgen check` on the whole regency against openpyxl only reading it, whole processes in turns.

    python -m benchmarks.check [ROUNDS]

Prints the CPU seconds of both (start-up and imports included) and the ratio of each pair.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import legalgen
from benchmarks.intake import regency

OPENPYXL = """
import sys
from openpyxl import load_workbook
for sheet in load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        pass
"""


def cpu_seconds(*command: str) -> float:
    """Run a command and give the CPU time that it and its children took."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    compileall.compile_dir(Path(legalgen.__file__).parent, quiet=1)  # as installed packages are
    with tempfile.TemporaryDirectory() as folder:
        source = str(regency(Path(folder)))
        ratios = []
        for _ in range(rounds):
            ours = cpu_seconds(sys.executable, "-m", "legalgen", "check", source)
            theirs = cpu_seconds(sys.executable, "-c", OPENPYXL, source)
            ratios.append(ours / theirs)
            print(f"legalgen check {ours:.2f} s, openpyxl {theirs:.2f} s, ratio {ratios[-1]:.3f}")
        print(f"median ratio {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
