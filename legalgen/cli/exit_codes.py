"""What a run says to the shell; part of the interface."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a run ended."""

    DONE = 0
    BUG = 1  # of ours
    USAGE = 2
    FINDINGS = 3
    FILE = 4
    STOPPED = 130
    UNREAD = 141  # as shells say that a reader has gone
