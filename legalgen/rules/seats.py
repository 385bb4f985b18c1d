"""Where each kind of body sits, and the people who sit together in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from legalgen.records import Participant

# Where each body sits: the columns that together name one body of its kind.
SEATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "PPK": ("kecamatan",),
        "PPS": ("kecamatan", "desa"),
        "KPPS": ("kecamatan", "desa", "tps"),
        "LINMAS": ("kecamatan", "desa", "tps"),
    }
)
AT_POLLING_STATIONS = frozenset(kind for kind, seat in SEATS.items() if "tps" in seat)

Village: TypeAlias = tuple[str, str]  # keys of the names of kecamatan and desa


@dataclass(frozen=True, slots=True)
class Body:
    """The people who sit together: one PPK, one PPS, the KPPS or the officers of one TPS."""

    kind: str
    village: Village
    tps: int | None
    members: Sequence[Participant]

    @property
    def first(self) -> Participant:
        """The member whose row stands first."""
        return self.members[0]

    @property
    def chairs(self) -> Sequence[Participant]:
        """The members entered as Ketua."""
        return [member for member in self.members if member.jabatan == "Ketua"]

    @property
    def outlier(self) -> Participant:
        """The member whose row stands farthest from the others: the likeliest stray."""
        middle = self.members[(len(self.members) - 1) // 2].row
        return max(self.members, key=lambda member: (abs(member.row - middle), member.row))
