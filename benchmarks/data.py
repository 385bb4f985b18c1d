"""Fictional people, the same for every tool, with accents, `&`, `<` and quotes in their data."""

from __future__ import annotations

import random

GIVEN = ("Siti", "Budi", "Slamet", "Dwi", "Ma'ruf", "Ñoman", "Érlinda", "Yusuf", "Tri", "Wahyu")
FAMILY = ("Aminah", "Santoso", "Wibowo", "Lestari", "Hidayat", "Pratama", "Kusuma", "Rahayu")
EMPLOYERS = ("CV Tani & Ternak", 'Toko "Maju"', "PT <Sejahtera>", "Dinas Pertanian", "SD Negeri 1")
VILLAGES = ("Sidamulya", "Bojong Atas", "Wanakerta", "Karang'anyar", "Sumberejo")


def people(count: int, seed: int = 3303) -> list[dict[str, str]]:
    """Make `count` people; the same for the same seed."""
    choose = random.Random(seed)
    return [_person(number, choose) for number in range(1, count + 1)]


def _person(number: int, choose: random.Random) -> dict[str, str]:
    return {
        "no": str(number),
        "nama": f"{choose.choice(GIVEN)} {choose.choice(FAMILY)} {choose.choice(FAMILY)}",
        "nik": f"3398{choose.randrange(10**12):012d}",
        "jabatan": choose.choice(("Ketua", "Anggota")),
        "tps": f"{choose.randrange(1, 30):03d}",
        "desa": choose.choice(VILLAGES),
        "instansi": choose.choice(EMPLOYERS),
    }


def office() -> dict[str, str]:
    """Give what every document of the office says."""
    return {
        "kabupaten": "Tirtajaya",
        "tentang": "Pembekalan Anggota KPPS & Penyelenggara",
        "tempat": 'Gedung "Serbaguna" <Lantai 2>',
        "hari": "Kamis",
        "tanggal": "25 Januari 2024",
        "pukul": "09.00",
        "ketua": "Retno Wulandari",
        "sekretaris": "Agus Purnomo",
        "nip": "197001011990031001",
        "telepon": "(0281) 000000",
        "alamat": "Jalan Contoh Nomor 1",
    }


def letter(person: dict[str, str]) -> dict[str, str]:
    """Give a letter's values."""
    number = f"{person['no']}/PP.05.1-ST/3398/2024"
    return {**office(), **person, "nomor": number}


def decree(members: list[dict[str, str]]) -> dict[str, object]:
    """Give a decree's values: the office's, and its members for the annex."""
    return {**office(), "nomor": "12 Tahun 2024", "desa": "Sidamulya", "anggota": members}
