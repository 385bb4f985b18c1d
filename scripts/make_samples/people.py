"""People who do not exist: each has a name, a birth date and a NIK that agree with one another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from scripts.make_samples import names
from scripts.make_samples.places import District, Village

VOTING_DAY = date(2024, 2, 14)
NO_REGION = "330399"  # no kecamatan has this code, so no living person has such a NIK


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the sheet `peserta`, its columns in their order."""

    nik: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    jenis_kelamin: str
    tempat_lahir: str
    tanggal_lahir: date
    alamat: str
    rt: str
    rw: str
    desa: str
    kecamatan: str
    badan: str
    jabatan: str
    tps: int | None = None
    gelombang: int | None = None
    instansi: str = ""
    jabatan_instansi: str = ""
    alamat_instansi: str = ""
    no_hp: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body, how many serve in one, and what sort of people they are."""

    name: str
    size: int
    women: float
    graduates: float
    ages: tuple[int, int]  # on voting day, both ends included
    first: str = "Ketua"


PPK = Body("PPK", 5, women=0.42, graduates=0.6, ages=(22, 58))
PPS = Body("PPS", 3, women=0.42, graduates=0.3, ages=(20, 58))
KPPS = Body("KPPS", 7, women=0.45, graduates=0.12, ages=(17, 55))
LINMAS = Body("LINMAS", 2, women=0.36, graduates=0.0, ages=(20, 55), first="Anggota")


class Population:
    """Everybody made so far, so that nobody is made twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._known: set[tuple[str, date]] = set()
        self._serials: Counter[str] = Counter()

    def members(self, body: Body, district: District, village: Village | None) -> list[Person]:
        """Make the people of one body, its Ketua first, each living in its working area."""
        homes = (village,) if village else district.villages
        return [
            self._person(body, position, district.name, self._rng.choice(homes).name)
            for position in (body.first, *["Anggota"] * (body.size - 1))
        ]

    def _person(self, body: Body, position: str, district: str, village: str) -> Person:
        rng = self._rng
        sex = "P" if rng.random() < body.women else "L"
        born = _birth_date(rng, body.ages)
        name = _name(rng, sex)
        while (name, born) in self._known:
            name = _name(rng, sex)
        self._known.add((name, born))
        before, after = _titles(rng, sex, age_on(VOTING_DAY, born), body.graduates)
        return Person(
            nik=self._nik(sex, born),
            nama=name,
            gelar_depan=before,
            gelar_belakang=after,
            jenis_kelamin=sex,
            tempat_lahir=rng.choice(names.BIRTHPLACES),
            tanggal_lahir=born,
            alamat=_address(rng),
            rt=f"{rng.randint(1, 6):03}",
            rw=f"{rng.randint(1, 9):03}",
            desa=village,
            kecamatan=district,
            badan=body.name,
            jabatan=position,
            no_hp=f"0800-{len(self._known) // 10000:04}-{len(self._known) % 10000:04}",
        )

    def _nik(self, sex: str, born: date) -> str:
        day = born.day + (40 if sex == "P" else 0)
        stem = f"{NO_REGION}{day:02}{born:%m%y}"
        self._serials[stem] += 1
        return f"{stem}{self._serials[stem]:04}"


def age_on(day: date, born: date) -> int:
    """Count the full years from `born` to `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _birth_date(rng: Random, ages: tuple[int, int]) -> date:
    youngest, oldest = ages
    latest = VOTING_DAY.replace(year=VOTING_DAY.year - youngest)
    earliest = VOTING_DAY.replace(year=VOTING_DAY.year - oldest - 1) + timedelta(days=1)
    span = (latest - earliest).days
    return latest - timedelta(days=int(rng.triangular(0, span, span * 0.2)))


def _name(rng: Random, sex: str) -> str:
    given, last, alone, initials = (
        (names.MEN, names.MEN_LAST, names.MEN_ALONE, names.MEN_INITIALS)
        if sex == "L"
        else (names.WOMEN, names.WOMEN_LAST, names.WOMEN_ALONE, names.WOMEN_INITIALS)
    )
    shape = rng.random()
    if shape < 0.06:
        return rng.choice(alone)
    if shape < 0.10:
        return f"{rng.choice(initials)} {rng.choice(given)} {rng.choice(last)}"
    if shape < 0.35:
        return f"{' '.join(rng.sample(given, 2))} {rng.choice(last)}"
    return f"{rng.choice(given)} {rng.choice(last)}"


def _titles(rng: Random, sex: str, age: int, graduates: float) -> tuple[str, str]:
    """Give the titles before and after a name, none before its age."""
    before, after = "", ""
    if age >= 23 and rng.random() < graduates:
        after = rng.choice(names.BACHELOR)
        if age >= 26 and rng.random() < 0.15:
            after = f"{after}, {rng.choice(names.MASTER)}"
        elif age >= 27 and rng.random() < 0.02:
            before, after = "dr.", ""
        elif age >= 52 and rng.random() < 0.3:
            before, after = "Drs." if sex == "L" else "Dra.", ""
    if age >= 38 and rng.random() < 0.06:
        before = f"{'H.' if sex == 'L' else 'Hj.'} {before}".strip()
    return before, after


def _address(rng: Random) -> str:
    if rng.random() < 0.7:
        return f"Dukuh {rng.choice(names.HAMLETS)}"
    return f"Jalan {rng.choice(names.STREETS)} Nomor {rng.randint(1, 90)}"
