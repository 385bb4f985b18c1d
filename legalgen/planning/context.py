"""What a template sees of the records: the fields of the event, an appointment and its people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType

from legalgen.columns import KEGIATAN_KEYS, OFFICIALS
from legalgen.fields import Fields
from legalgen.law import Profile
from legalgen.law.regency import load_regency
from legalgen.names import full_name
from legalgen.planning.needs import STAND_INS, given_key
from legalgen.records import Appointment, Event, Participant, Value
from legalgen.spelling import place_key

# What is composed of others of its sheet, or of `kegiatan`, and so is no column of its own.
COMPOSED = MappingProxyType(
    {
        "nama_lengkap": ("gelar_depan", "nama", "gelar_belakang"),
        "desa_kelurahan": ("kecamatan", "desa"),
        "tanggal_gelombang": (
            "gelombang",
            *(f"kegiatan.{key}" for key in KEGIATAN_KEYS if key.startswith("tanggal_gelombang_")),
        ),
        "kode": ("kode_satker", "kode_wilayah"),
        "kabupaten_kota": ("kabupaten", "kode_wilayah"),
        **{
            f"{official}_lengkap": (
                f"gelar_depan_{official}",
                official,
                f"gelar_belakang_{official}",
            )
            for official in OFFICIALS
        },
    }
)

# What a record knows of its own place, which is no business of a template.
_NOT_SHOWN = ("lain", "row", "table")
_PARTICIPANT = tuple(item.name for item in fields(Participant) if item.name not in _NOT_SHOWN)
_APPOINTMENT = tuple(item.name for item in fields(Appointment) if item.name not in _NOT_SHOWN)


class EventFields:
    """The event as templates see it: each row made once, when a document first prints it."""

    def __init__(self, event: Event, profile: Profile) -> None:
        self.kegiatan = _kegiatan_fields(event)
        self.profil = _nested(profile.values())
        self._regency = load_regency(str(event.kegiatan.get("kode_wilayah") or ""))
        self._kinds = {
            _place(row): row.value("jenis_desa")
            for row in event.penetapan
            if row.value("jenis_desa")
        }
        self._people: dict[int, Fields] = {}  # by row of `peserta`
        self._appointments: dict[int, Fields] = {}  # by row of `penetapan`

    def person(self, person: Participant) -> Fields:
        """Show a person."""
        shown = self._people.get(person.row)
        if shown is None:
            shown = _person_fields(person, self.kegiatan, self._village(person))
            self._people[person.row] = shown
        return shown

    def appointment(self, appointment: Appointment) -> Fields:
        """Show an appointment."""
        shown = self._appointments.get(appointment.row)
        if shown is None:
            columns = _columns(appointment, _APPOINTMENT, self._village(appointment))
            shown = Fields(columns, appointment.place("nomor"))
            self._appointments[appointment.row] = shown
        return shown

    def _village(self, record: Participant | Appointment) -> str:
        """Name a village with its kind: `Desa Bokol`, `Kelurahan Bancar`, `Nagari Kapau`.

        `jenis_desa` says it, the row's own or that of the village's appointment; else the regency's
        list does. Where none knows it, it is a Desa.
        """
        if not record.desa:
            return ""
        listed = self._regency and self._regency.kind(record.kecamatan, record.desa)
        said = record.value("jenis_desa") or (self._kinds and self._kinds.get(_place(record)))
        return f"{str(said or listed or 'desa').capitalize()} {record.desa}"


def _place(record: Participant | Appointment) -> tuple[str, str]:
    return place_key(record.kecamatan), place_key(record.desa)


def _nested(values: Mapping[str, object]) -> Fields:
    return Fields(
        {key: _nested(inner) if isinstance(inner, dict) else inner for key, inner in values.items()}
    )


def _kegiatan_fields(event: Event) -> Fields:
    """Show the event's keys, the known ones empty where the office gave none.

    Each official has a `…_lengkap` too, with the titles around the name; `kode` is the office's
    code in document numbers, 3303.
    """
    shown = dict.fromkeys(KEGIATAN_KEYS, "") | {
        key: _shown(value) for key, value in event.kegiatan.items()
    }
    for key in STAND_INS:
        given = given_key(event, key)
        shown[key] = _shown(event.kegiatan[given]) if given else ""
    shown["kode"] = shown["kode_satker"] or str(shown["kode_wilayah"]).replace(".", "")
    shown["kabupaten_kota"] = _regency_or_city(str(shown["kabupaten"]), str(shown["kode_wilayah"]))
    for official in OFFICIALS:
        composed = f"{official}_lengkap"
        front, name, back = (str(shown.get(key, "")) for key in COMPOSED[composed])
        shown[composed] = full_name(name, front, back) if name else ""
    return Fields(shown)


def _regency_or_city(name: str, code: str) -> str:
    """Name the office's regency with its kind: `Kabupaten Purbalingga`, `Kota Magelang`.

    The ministry numbers cities from 71; a name that says its kind keeps it.
    """
    kind = "Kota" if re.sub(r"\D", "", code)[2:3] == "7" else "Kabupaten"
    said = re.match(r"(?:kabupaten|kota)\s", name, re.IGNORECASE)
    return name if said or not name else f"{kind} {name}"


def _person_fields(person: Participant, kegiatan: Fields, village: str) -> Fields:
    """Show one person: the columns, and `nama_lengkap` with the titles around the name.

    `tanggal_gelombang` is the day of the person's wave, empty where the office gave none.
    """
    shown = _columns(person, _PARTICIPANT, village)
    shown["tanggal_gelombang"] = getattr(kegiatan, f"tanggal_gelombang_{person.gelombang}", "")
    titles = person.gelar_depan, person.gelar_belakang
    shown["nama_lengkap"] = full_name(person.nama, *titles) if person.nama else ""
    return Fields(shown, person.place("nama"))


def _columns(
    record: Participant | Appointment, names: tuple[str, ...], village: str
) -> dict[str, Value]:
    """Show a row's columns, and `desa_kelurahan`: the village with its kind."""
    shown = {name: _shown(value) for name, value in record.lain.items()}
    shown.update((name, _shown(getattr(record, name))) for name in names)
    shown["desa_kelurahan"] = village
    return shown


def _shown(value: Value) -> Value:
    """Show an empty cell as empty text: a template can test and print it."""
    return "" if value is None else value
