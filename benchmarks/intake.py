"""Reading the whole regency against openpyxl's read-only mode, each in a process of its own.

    python benchmarks/intake.py [WORKBOOK] [ROUNDS]

Prints the CPU seconds and peak memory of both, in turns, and the ratio of each pair. Without a
workbook the regency of `scripts.make_samples` is written to a temporary folder first.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURE = """
import resource, sys, time
from pathlib import Path
source = Path(sys.argv[1])
started = time.process_time()
{work}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.process_time() - started, peak, rows)
"""
OURS = """
from legalgen.records import read_event
from legalgen.tables import read_tables
tables, findings = read_tables(source)
event, more = read_event(source, tables)
assert not findings and not more, (findings + more)[:3]
rows = len(event.peserta)
"""
OPENPYXL = """
from openpyxl import load_workbook
book = load_workbook(source, read_only=True)
rows = sum(1 for row in book["peserta"].iter_rows(min_row=2, values_only=True))
"""


def measure(work: str, source: Path) -> tuple[float, float, int]:
    """Give CPU seconds (imports included), peak megabytes, and the rows read."""
    command = [sys.executable, "-c", MEASURE.format(work=work), str(source)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak, rows = run.stdout.split()
    return float(seconds), float(peak), int(rows)


def main() -> None:
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else regency(Path(folder))
        ratios = []
        for _ in range(rounds):
            ours, peak, rows = measure(OURS, source)
            theirs, their_peak, their_rows = measure(OPENPYXL, source)
            assert rows == their_rows
            ratios.append(ours / theirs)
            print(
                f"{rows} rows: legalgen {ours:.2f} s, {peak:.0f} MB; "
                f"openpyxl {theirs:.2f} s, {their_peak:.0f} MB; ratio {ratios[-1]:.3f}"
            )
        print(f"median ratio {statistics.median(ratios):.3f}")


def regency(folder: Path) -> Path:
    from scripts.make_samples.events import whole_regency
    from scripts.make_samples.files import write_workbook

    write_workbook(whole_regency(), folder / "kabupaten.xlsx")
    return folder / "kabupaten.xlsx"


if __name__ == "__main__":
    main()
