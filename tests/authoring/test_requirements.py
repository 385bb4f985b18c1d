"""What a product asks for is what its TOML, its patterns and its template name, and no more."""

from pathlib import Path

import pytest

from legalgen.authoring.requirements import requirements
from legalgen.products import Numbering, Product
from legalgen.proofing.uses import EACH, Use


def product(**toml):
    return Product(
        name="uji",
        source=Path("uji.toml"),
        template=Path("uji.docx"),
        title="Uji",
        **{"file_name": "uji", "subject": "uji", **toml},
    )


def asked(made, *paths):
    uses = [Use(tuple(path.split(".")), 1) for path in paths]
    return {each.sheet: list(each.names) for each in requirements(made, uses)}


def test_a_product_that_asks_for_nothing_still_has_an_election_and_names():
    assert asked(product()) == {
        "kegiatan": ["profil", "kode_wilayah"],
        "peserta": ["nik", "nama", "tanggal_lahir"],  # by which people are told apart
    }


@pytest.mark.parametrize(
    ("toml", "sheet", "names"),
    [
        ({"needs": ("tps", "nik")}, "peserta", "tps"),
        ({"where": {"badan": ("KPPS",)}}, "peserta", "badan"),
        ({"group_by": ("instansi",)}, "peserta", "instansi"),
        ({"sort_by": ("tps",)}, "peserta", "tps"),
        ({"file_name": "{kecamatan}/ST_{nomor}_{nama}"}, "peserta", "kecamatan"),
        ({"about": "{desa_kelurahan}"}, "peserta", "desa kecamatan"),
        ({"subject": "{nama_lengkap}"}, "peserta", "gelar_depan gelar_belakang"),
        ({"needs_kegiatan": ("ketua",)}, "kegiatan", "ketua"),
        ({"number": Numbering(first="nomor_awal")}, "kegiatan", "nomor_awal"),
        ({"number": Numbering(date="kegiatan.tanggal_surat")}, "kegiatan", "tanggal_surat"),
        ({"number": Numbering(pattern="{no}/{kegiatan.kode_satker}")}, "kegiatan", "kode_satker"),
        ({"number": Numbering(field="penetapan.nomor")}, "penetapan", "kecamatan desa nomor"),
    ],
)
def test_the_toml_asks(toml, sheet, names):
    before, after = asked(product()), asked(product(**toml))
    assert set(after[sheet]) - set(before.get(sheet, ())) == set(names.split())


@pytest.mark.parametrize(
    ("path", "sheet", "names"),
    [
        (f"anggota.{EACH}.no_hp", "peserta", {"no_hp"}),
        ("orang.tempat_lahir.upper", "peserta", {"tempat_lahir"}),
        ("orang.nama_lengkap", "peserta", {"gelar_depan", "gelar_belakang"}),
        ("orang.nomor_rekening", "peserta", {"nomor_rekening"}),
        ("desa", "peserta", {"desa"}),
        ("kegiatan.ketua", "kegiatan", {"ketua"}),
        ("kegiatan.tanggal_gelombang_*", "kegiatan", {f"tanggal_gelombang_{n}" for n in (1, 2, 3)}),
        ("penetapan.saksi_1", "penetapan", {"kecamatan", "desa", "saksi_1"}),
    ],
)  # fmt: skip
def test_the_template_asks(path, sheet, names):
    before, after = asked(product()), asked(product(), path)
    assert set(after[sheet]) - set(before.get(sheet, ())) == names


@pytest.mark.parametrize("path", ["nomor", "jumlah", "dasar_hukum", "profil.tahun", "diktum"])
def test_what_is_no_column_asks_for_nothing(path):
    assert asked(product(), path) == asked(product())


def test_a_printed_appointment_is_found_by_its_village():
    assert {"kecamatan", "desa"} <= set(asked(product(), "penetapan.nomor")["peserta"])


def test_what_is_needed_must_be_filled_and_what_is_only_printed_need_not():
    [kegiatan, peserta] = requirements(
        product(needs=("jabatan",)), [Use(("orang", "gelar_depan"), 1)]
    )
    assert kegiatan.filled == {"profil", "kode_wilayah"}
    assert peserta.filled == {"nama", "jabatan"}


def test_whoever_is_left_empty_where_people_are_chosen_is_in_no_document():
    made = product(where={"badan": ("KPPS",), "instansi": ("*",)}, group_by=("instansi",))
    [_, peserta] = requirements(made, [])
    assert peserta.filled == {"nama", "badan"}  # who has no employer needs no letter to one


def test_columns_stand_in_their_usual_order():
    assert asked(product(needs=("tps", "kolom_kami", "nik", "desa")))["peserta"] == [
        "nik", "nama", "tanggal_lahir", "desa", "tps", "kolom_kami",
    ]  # fmt: skip
