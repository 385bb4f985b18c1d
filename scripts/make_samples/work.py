"""Who the sample people work for: one firm that the office spells in three ways, and others."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.make_samples.places import District

SCHOOL = ("Guru", "Tenaga Administrasi", "Penjaga Sekolah")


@dataclass(frozen=True, slots=True)
class Employer:
    """Somebody's employer, in all the spellings the office's sheet has of it."""

    spellings: tuple[str, ...]
    address: str
    jobs: tuple[str, ...]


EVERYWHERE = (
    Employer(
        ("PT. Royal Korindah", "PT Royal Korindah ", "PT Royal Korindah"),
        "Jalan Industri Nomor 1, Purbalingga",
        ("Operator Produksi", "Staf Gudang", "Pengawas Mutu"),
    ),
    Employer(
        ("PT Bulu Mata Asri Lestari",),
        "Jalan Industri Nomor 7, Purbalingga",
        ("Operator Produksi", "Staf Administrasi"),
    ),
    Employer(
        ("CV Anugerah & Putra",),
        "Jalan Raya Selatan Nomor 12, Purbalingga",
        ("Sopir", "Tukang Kayu", "Kasir"),
    ),
    Employer(
        ("RSU Waluya Husada",),
        "Jalan Kesehatan Nomor 3, Purbalingga",
        ("Perawat", "Bidan", "Petugas Rekam Medis"),
    ),
    Employer(
        ("Koperasi Simpan Pinjam Makmur Bersama",),
        "Jalan Pasar Nomor 21, Purbalingga",
        ("Kasir", "Petugas Lapangan"),
    ),
)


def employers(district: District) -> tuple[Employer, ...]:
    """Give those who employ people of the kecamatan; the big ones twice as often."""
    here = (
        ("SD Negeri 1", SCHOOL),
        ("SMP Negeri 1", SCHOOL),
        ("Puskesmas", ("Perawat", "Bidan", "Tenaga Administrasi")),
        ("Kantor Kecamatan", ("Staf Seksi Pemerintahan", "Staf Seksi Pelayanan Umum")),
    )
    return EVERYWHERE * 2 + tuple(
        Employer((f"{kind} {district.name}",), f"Jalan Raya {district.name}", jobs)
        for kind, jobs in here
    )
