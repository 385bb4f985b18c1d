"""The command line: options in, findings and progress out, exit codes. It decides nothing."""

from __future__ import annotations

from legalgen.cli.main import main

__all__ = ["main"]
