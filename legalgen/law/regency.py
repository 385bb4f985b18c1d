"""The kecamatan and villages of a regency, as the ministry's code list names them.

Lists ship as `law/wilayah/<code>.csv` (kode, nama, jenis); a regency without a list is not known,
and its place names go unchecked, which the rules say.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from legalgen.spelling import nearest, place_key


@dataclass(frozen=True)
class Regency:
    """A regency: its code, its name, and the villages of each kecamatan: proper name and kind.

    A village's kind is `desa` or `kelurahan`.
    """

    code: str
    name: str
    villages: Mapping[str, Mapping[str, str]]

    def kecamatan(self, name: str) -> str | None:
        """Give the proper name of a kecamatan, or None if the regency has none such."""
        return self._kecamatan.get(place_key(name))

    def village(self, kecamatan: str, desa: str) -> str | None:
        """Give the proper name of a village of a kecamatan, or None if there is none such."""
        return self._villages.get((place_key(kecamatan), place_key(desa)))

    def kind(self, kecamatan: str, desa: str) -> str | None:
        """Say whether a village is a `desa` or a `kelurahan`, or None if there is none such."""
        home, village = self.kecamatan(kecamatan), self.village(kecamatan, desa)
        return self.villages[home][village] if home and village else None

    def homes_of(self, desa: str) -> list[str]:
        """Give every kecamatan that has a village of this name."""
        return [
            kecamatan for kecamatan in self.villages if self.village(kecamatan, desa) is not None
        ]

    def meant(self, kecamatan: str, desa: str) -> tuple[str, str]:
        """Give the kecamatan and village most likely meant; what comes near nothing stays.

        A village known by its own name settles its kecamatan, when just one has it.
        """
        near = self.kecamatan(kecamatan) or nearest(kecamatan, self.villages) or kecamatan
        if not desa:
            return near, desa
        if found := self.village(near, desa):
            return near, found
        homes = self.homes_of(desa)
        if len(homes) == 1:
            return homes[0], desa
        return near, nearest(desa, self.villages.get(near, ())) or desa

    @cached_property
    def _kecamatan(self) -> Mapping[str, str]:
        return {place_key(name): name for name in self.villages}

    @cached_property
    def _villages(self) -> Mapping[tuple[str, str], str]:
        return {
            (place_key(kecamatan), place_key(desa)): desa
            for kecamatan, villages in self.villages.items()
            for desa in villages
        }


def load_regency(code: str) -> Regency | None:
    """Load the regency of a code such as `33.03`; None if no list ships for it.

    >>> purbalingga = load_regency("33.03")
    >>> purbalingga.name, purbalingga.kind("PURBALINGGA", "Bancar")
    ('Kabupaten Purbalingga', 'kelurahan')
    """
    listed = files("legalgen") / "law" / "wilayah" / f"{code}.csv"
    if not code.replace(".", "").isdigit() or not listed.is_file():
        return None
    rows = list(csv.DictReader(listed.read_text(encoding="utf-8").splitlines()))
    names = {row["kode"]: row["nama"] for row in rows}
    villages: dict[str, dict[str, str]] = {
        row["nama"]: {} for row in rows if row["jenis"] == "kecamatan"
    }
    for row in rows:
        if row["jenis"] in ("desa", "kelurahan"):
            home, _, _ = row["kode"].rpartition(".")
            villages[names[home]][row["nama"]] = row["jenis"]
    return Regency(code, names[code], villages)
