"""What a template sees of one row: its columns, under their own names, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from legalgen.findings import CellPlace


class Fields:
    """Show columns as attributes and as items, read-only.

    It has no public method, so a column named `items` or `values` is a column like any other.

    >>> orang = Fields({"nama": "Siti", "values": 3})
    >>> orang.nama, orang["nama"], orang.values, list(orang)
    ('Siti', 'Siti', 3, ['nama', 'values'])
    """

    __slots__ = ("_columns", "_place")
    _columns: dict[str, Any]
    _place: CellPlace | None

    def __init__(self, columns: Mapping[str, Any], place: CellPlace | None = None) -> None:
        object.__setattr__(self, "_columns", dict(columns))
        object.__setattr__(self, "_place", place)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._columns[name]
        except KeyError:
            raise AttributeError(f"no column {name!r}", name=name, obj=self) from None

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("fields are read-only", name=name, obj=self)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("fields are read-only", name=name, obj=self)

    def __getitem__(self, name: str) -> Any:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fields) and self._columns == other._columns

    __hash__ = None  # type: ignore[assignment]  # columns may hold what cannot be hashed

    def __repr__(self) -> str:
        # Names only: a row holds identity numbers, and a traceback is copied into mails.
        return f"Fields({', '.join(self._columns)})"

    def __str__(self) -> NoReturn:
        raise TypeError("a row has no text of its own")

    def __reduce__(self) -> tuple[type[Fields], tuple[dict[str, Any], CellPlace | None]]:
        return Fields, (self._columns, self._place)


def place_of(fields: Fields) -> CellPlace | None:
    """Tell the row that fields were made of; no method of theirs, for a column may be `place`."""
    return fields._place  # noqa: SLF001
