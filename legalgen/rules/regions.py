"""Kecamatan and villages: that they are of this regency, and that each has one spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from legalgen.findings import Finding, Message, error, message, warning
from legalgen.law.regency import Regency
from legalgen.rules.roster import Roster
from legalgen.spelling import nearest, place_key

OFFICIAL_CODES = "Kode dan data wilayah administrasi pemerintahan, Kementerian Dalam Negeri"


def the_kecamatan_is_of_this_regency(roster: Roster) -> Iterator[Finding]:
    """Every kecamatan named is one of the regency's."""
    regency = roster.regency
    if regency is None:
        return
    unknown = {name for name, _ in roster.places if name and not regency.kecamatan(name)}
    for row in roster.rows if unknown else ():
        if row.kecamatan in unknown:
            yield error(
                "R001",
                row.place("kecamatan"),
                message(
                    '{regency} has no kecamatan "{name}"', regency=regency.name, name=row.kecamatan
                ),
                hint=did_you_mean(nearest(row.kecamatan, regency.villages)),
                basis=OFFICIAL_CODES,
            )


def the_village_is_of_its_kecamatan(roster: Roster) -> Iterator[Finding]:
    """Every village named is one of the kecamatan it is entered in."""
    regency = roster.regency
    if regency is None:
        return
    unknown = {place for place in roster.places if place[1] and not is_village(regency, *place)}
    for row in roster.rows if unknown else ():
        if (row.kecamatan, row.desa) in unknown:
            kecamatan, _ = regency.meant(row.kecamatan, "")
            known = kecamatan in regency.villages
            yield error(
                "R002",
                row.place("desa"),
                message(
                    '{area} has no village "{name}"',
                    area=f"Kecamatan {kecamatan}" if known else regency.name,
                    name=row.desa,
                ),
                hint=where_it_may_be(regency, kecamatan, row.desa),
                basis=OFFICIAL_CODES,
            )


def a_place_has_one_spelling(roster: Roster) -> Iterator[Finding]:
    """A village or kecamatan is spelled one way throughout: a decree bears one name of it.

    Its people are in one document all the same; which name is right, only the office can say.
    Capitals and the number of blanks do not count.
    """
    for column, depth in (("kecamatan", 1), ("desa", 2)):
        unusual = unusual_spellings(roster, depth)
        for row in roster.rows if unusual else ():
            usual = unusual.get((row.kecamatan, row.desa)[:depth])
            if usual is not None:
                yield error(
                    "R003",
                    row.place(column),
                    message(
                        '{column} "{name}" is elsewhere spelled "{usual}"',
                        column=column,
                        name=getattr(row, column),
                        usual=usual,
                    ),
                    hint=message("spell it one way in all rows"),
                )


def place_names_can_be_checked(roster: Roster) -> Iterator[Finding]:
    """Place names are checked against the regency's list; where there is none, that is said."""
    code = roster.event.kegiatan.get("kode_wilayah")
    if code and roster.regency is None:
        yield warning(
            "R004",
            roster.event.places["kode_wilayah"],
            message('there is no list of villages for "{code}": none was checked', code=code),
            hint=message("write the code of the regency as the ministry does, such as 33.03"),
        )


def unusual_spellings(roster: Roster, depth: int) -> Mapping[tuple[str, ...], str]:
    """Give the usual spelling of each name that has another: of a kecamatan (1), a village (2)."""
    spellings: dict[tuple[str, ...], Counter[tuple[str, ...]]] = defaultdict(Counter)
    for names, count in roster.places.items():
        if names[depth - 1] and is_of(roster.regency, names[:depth]):
            spellings[tuple(map(place_key, names[:depth]))][names[:depth]] += count
    usual: dict[tuple[str, ...], str] = {}
    for counted in spellings.values():
        most = counted.most_common(1)[0][0][-1]
        usual |= {names: most for names in counted if reading(names[-1]) != reading(most)}
    return usual


def is_of(regency: Regency | None, names: tuple[str, ...]) -> bool:
    """Whether the regency has the kecamatan, or its village; one that is not known has all."""
    if regency is None:
        return True
    return (regency.kecamatan(*names) if len(names) == 1 else regency.village(*names)) is not None


def reading(name: str) -> str:
    """Reduce a name to how it is read aloud: capitals and the number of blanks do not count."""
    return " ".join(name.casefold().split())


def is_village(regency: Regency, kecamatan: str, desa: str) -> bool:
    """Whether the kecamatan that is meant has the village; any, where nobody can tell which."""
    home, _ = regency.meant(kecamatan, "")
    if home in regency.villages:
        return regency.village(home, desa) is not None
    return bool(regency.homes_of(desa))


def where_it_may_be(regency: Regency, kecamatan: str, desa: str) -> Message:
    """Say which kecamatan has a village of this name, or which name was meant."""
    if homes := regency.homes_of(desa):
        return message("it is in Kecamatan {homes}", homes=", ".join(homes))
    everywhere = chain.from_iterable(regency.villages.values())
    return did_you_mean(nearest(desa, regency.villages.get(kecamatan, everywhere)))


def did_you_mean(name: str | None) -> Message:
    """Ask whether a known name was meant."""
    if name is None:
        return message("compare it with the ministry's list of villages")
    return message('did you mean "{name}"?', name=name)
