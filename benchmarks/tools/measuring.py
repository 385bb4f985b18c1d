"""What Python tools do alike: read the task, start the clock, make the documents, stop it."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Contexts = list[dict[str, Any]]


def run(make: Callable[[Path, Contexts, Path], None]) -> None:
    """Make the documents of the task named on the command line, and print what they cost.

    Units: CPU seconds of all threads, from before the template is opened to after the last rename;
    imports and the reading of the data are left out.
    """
    task = json.loads(Path(sys.argv[1]).read_text())
    template, out = Path(task["template"]), Path(task["out"])
    contexts = json.loads(Path(task["contexts"]).read_text())
    began = time.process_time()
    make(template, contexts, out)
    print(json.dumps({"cpu": time.process_time() - began, "peak_mb": _peak_mb()}))


def _peak_mb() -> float | None:
    """Give the most memory this process had, the data included; None where it cannot be known.

    `getrusage` would not do: a child begins with its parent's peak.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    [peak] = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def put(path: str, content: bytes) -> None:
    """Write a file so that it is never seen half-written, with the fewest calls."""
    part = f"{path}.part"
    with open(part, "wb", buffering=0) as file:  # noqa: PTH123
        file.write(content)
    os.replace(part, path)  # noqa: PTH105
