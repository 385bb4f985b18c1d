"""What to type into each column, for the forms an office fills in."""

from __future__ import annotations

from collections.abc import Mapping

from legalgen.columns import Column, Kind
from legalgen.findings import Message, message

# By column or key; a column that stands in two sheets means the same in both.
_NOTES: Mapping[str, Message] = {
    "nik": message("The 16 digits of the identity card, without blanks; the cell is text."),
    "nama": message("The name as on the identity card, without titles."),
    "gelar_depan": message("Titles before the name, such as Dr. or H."),
    "gelar_belakang": message("Titles after the name, divided by commas: S.Pd., M.M."),
    "jenis_kelamin": message("L for a man, P for a woman."),
    "tanggal_lahir": message("The date of birth, such as 02-07-1985; the age is checked by it."),
    "tempat_lahir": message("The place of birth as on the identity card."),
    "alamat": message("Street or hamlet; RT and RW have columns of their own."),
    "rt": message("Three digits: 001."),
    "rw": message("Three digits: 001."),
    "desa": message("The name of the village alone, without Desa or Kelurahan."),
    "kecamatan": message("The name of the kecamatan alone."),
    "badan": message("The body: choose from the list."),
    "jabatan": message("The position: choose from the list; one Ketua in each body."),
    "tps": message("The number of the polling station: 1, 2, 3."),
    "gelombang": message("The number of the wave: 1, 2, 3."),
    "instansi": message("The employer; spell it the same way in each row. Empty if there is none."),
    "jabatan_instansi": message("The work done there."),
    "alamat_instansi": message("The employer's address, for the letter."),
    "no_hp": message("The telephone number, beginning with 0."),
    "nomor": message("The decree's whole number as it is printed."),
    "nomor_ba": message("The number of the minutes as it is printed; if empty, it is counted."),
    "penandatangan": message("The name of the one who signs, with titles."),
    "saksi_1": message("The name of the first witness."),
    "saksi_2": message("The name of the second witness."),
    "rohaniwan": message("The cleric who stands by the oath; empty if there is none."),
    "tempat_pelantikan": message("Where the installation is, such as Balai Desa Bokol."),
    "keterangan": message("A note of your own; nothing prints it unless a template does."),
    "profil": message("The election: choose from the list."),
    "kabupaten": message("The name of the regency alone, such as Purbalingga."),
    "kode_wilayah": message("The ministry's code of the regency, such as 33.03."),
    "kode_satker": message(
        "The office's code in its numbers; if empty, kode_wilayah without dots."
    ),
    "tempat": message("Where the office's letters are written: the seat of the office."),
    "zona_waktu": message("The time zone: choose from the list."),
    "alamat_kantor": message("The office's address for the letterhead."),
    "ketua": message("The name of the office's chair, without titles."),
    "gelar_depan_ketua": message("Titles before the chair's name."),
    "gelar_belakang_ketua": message("Titles after the chair's name."),
    "sekretaris": message("The name of the office's secretary."),
    "nama_kegiatan": message("What the event is called, as it is printed."),
    "tempat_kegiatan": message("Where the event is, as it is printed."),
    "nomor_keputusan": message("The decree's number as it is printed: 12 Tahun 2024."),
    "narahubung": message("Whom to ask; empty if there is none."),
}
_FIRST_NUMBER = message("The number of the first document; the others follow. If empty: 1.")
_BY_KIND: Mapping[Kind, Message] = {
    Kind.DATE: message("A date: day, month, year of four digits, such as 25-01-2024."),
    Kind.TIME: message("A time of day, such as 08:00."),
    Kind.NUMBER: message("A whole number."),
    Kind.IDENTITY: message("Digits that are not counted with; the cell is text."),
    Kind.CHOICE: message("Choose from the list."),
    Kind.TEXT: message("Text, as it is to be printed."),
}
REQUIRED, OPTIONAL = message("Must be filled."), message("May be empty.")


def note_on(column: Column) -> Message:
    """Say what to type into a column; by its kind where it is not one of ours."""
    if column.name.startswith("nomor_awal"):
        return _FIRST_NUMBER
    return _NOTES.get(column.name, _BY_KIND[column.kind])
