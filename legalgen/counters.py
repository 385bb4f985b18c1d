"""Counters that a template calls to letter its considerations and number its dictums.

The office adds or removes a paragraph in Word and the letters, the ordinals and the sentence that
refers to them follow: nothing is typed twice. A counter is made afresh for each rendering.
"""

from __future__ import annotations

from legalgen.terbilang import dictum, letter


class Dictum:
    """Gives KESATU, KEDUA, KETIGA, … when it is called."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self) -> str:
        self._count += 1
        return dictum(self._count)


class Consideration:
    """Gives a, b, c, … when it is called; `rujukan()` refers to those above."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self) -> str:
        self._count += 1
        return letter(self._count)

    def rujukan(self) -> str:
        """Refer to the considerations above: `huruf a, huruf b, dan huruf c`."""
        named = [f"huruf {letter(number)}" for number in range(1, self._count)]
        if len(named) < 3:
            return " dan ".join(named)
        return f"{', '.join(named[:-1])}, dan {named[-1]}"
