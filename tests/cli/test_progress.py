"""The bar: what it says of a run, at the pace of a clock that the test moves on."""

import io

import pytest

from legalgen.cli import progress as module
from legalgen.cli.localised import speak
from legalgen.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def painted(monkeypatch):
    """Make documents in shares, each in so many seconds; give the lines that are painted."""

    def paint(documents, shares, columns=80):
        speak("id")
        terminal = Terminal()
        monkeypatch.setattr(module.sys, "stderr", terminal)
        monkeypatch.setenv("COLUMNS", str(columns))
        now = [0.0]
        with progress(documents, clock=lambda: now[0]) as advance:
            for made, seconds in shares:
                now[0] += seconds
                advance(made)
        return terminal.getvalue().replace("\x1b[?25l", "").replace("\x1b[?25h", "").split("\r")

    return paint


def test_says_how_many_how_fast_and_how_long_still(painted):
    lines = painted(21_000, [(1_000, 1.0), (1_500, 1.0)])
    assert lines[-1].rstrip().endswith("2500/21000  1.250/detik, sisa 0:15")


def test_starting_up_is_forgotten_after_some_shares(painted):
    shares = [(250, 10.0), *[(250, 0.1)] * 40]
    lines = painted(21_000, shares)
    assert any("25/detik, sisa 13:50" in line for line in lines)
    assert "2.500/detik, sisa 0:04" in lines[-1]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_never_breaks_its_line(painted, columns):
    lines = painted(21_226, [(226, 1.0), *[(250, 0.1)] * 84], columns)
    assert max(len(line.rstrip("\n")) for line in lines) <= columns


def test_says_nothing_where_nobody_watches(capsys):
    with progress(3) as advance:
        advance(3)
    assert capsys.readouterr().err == ""
