"""What nobody foresaw: the system refuses something, or the program itself is at fault."""

from __future__ import annotations

import platform
import shlex
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile
from traceback import format_exception

from legalgen import __version__
from legalgen.findings import CellPlace, Finding, error, masked, message, place_at, shown
from legalgen.os_errors import reason


def refused(problem: OSError) -> Finding:
    """Say what the system does not give or take, where no step of the road says it better."""
    return error(
        "O019",
        place_at(problem.filename or "legalgen"),
        message("the system refuses: {reason}", reason=reason(problem)),
        hint=message("remove the cause, then run again: what was made stays"),
    )


def failed(problem: Exception) -> Finding:
    """Say that the program is at fault, and keep in a file what those who mend it need."""
    told = (
        f"legalgen {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{shlex.join(sys.argv)}\n\n{''.join(format_exception(problem))}"
    )
    return error(
        "O017",
        CellPlace(_kept(masked(told))),
        message(
            "the program failed: {kind}: {text}", kind=type(problem).__name__, text=shown(problem)
        ),
        hint=message(
            "your data are not at fault; send this file, in which no NIK stands whole, to those who"
            " made the program"
        ),
    )


def _kept(text: str) -> Path:
    """Keep a text among the system's temporary files; where there is no room, say it."""
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", prefix="legalgen-", suffix=".txt", delete=False
        ) as file:
            file.write(text)
    except OSError:
        sys.stderr.write(text)
        return Path("legalgen")
    return Path(file.name)
