"""A thousand faults in the whole regency: `python -m benchmarks.planted_faults [SEED ...]`.

Prints how many were found at their cells, how many findings are on untouched rows, and what the
check cost beside reading the same files with the standard library's csv alone.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.make_samples.events import whole_regency
from tests.planted import check, false_alarms, missed, plant

FAULTS = 1_000


def main(seeds: list[int]) -> int:
    failed = 0
    for seed in seeds or [2024]:
        with TemporaryDirectory() as name:
            folder = Path(name)
            planted = plant(whole_regency(), folder, FAULTS, seed)
            started = time.process_time()
            findings = check(folder)
            checked = time.process_time()
            for path in folder.glob("*.csv"):
                with path.open(encoding="utf-8", newline="") as file:
                    list(csv.reader(file))
            read = time.process_time()
            lost = missed(planted, findings, folder)
            false = list(false_alarms(planted, findings))
        print(f"seed {seed}: {FAULTS - len(lost)} of {FAULTS} found, {len(false)} false alarms")
        print(f"  check {checked - started:.2f} s CPU, csv.reader alone {read - checked:.2f} s CPU")
        print(f"  planted {dict(sorted(Counter(fault.code for fault in planted).items()))}")
        for fault in lost:
            print(f"  missed {fault.code} at rows {[row.number for row in fault.cells]}")
        for finding in false:
            print(f"  false alarm {finding.code} at {finding.place}: {finding.message.say()}")
        failed += len(lost) + len(false)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main([int(seed) for seed in sys.argv[1:]]))
