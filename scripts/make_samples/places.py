"""Where the samples are set: kecamatan, villages and polling stations of the regency."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, pairwise
from random import Random

CODE = "33.03"
POLLING_STATIONS = 2964  # of the regency in the 2024 election


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan; `code` is the ministry's, like `33.03.01.2001`."""

    code: str
    name: str
    kind: str
    stations: int

    @property
    def district_code(self) -> str:
        """The code of its kecamatan."""
        return self.code[:8]


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan and its villages."""

    code: str
    name: str
    villages: tuple[Village, ...]


def districts(rng: Random) -> tuple[District, ...]:
    """Read the regency's kecamatan and share its polling stations out among the villages."""
    table = files("legalgen").joinpath(f"law/wilayah/{CODE}.csv").read_text(encoding="utf-8")
    places = list(csv.DictReader(table.splitlines()))
    rows = [row for row in places if row["jenis"] in {"desa", "kelurahan"}]
    stations = shared_out(POLLING_STATIONS, [rng.uniform(6, 20) for _ in rows])
    villages = [
        Village(row["kode"], row["nama"], row["jenis"], count)
        for row, count in zip(rows, stations, strict=True)
    ]
    return tuple(
        District(
            row["kode"],
            row["nama"],
            tuple(village for village in villages if village.district_code == row["kode"]),
        )
        for row in places
        if row["jenis"] == "kecamatan"
    )


def shared_out(total: int, weights: list[float]) -> list[int]:
    """Share `total` out by weight in whole numbers that add up to it exactly.

    >>> shared_out(10, [1, 1, 1])
    [3, 4, 3]
    """
    reached = list(accumulate(weights))  # not sum(): it rounds otherwise from Python 3.12 on
    bounds = [0, *(round(total * part / reached[-1]) for part in reached)]
    return [upper - lower for lower, upper in pairwise(bounds)]
