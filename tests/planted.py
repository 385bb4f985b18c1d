"""Faults planted in a lawful roster, and what the rules must say of each.

Each fault is planted in polling stations of its own, so that none hides or mends another. It names
the cell it was planted in, and the rows it touches: a finding anywhere else would be a false one.
A fault of a whole body (one member lost) may be found in any of its rows.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from legalgen.findings import CellPlace, Finding
from legalgen.law import read_law
from legalgen.law.regency import load_regency
from legalgen.records import read_event
from legalgen.rules import check_rules
from legalgen.tables import read_tables
from scripts.make_samples.events import Event
from scripts.make_samples.files import write_csv

PURBALINGGA = load_regency("33.03")
assert PURBALINGGA is not None


@dataclass(eq=False)
class Row:
    """A row of a sheet while faults are planted; its number is known when all are."""

    sheet: str
    cells: dict[str, str]
    number: int = 0


@dataclass
class Planted:
    """One fault: the code that must be found, in which column of which rows, and all it touches."""

    code: str
    column: str
    cells: Sequence[Row]
    touched: Sequence[Row]


@dataclass
class Field:
    """A roster to plant in: its sheets, and the polling stations and villages not used yet."""

    rng: Random
    people: list[Row]
    appointments: list[Row]
    header: dict[str, list[str]]
    stations: list[list[Row]] = field(default_factory=list)
    villages: list[list[list[Row]]] = field(default_factory=list)

    def body(self) -> list[Row]:
        """Take a polling station that no fault has touched."""
        return self.stations.pop()

    def one(self) -> tuple[Row, list[Row]]:
        """Take a member, and the body around."""
        body = self.body()
        return self.rng.choice(body[1:]), body


Fault = Callable[[Field], Planted]
FAULTS: dict[str, Fault] = {}


def fault(plant: Fault) -> Fault:
    FAULTS[plant.__name__] = plant
    return plant


@fault
def digit_lost(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["nik"] = person.cells["nik"][:-1]
    return Planted("P001", "nik", [person], body)


@fault
def nik_copied(roster: Field) -> Planted:
    (person, body), (other, beside) = roster.one(), roster.one()
    person.cells["nik"] = other.cells["nik"]
    return Planted("P002", "nik", [person, other], body + beside)


@fault
def person_under_two_niks(roster: Field) -> Planted:
    (person, body), (other, beside) = roster.one(), roster.one()
    for column in ("nama", "tanggal_lahir"):
        person.cells[column] = other.cells[column]
    return Planted("P003", "nama", [person, other], body + beside)


@fault
def person_in_two_bodies(roster: Field) -> Planted:
    (person, body), (other, beside) = roster.one(), roster.one()
    for column in ("nik", "nama", "tanggal_lahir", "jenis_kelamin"):
        person.cells[column] = other.cells[column]
    return Planted("P004", "nik", [person, other], body + beside)


@fault
def person_with_titles_under_another_nik(roster: Field) -> Planted:
    (person, body), (other, beside) = roster.one(), roster.one()
    person.cells["nama"] = f"Drs. H. {other.cells['nama'].upper()}, M.M."
    person.cells["tanggal_lahir"] = other.cells["tanggal_lahir"]
    return Planted("P003", "nama", [person, other], body + beside)


@fault
def neighbour_a_letter_apart(roster: Field) -> Planted:
    body = roster.body()
    person, other = roster.rng.sample(body[1:], 2)
    person.cells["nama"] = misspelt(roster.rng, other.cells["nama"])
    person.cells["tanggal_lahir"] = other.cells["tanggal_lahir"]
    return Planted("P012", "nama", [person, other], body)


@fault
def last_digit_zeroed_by_excel(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["nik"] = person.cells["nik"][:-4] + "0000"
    return Planted("P005", "nik", [person], body)


@fault
def too_young(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["tanggal_lahir"] = f"{roster.rng.randint(15, 28)}-02-2007"
    return Planted("P006", "tanggal_lahir", [person], body)


@fault
def too_old(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["tanggal_lahir"] = f"{roster.rng.randint(13, 14)}-02-1968"
    return Planted("P007", "tanggal_lahir", [person], body)


@fault
def birth_date_mistyped(roster: Field) -> Planted:
    person, body = roster.one()
    day, rest = person.cells["tanggal_lahir"].split("-", 1)
    person.cells["tanggal_lahir"] = f"{int(day) % 28 + 1:02}-{rest}"
    return Planted("P008", "nik", [person], body)


@fault
def day_of_the_nik_mistyped(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["nik"] = person.cells["nik"][:6] + "35" + person.cells["nik"][8:]
    return Planted("P008", "nik", [person], body)


@fault
def letter_for_a_digit(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["nik"] = person.cells["nik"][:-1].replace("0", "O", 1) + "1"
    return Planted("P001", "nik", [person], body)


@fault
def employer_spelt_otherwise(roster: Field) -> Planted:
    body = roster.body()
    person, other, third = roster.rng.sample(body, 3)
    name = f"Sumber Rejeki {len(roster.stations)}"
    person.cells["instansi"] = f"P.T. {name.upper()}"
    other.cells["instansi"] = third.cells["instansi"] = f"PT {name}"
    return Planted("P011", "instansi", [person], body)


@fault
def sex_swapped(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["jenis_kelamin"] = {"L": "P", "P": "L"}[person.cells["jenis_kelamin"]]
    return Planted("P009", "jenis_kelamin", [person], body)


@fault
def member_lost(roster: Field) -> Planted:
    person, body = roster.one()
    roster.people.remove(person)
    rest = [row for row in body if row is not person]
    return Planted("B001", "tps", rest, rest)


@fault
def stranger_added(roster: Field) -> Planted:
    person, body = roster.one()
    stranger = Row("peserta", {**person.cells, "nama": f"{person.cells['nama']} Pendatang"})
    stranger.cells["nik"] = person.cells["nik"][:12] + f"{9000 + len(roster.stations)}"
    roster.people.append(stranger)
    return Planted("B001", "tps", [stranger], [*body, stranger])


@fault
def ketua_lost(roster: Field) -> Planted:
    body = roster.body()
    body[0].cells["jabatan"] = "Anggota"
    return Planted("B002", "jabatan", [body[0]], body)


@fault
def second_ketua(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["jabatan"] = "Ketua"
    return Planted("B007", "jabatan", [person], body)


@fault
def tps_emptied(roster: Field) -> Planted:
    person, body = roster.one()
    person.cells["tps"] = ""
    return Planted("B004", "tps", [person], body)


@fault
def kecamatan_misspelt(roster: Field) -> Planted:
    person, _ = roster.one()
    person.cells["kecamatan"] = misspelt(roster.rng, person.cells["kecamatan"])
    return Planted("R001", "kecamatan", [person], [person])


@fault
def village_misspelt(roster: Field) -> Planted:
    person, _ = roster.one()
    person.cells["desa"] = misspelt(roster.rng, person.cells["desa"])
    return Planted("R002", "desa", [person], [person])


@fault
def village_put_into_another_kecamatan(roster: Field) -> Planted:
    person, _ = roster.one()
    while len(PURBALINGGA.homes_of(person.cells["desa"])) > 1:  # where any of them may be meant
        person, _ = roster.one()
    others = PURBALINGGA.villages.keys() - {person.cells["kecamatan"]}
    person.cells["kecamatan"] = roster.rng.choice(sorted(others))
    return Planted("R002", "desa", [person], [person])


@fault
def village_of_another_kecamatan(roster: Field) -> Planted:
    person, _ = roster.one()
    home = person.cells["kecamatan"]
    others = {desa for kecamatan, villages in PURBALINGGA.villages.items() for desa in villages}
    person.cells["desa"] = roster.rng.choice(sorted(others - PURBALINGGA.villages[home].keys()))
    return Planted("R002", "desa", [person], [person])


@fault
def hamlet_for_the_village(roster: Field) -> Planted:
    person, _ = roster.one()
    person.cells["desa"] = f"Dusun {roster.rng.choice(['Krajan', 'Sawangan', 'Pucung'])} RW 3"
    return Planted("R002", "desa", [person], [person])


@fault
def kind_written_before_the_village(roster: Field) -> Planted:
    person, _ = roster.one()
    person.cells["desa"] = f"Ds. {person.cells['desa']}"
    return Planted("R002", "desa", [person], [person])


@fault
def tps_left_out(roster: Field) -> Planted:
    last = roster.villages.pop()[-1]
    for row in last:
        row.cells["tps"] = str(int(row.cells["tps"]) + 1)
    return Planted("B005", "tps", last, last)


@fault
def tps_numbered_twice(roster: Field) -> Planted:
    *_, before, last = roster.villages.pop()
    for row in last:
        row.cells["tps"] = before[0].cells["tps"]
    return Planted("B006", "tps", [*before, *last], [*before, *last])


@fault
def installed_before_the_decree(roster: Field) -> Planted:
    row = appointment(roster)
    row.cells["tanggal_pelantikan"] = "23-01-2024"
    return Planted("A001", "tanggal_pelantikan", [row], [row])


@fault
def installed_too_late(roster: Field) -> Planted:
    row = appointment(roster)
    row.cells["tanggal_pelantikan"] = "26-01-2024"
    return Planted("A002", "tanggal_pelantikan", [row], [row])


@fault
def decree_of_another_year(roster: Field) -> Planted:
    row = appointment(roster)
    row.cells["tanggal_penetapan"] = "24-01-2023"
    return Planted("A003", "tanggal_penetapan", [row], [row])


@fault
def number_taken_twice(roster: Field) -> Planted:
    row, other = appointment(roster), appointment(roster)
    row.cells["nomor"] = other.cells["nomor"]
    return Planted("A006", "nomor", [row, other], [row, other])


@fault
def appointment_lost(roster: Field) -> Planted:
    village = roster.villages.pop()
    row = appointment_of(roster, village)
    roster.appointments.remove(row)
    people = [row for body in village for row in body]
    return Planted("A005", "desa", people, people)


OF_VILLAGES = frozenset(
    {"tps_left_out", "tps_numbered_twice", "installed_before_the_decree", "installed_too_late"}
    | {"decree_of_another_year", "number_taken_twice", "appointment_lost"}
)


def plant(event: Event, folder: Path, count: int, seed: int) -> list[Planted]:
    """Write the event with `count` faults as CSV; give the faults, their rows numbered."""
    write_csv(event, folder)
    roster = prepared(folder, Random(seed))
    of_people = [name for name in FAULTS if name not in OF_VILLAGES]
    rounds = len(roster.villages) // (len(OF_VILLAGES) + 1)  # one of them takes two villages
    names = [*sorted(OF_VILLAGES) * rounds][:count]
    names += [of_people[number % len(of_people)] for number in range(count - len(names))]
    planted = [FAULTS[name](roster) for name in names]
    for sheet, rows in (("peserta", roster.people), ("penetapan", roster.appointments)):
        for number, row in enumerate(rows, start=2):
            row.number = number
        write(folder / f"{sheet}.csv", roster.header[sheet], rows)
    return planted


def prepared(folder: Path, rng: Random) -> Field:
    people, header = read(folder / "peserta.csv")
    appointments, header_of_appointments = read(folder / "penetapan.csv")
    for row in people:
        # The sample spells an employer in two ways on purpose; here nothing may be wrong yet.
        row.cells["instansi"] = row.cells["instansi"].replace("PT.", "PT")
    villages: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in people:
        village = villages[row.cells["kecamatan"], row.cells["desa"]]
        village[row.cells["tps"]].append(row)
    roster = Field(
        rng, people, appointments, {"peserta": header, "penetapan": header_of_appointments}
    )
    whole = [list(village.values()) for village in villages.values()]
    rng.shuffle(whole)
    half = len(whole) // 2
    roster.villages = whole[:half]
    roster.stations = [body for village in whole[half:] for body in village]
    rng.shuffle(roster.stations)
    return roster


def appointment(roster: Field) -> Row:
    return appointment_of(roster, roster.villages.pop())


def appointment_of(roster: Field, village: list[list[Row]]) -> Row:
    seat = [village[0][0].cells[name] for name in ("kecamatan", "desa")]
    return next(
        row
        for row in roster.appointments
        if [row.cells[name] for name in ("kecamatan", "desa")] == seat
    )


def misspelt(rng: Random, name: str) -> str:
    """Double a letter within the name, as happens in typing."""
    at = rng.choice([at for at, letter in enumerate(name) if at and letter.isalpha()])
    return name[:at] + name[at] + name[at:]


def read(path: Path) -> tuple[list[Row], list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [Row(path.stem, cells) for cells in reader], list(reader.fieldnames or ())


def write(path: Path, header: list[str], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(row.cells for row in rows)


def check(folder: Path) -> list[Finding]:
    """Find what is wrong with an event, as `legalgen check` does."""
    tables, in_tables = read_tables(folder)
    event, in_records = read_event(folder, tables)
    law, in_law = read_law(event)
    found, _ = check_rules(event, law)
    return [*in_tables, *in_records, *in_law, *found]


def missed(planted: Sequence[Planted], findings: Sequence[Finding], folder: Path) -> list[Planted]:
    """Give the faults that no finding of their code points at."""
    header = {name: header_of(folder / f"{name}.csv") for name in ("peserta", "penetapan")}
    found = {
        (finding.code, place.file.stem, place.cell)
        for finding in findings
        for place in (finding.place, *finding.related)
        if isinstance(place, CellPlace)
    }
    return [
        fault
        for fault in planted
        if not any(
            (fault.code, row.sheet, f"{header[row.sheet][fault.column]}{row.number}") in found
            for row in fault.cells
        )
    ]


def false_alarms(planted: Sequence[Planted], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings in rows that no fault touches."""
    touched = {(row.sheet, row.number) for fault in planted for row in fault.touched}
    for finding in findings:
        assert isinstance(finding.place, CellPlace)
        row = int("0" + (finding.place.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        if (finding.place.file.stem, row) not in touched:
            yield finding


def header_of(path: Path) -> dict[str, str]:
    """Map each column of a CSV file to its letter."""
    with path.open(encoding="utf-8", newline="") as file:
        return {name: chr(ord("A") + at) for at, name in enumerate(next(csv.reader(file)))}
