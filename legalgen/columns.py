"""The columns of an event's three sheets, as data: what each is called, holds and accepts.

A column has one name everywhere: in the workbook's header, in the records and in the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType

_SIGNS = re.compile(r"[\W_]+")  # what separates words

KEGIATAN, PENETAPAN, PESERTA = "kegiatan", "penetapan", "peserta"
SHEETS = (KEGIATAN, PENETAPAN, PESERTA)


class Kind(StrEnum):
    """What a column's values are."""

    TEXT = "text"
    IDENTITY = "identity"  # digits that are a name, never a number: NIK, NIP, telephone, RT/RW
    DATE = "date"
    TIME = "time"
    NUMBER = "number"  # a whole number from 0
    CHOICE = "choice"  # one of a few words


class IfNumber(StrEnum):
    """What an identity is worth that comes as a number cell, which keeps no leading zeros."""

    REFUSE = "refuse"  # NIK, NIP: Excel keeps 15 digits, so the number may be another one
    PAD = "pad"  # RT, RW: three digits, so the lost zeros are known
    KEEP = "keep"  # telephone: the digits are right, but a zero before them may be missing


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, kind, other headers it goes by, and the words it accepts.

    `choices` maps each accepted spelling (matched as headers are) to the one the records hold.
    """

    name: str
    kind: Kind = Kind.TEXT
    synonyms: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    if_number: IfNumber = IfNumber.REFUSE


def matching_key(header: str) -> str:
    """Reduce a header to what it is matched by: letters and digits, in one case.

    >>> matching_key("Kel./Desa"), matching_key("No. HP"), matching_key("tanggal_lahir")
    ('keldesa', 'nohp', 'tanggallahir')
    """
    return _SIGNS.sub("", header.casefold())


def field_name(header: str) -> str:
    """Turn a header that no column claims into the name a template uses.

    >>> field_name("Nomor Rekening (BRI)")
    'nomor_rekening_bri'
    """
    return _SIGNS.sub("_", header.casefold()).strip("_")


SEX = MappingProxyType(
    {
        spelling: sex
        for sex, spellings in {
            "L": ("l", "lk", "laki", "lakilaki", "pria"),
            "P": ("p", "pr", "perempuan", "wanita"),
        }.items()
        for spelling in spellings
    }
)
BODIES = MappingProxyType(
    {
        "ppk": "PPK",
        "pps": "PPS",
        "kpps": "KPPS",
        "linmas": "LINMAS",
        "satlinmas": "LINMAS",
        "petugasketertiban": "LINMAS",
        "petugasketertibantps": "LINMAS",
    }
)
POSITIONS = MappingProxyType(
    {
        "ketua": "Ketua",
        "ketuamerangkapanggota": "Ketua",
        "ketuappk": "Ketua",
        "ketuapps": "Ketua",
        "ketuakpps": "Ketua",
        "anggota": "Anggota",
        "anggotappk": "Anggota",
        "anggotapps": "Anggota",
        "anggotakpps": "Anggota",
        "anggotalinmas": "Anggota",
    }
)

DESA_HEADERS = (
    *("kelurahan", "desa/kelurahan", "kelurahan/desa", "kel/desa", "desa/kel"),
    *("nama desa", "nama desa/kelurahan"),
)

PESERTA_COLUMNS = (
    Column(
        "nik",
        Kind.IDENTITY,
        ("nomor induk kependudukan", "no nik", "no ktp", "nik ktp", "nik/no ktp"),
    ),
    Column("nama", Kind.TEXT, ("nama lengkap", "nama peserta", "nama anggota")),
    Column("gelar_depan", Kind.TEXT, ("gelar di depan",)),
    Column("gelar_belakang", Kind.TEXT, ("gelar", "gelar di belakang")),
    Column("jenis_kelamin", Kind.CHOICE, ("jk", "l/p", "kelamin", "jns kelamin"), SEX),
    Column("tempat_lahir", Kind.TEXT, ("tmp lahir", "tpt lahir", "tempat kelahiran")),
    Column("tanggal_lahir", Kind.DATE, ("tgl lahir", "tanggal kelahiran")),
    Column("alamat", Kind.TEXT, ("alamat rumah", "alamat ktp", "alamat tinggal", "alamat lengkap")),
    Column("rt", Kind.IDENTITY, if_number=IfNumber.PAD),
    Column("rw", Kind.IDENTITY, if_number=IfNumber.PAD),
    Column("desa", Kind.TEXT, DESA_HEADERS),
    Column("kecamatan", Kind.TEXT, ("kec", "nama kecamatan")),
    Column("badan", Kind.CHOICE, ("badan adhoc", "unsur"), BODIES),
    Column(
        "jabatan",
        Kind.CHOICE,
        (
            *("jabatan dalam badan", "jabatan ppk", "jabatan pps", "jabatan kpps"),
            *("jabatan di kpps", "jabatan dalam ppk", "jabatan dalam pps", "jabatan dalam kpps"),
        ),
        POSITIONS,
    ),
    Column("tps", Kind.NUMBER, ("no tps", "nomor tps")),
    Column("gelombang", Kind.NUMBER, ("gel",)),
    Column("instansi", Kind.TEXT, ("nama instansi", "tempat kerja", "pemberi kerja", "perusahaan")),
    Column("jabatan_instansi", Kind.TEXT, ("pekerjaan di instansi", "jabatan di instansi")),
    Column("alamat_instansi", Kind.TEXT, ("alamat tempat kerja", "alamat kantor")),
    Column(
        "no_hp",
        Kind.IDENTITY,
        (
            *("hp", "nomor hp", "no handphone", "nomor handphone", "no hp/wa", "no wa/hp"),
            *("no hp aktif", "nomor hp aktif"),
            *("telepon", "no telepon", "nomor telepon", "telp", "no telp", "no telp/hp"),
            *("wa", "no wa", "nomor wa", "no whatsapp", "nomor whatsapp"),
        ),
        if_number=IfNumber.KEEP,
    ),
)

# One column of the office's that holds two of ours.
COMBINED_COLUMNS = (
    Column(
        "ttl",
        synonyms=(
            "tempat tanggal lahir",
            "tempat tgl lahir",
            "tempat dan tanggal lahir",
            "tempat dan tgl lahir",
            "tmp tgl lahir",
            "tempat lahir tanggal lahir",
        ),
    ),
    Column("rt_rw"),
)
PARTS = MappingProxyType({"ttl": ("tempat_lahir", "tanggal_lahir"), "rt_rw": ("rt", "rw")})

PENETAPAN_COLUMNS = (
    Column("kecamatan", Kind.TEXT, ("kec", "nama kecamatan")),
    Column("desa", Kind.TEXT, DESA_HEADERS),
    Column("nomor", Kind.TEXT, ("nomor keputusan", "no keputusan", "nomor sk", "no sk")),
    Column("tanggal_penetapan", Kind.DATE, ("tgl penetapan", "tanggal keputusan", "tanggal sk")),
    Column("tanggal_pelantikan", Kind.DATE, ("tgl pelantikan",)),
    Column("waktu_pelantikan", Kind.TIME, ("jam pelantikan", "pukul")),
    Column("tempat_pelantikan", Kind.TEXT, ()),
    Column("penandatangan", Kind.TEXT, ("ketua pps", "ditandatangani oleh")),
    Column("saksi_1", Kind.TEXT, ("saksi i", "saksi pertama")),
    Column("saksi_2", Kind.TEXT, ("saksi ii", "saksi kedua")),
    Column("rohaniwan", Kind.TEXT, ()),
)

KEGIATAN_COLUMNS = (
    Column("kunci", Kind.TEXT, ("key", "nama isian")),
    Column("nilai", Kind.TEXT, ("value", "isi", "isian")),
)

# The keys of `kegiatan` that products know; an office may add its own.
OFFICIALS = ("ketua", "sekretaris", "kasubbag_hukum")
KEGIATAN_KEYS = (
    "keterangan",
    "profil",
    "kabupaten",
    "kode_wilayah",
    "kode_satker",
    "tempat",
    "zona_waktu",
    "alamat_kantor",
    "telepon_kantor",
    "ketua",
    "gelar_depan_ketua",
    "gelar_belakang_ketua",
    "sekretaris",
    "nip_sekretaris",
    "kasubbag_hukum",
    "nip_kasubbag_hukum",
    "nama_kegiatan",
    "tempat_kegiatan",
    "tanggal_mulai",
    "tanggal_selesai",
    "tanggal_gelombang_1",
    "tanggal_gelombang_2",
    "tanggal_gelombang_3",
    "waktu_mulai",
    "tanggal_bimtek_mulai",
    "tanggal_bimtek_selesai",
    "nomor_keputusan",
    "tanggal_keputusan",
    "tanggal_surat",
    "nomor_awal_surat_tugas",
    "nomor_awal_surat_izin",
    "narahubung",
    "telepon_narahubung",
)

_KEY_KINDS = (
    (re.compile(r"tanggal(_|$)"), Kind.DATE),
    (re.compile(r"waktu(_|$)"), Kind.TIME),
    (re.compile(r"(nomor_awal|jumlah|tahun)(_|$)"), Kind.NUMBER),
    (re.compile(r"(nip|nik|no_hp|kode|telepon)(_|$)"), Kind.IDENTITY),
)
_KEYS_OF_PLAIN_DIGITS = re.compile(r"(no_hp|kode_pos|telepon)(_|$)")


def kegiatan_column(key: str) -> Column:
    """Describe a key of the sheet `kegiatan`; its first word says what kind of value it holds.

    >>> kegiatan_column("tanggal_mulai").kind.value, kegiatan_column("nip_sekretaris").kind.value
    ('date', 'identity')
    """
    for pattern, kind in _KEY_KINDS:
        if pattern.match(key):
            plain = _KEYS_OF_PLAIN_DIGITS.match(key)
            return Column(key, kind, if_number=IfNumber.KEEP if plain else IfNumber.REFUSE)
    return Column(key)


@cache
def columns_of(sheet: str) -> Mapping[str, Column]:
    """Give the known columns of a sheet by name."""
    known = {
        KEGIATAN: KEGIATAN_COLUMNS,
        PENETAPAN: PENETAPAN_COLUMNS,
        PESERTA: PESERTA_COLUMNS,
    }[sheet]
    return MappingProxyType({column.name: column for column in known})


def headers_of(columns: Iterable[Column]) -> dict[str, str]:
    """Map every header the columns go by, as it is matched, to the column's name."""
    return {
        matching_key(header): column.name
        for column in columns
        for header in (column.name, *column.synonyms)
    }
