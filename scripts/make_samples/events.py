"""The sample events: a training of PPK and PPS, and the installation of KPPS."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from random import Random

from scripts.make_samples.people import KPPS, LINMAS, PPK, PPS, Person, Population
from scripts.make_samples.places import District, Village, districts
from scripts.make_samples.work import Employer, employers

SEED = 807
MARK = "DATA CONTOH – seluruh nama dan NIK fiktif"
SAMPLE_DISTRICT = "33.03.14"  # Bojongsari: thirteen villages
WAVES = (date(2024, 1, 22), date(2024, 1, 23), date(2024, 1, 24))
DECREED, INSTALLED = date(2024, 1, 24), date(2024, 1, 25)
WORKING = 0.09  # share of the KPPS whose employer is asked to release them

Key = tuple[str, str | int | date | time]
OFFICE: tuple[Key, ...] = (
    ("keterangan", MARK),
    ("kabupaten", "Purbalingga"),
    ("kode_wilayah", "33.03"),
    ("kode_satker", "3303"),
    ("tempat", "Purbalingga"),
    ("alamat_kantor", "Jalan Contoh Nomor 1, Purbalingga"),
    ("telepon_kantor", "0800-9999-0000"),
    ("profil", "pemilu-2024"),
    ("zona_waktu", "WIB"),
    ("ketua", "Wening Prasetyaningrum"),
    ("sekretaris", "Bagaskara Wirayuda, S.Sos., M.Si."),
    ("nip_sekretaris", "19720817 199803 1 999"),
    ("kasubbag_hukum", "Ratna Ma'rifah Handayani, S.H., M.H."),
    ("nip_kasubbag_hukum", "19850421 201001 2 999"),
)


@dataclass(frozen=True, slots=True)
class Appointment:
    """A row of the sheet `penetapan`, its columns in their order."""

    kecamatan: str
    desa: str
    nomor: str
    tanggal_penetapan: date
    tanggal_pelantikan: date
    waktu_pelantikan: time
    tempat_pelantikan: str
    penandatangan: str
    saksi_1: str
    saksi_2: str
    rohaniwan: str


@dataclass(frozen=True, slots=True)
class Event:
    """The three sheets of an event."""

    kegiatan: tuple[Key, ...]
    penetapan: tuple[Appointment, ...]
    peserta: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Regency:
    """Everybody who serves in the regency; committees and crews by the code of their place."""

    districts: tuple[District, ...]
    ppk: dict[str, list[Person]]
    pps: dict[str, list[Person]]
    kpps: dict[str, list[Person]]
    linmas: dict[str, list[Person]]  # of the sample kecamatan alone


@cache
def regency() -> Regency:
    """Make the regency and its people; the same people each time."""
    rng = Random(SEED)
    places = districts(rng)
    population = Population(rng)
    villages = [(district, village) for district in places for village in district.villages]
    return Regency(
        places,
        ppk={district.code: population.members(PPK, district, None) for district in places},
        pps={
            village.code: population.members(PPS, district, village)
            for district, village in villages
        },
        kpps={
            village.code: [
                _working(rng, replace(person, tps=tps), employers(district))
                for tps in range(1, village.stations + 1)
                for person in population.members(KPPS, district, village)
            ]
            for district, village in villages
        },
        linmas={
            village.code: [
                replace(person, tps=tps)
                for tps in range(1, village.stations + 1)
                for person in population.members(LINMAS, district, village)
            ]
            for district, village in villages
            if district.code == SAMPLE_DISTRICT
        },
    )


def training() -> Event:
    """Make the training of all PPK and PPS in three waves, a kecamatan never split."""
    people = regency()
    wave = _waves(people.districts)
    return Event(
        (
            *OFFICE,
            ("nama_kegiatan", "Training of Trainer Fasilitator Bimbingan Teknis KPPS"),
            ("tempat_kegiatan", "Bima Grand Ballroom Braling Grand Hotel Purbalingga"),
            ("tanggal_mulai", WAVES[0]),
            ("tanggal_selesai", WAVES[-1]),
            *((f"tanggal_gelombang_{number}", day) for number, day in enumerate(WAVES, 1)),
            ("waktu_mulai", time(8, 0)),
            ("nomor_keputusan", "12 Tahun 2024"),
            ("tanggal_keputusan", date(2024, 1, 17)),
            ("nomor_awal_surat_tugas", 41),
            ("tanggal_surat", date(2024, 1, 18)),
        ),
        (),
        tuple(
            replace(person, gelombang=wave[district.code])
            for district in people.districts
            for members in (
                people.ppk[district.code],
                *(people.pps[village.code] for village in district.villages),
            )
            for person in members
        ),
    )


def installation() -> Event:
    """Make the installation of the KPPS and Linmas of one kecamatan."""
    people = regency()
    chosen = [district for district in people.districts if district.code == SAMPLE_DISTRICT]
    return _installation(
        f"Kecamatan {chosen[0].name}",
        chosen,
        (
            person
            for village in chosen[0].villages
            for person in sorted(
                people.kpps[village.code] + people.linmas[village.code],
                key=lambda person: person.tps or 0,
            )
        ),
    )


def whole_regency() -> Event:
    """Make the installation of every KPPS of the regency: 20,748 people."""
    people = regency()
    return _installation(
        "Kabupaten Purbalingga",
        people.districts,
        (person for crew in people.kpps.values() for person in crew),
    )


def _installation(where: str, places: Iterable[District], members: Iterable[Person]) -> Event:
    rng = Random(SEED)
    return Event(
        (
            *OFFICE,
            ("nama_kegiatan", f"Pelantikan Anggota KPPS {where}"),
            ("tempat_kegiatan", "tempat pelantikan PPS masing-masing"),
            ("tanggal_mulai", INSTALLED),
            ("tanggal_selesai", INSTALLED),
            ("tanggal_bimtek_mulai", date(2024, 1, 25)),
            ("tanggal_bimtek_selesai", date(2024, 1, 28)),
            ("nomor_awal_surat_tugas", 101),
            ("nomor_awal_surat_izin", 201),
            ("tanggal_surat", DECREED),
            ("narahubung", "Sekar Kinasih"),
            ("telepon_narahubung", "0800-9999-0001"),
        ),
        tuple(
            _appointment(rng, district, village)
            for district in places
            for village in district.villages
        ),
        tuple(members),
    )


def _appointment(rng: Random, district: District, village: Village) -> Appointment:
    chair, *others = (person.nama for person in regency().pps[village.code])
    unit = district.code.replace(".", "") + village.code[-2:]
    hall = "Balai Desa" if village.kind == "desa" else "Aula Kelurahan"
    return Appointment(
        kecamatan=district.name,
        desa=village.name,
        nomor=f"{rng.randint(2, 5)}/PP.05.1-Kpt/{unit}/2024",
        tanggal_penetapan=DECREED,
        tanggal_pelantikan=INSTALLED,
        waktu_pelantikan=rng.choice((time(8, 0), time(9, 0), time(10, 0), time(13, 30))),
        tempat_pelantikan=f"{hall} {village.name}",
        penandatangan=chair,
        saksi_1=others[0],
        saksi_2=others[1],
        rohaniwan=rng.choice(("", "Kiai Syamsul Bahri Al-Amin", "Ustaz Nur Rohman", "")),
    )


def _working(rng: Random, person: Person, choice: tuple[Employer, ...]) -> Person:
    if rng.random() >= WORKING:
        return person
    employer = rng.choice(choice)
    return replace(
        person,
        instansi=rng.choice(employer.spellings),
        jabatan_instansi=rng.choice(employer.jobs),
        alamat_instansi=employer.address,
    )


def _waves(places: Iterable[District]) -> dict[str, int]:
    """Give each kecamatan its wave: the largest first, each to the wave that has fewest people."""
    load = {number: 0 for number, _ in enumerate(WAVES, 1)}
    wave = {}
    for district in sorted(places, key=lambda district: -len(district.villages)):
        wave[district.code] = min(load, key=lambda number: load[number])
        load[wave[district.code]] += PPK.size + PPS.size * len(district.villages)
    return wave
