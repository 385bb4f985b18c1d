"""What documents an event makes, how they are numbered and named, and which are held back."""

from dataclasses import replace
from pathlib import Path

import pytest

from legalgen.findings import CellPlace, error, message
from legalgen.law import read_law
from legalgen.planning.holdback import hold_back
from legalgen.planning.needs import serve
from legalgen.planning.plan import plan, try_patterns
from legalgen.products import Numbering, Product, read_products
from legalgen.records import read_event
from legalgen.tables import read_tables
from tests.workbooks import changed, csv_folder, event, table

ROOT = Path(__file__).parents[2]
# The keys of `kegiatan` that every office gives; all others are an office's own choice.
AGREED = {
    "kunci", "kabupaten", "kode_wilayah", "tempat", "profil", "nama_kegiatan", "tanggal_mulai",
    "tanggal_selesai", "tempat_kegiatan", "zona_waktu", "ketua", "sekretaris", "nip_sekretaris",
    "kasubbag_hukum", "nip_kasubbag_hukum", "nomor_keputusan", "tanggal_keputusan",
}  # fmt: skip

DECREES = Product(
    "sk",
    Path("templates/sk.toml"),
    Path("templates/sk.docx"),
    "Keputusan",
    "SK_{kecamatan}_{desa}",
    "Desa {desa}",
    about="Pengangkatan {desa_kelurahan}",
    group_by=("kecamatan", "desa"),
    where={"badan": ("KPPS",)},
    needs=("nama", "tps"),
    needs_penetapan=("nomor",),
    number=Numbering(field="penetapan.nomor"),
)
LETTERS = replace(
    DECREES,
    name="surat",
    source=Path("templates/surat.toml"),
    template=Path("templates/surat.docx"),
    file_name="{kecamatan}/Surat_{nama}",
    subject="{nama}",
    group_by=("nik",),
    needs=("nik",),
    needs_penetapan=(),
    number=Numbering(
        pattern="{no:03d}/ST/{bulan_romawi}/{tahun}",
        first="nomor_awal_surat_tugas",
        date="kegiatan.tanggal_mulai",
    ),
)


@pytest.fixture
def read(tmp_path):
    def read(sheets):
        folder = csv_folder(tmp_path / "acara", sheets)
        made, _ = read_event(folder, read_tables(folder)[0])
        return made

    return read


def planned(event, *products, by_name=False):
    served, lacking = serve(event, products, by_name=by_name)
    documents, found = plan(event, served, read_law(event)[0])
    return documents, [*lacking, *found]


def codes(findings):
    return [finding.code for finding in findings]


def test_a_decree_takes_the_number_of_its_own_appointment(read):
    documents, findings = planned(read(event("sidamulya")), DECREES)
    assert findings == []
    assert [(document.subject, document.number) for document in documents] == [
        ("Desa Sumberejo", "7/PP.05.1-Kpt/33980101/2024"),
        ("Desa Wringin Anom", "3/PP.05.1-Kpt/33980102/2024"),
        ("Desa Sumberejo", "7/PP.05.1-Kpt/33980201/2024"),
    ]
    assert documents[0].context["tentang"] == "Pengangkatan Desa Sumberejo"


def test_products_whose_running_numbers_meet_are_said_once(read):
    made, law = read(event("sidamulya")), read_law(read(event("sidamulya")))[0]
    again = replace(LETTERS, name="undangan", source=Path("templates/undangan.toml"))
    for found in (plan(made, [LETTERS, again], law)[1], try_patterns(made, [LETTERS, again], law)):
        assert [(item.code, str(item.place)) for item in found] == [
            ("D015", "templates/undangan.toml")
        ]
        assert "009/ST/I/2024" in found[0].message.say()
    apart = replace(again, number=replace(LETTERS.number, first="nomor_awal_undangan"))
    assert plan(made, [LETTERS, replace(apart, group_by=("kecamatan",))], law)[1] == []


def test_a_number_the_office_gives_all_documents_of_a_product_is_no_mistake(read):
    made, law = read(event("sidamulya")), read_law(read(event("sidamulya")))[0]
    excerpts = replace(LETTERS, number=Numbering(pattern="{kegiatan.nomor_keputusan}"))
    assert plan(made, [excerpts, replace(excerpts, name="petikan")], law)[1] == []


def test_a_subject_that_names_a_nik_masks_it(read):
    documents, _ = planned(read(event("sidamulya")), replace(LETTERS, subject="{nik}"))
    assert {len(document.subject) for document in documents} == {len("3303…0001")}


def test_letters_are_numbered_on_from_the_first_the_event_gives(read):
    documents, _ = planned(read(event("sidamulya")), LETTERS)
    assert [document.number for document in documents][:2] == ["009/ST/I/2024", "010/ST/I/2024"]
    assert len({document.number for document in documents}) == len(documents) == 28


def test_namesakes_in_one_kecamatan_get_two_files(read):
    sheets = event("sidamulya")
    documents, _ = planned(read(sheets), replace(LETTERS, file_name="{kecamatan}/Surat"))
    assert [str(document.file) for document in documents][:3] == [
        "surat/Wanakerta/Surat.docx",
        "surat/Wanakerta/Surat_2.docx",
        "surat/Wanakerta/Surat_3.docx",
    ]


def test_a_village_without_an_appointment_is_an_error_and_the_others_are_planned(read):
    sheets = event("sidamulya")
    documents, findings = planned(read({**sheets, "penetapan": sheets["penetapan"][:-1]}), DECREES)
    assert len(documents) == 2
    assert codes(findings) == ["D007"]
    assert str(findings[0].place).endswith("peserta.csv!K48")


@pytest.mark.parametrize(("cell", "name"), [("A2", "Wanakarta"), ("B3", "Wringinanum")])
def test_a_misspelt_appointment_is_said_to_be_the_one_that_lacks(read, cell, name):
    _, findings = planned(read(changed(event("sidamulya"), "penetapan", {cell: name})), DECREES)
    assert [(item.code, item.place.sheet, item.place.cell) for item in findings] == [
        ("D007", None, cell)
    ]
    assert findings[0].place.file.stem == "penetapan"
    assert findings[0].related[0].file.stem == "peserta"


def test_an_empty_cell_that_is_printed_is_an_error_at_the_cell(read):
    made = read(changed(event("sidamulya"), "penetapan", {"C3": ""}))
    documents, findings = planned(made, DECREES)
    assert [(item.code, item.place.cell) for item in findings] == [("D005", "C3")]
    _, held = hold_back(documents, findings, made, (DECREES,))
    assert [item.document.subject for item in held] == ["Desa Wringin Anom"]


@pytest.mark.parametrize("by_name", [True, False])
def test_a_product_the_event_cannot_serve_is_an_error_only_when_it_was_asked_for(read, by_name):
    product = replace(DECREES, needs=("nomor_rekening",), needs_kegiatan=("rekening",))
    asked = [product] if by_name else [product, LETTERS]
    documents, findings = planned(read(event("sidamulya")), *asked, by_name=by_name)
    assert {document.product for document in documents} == {each.name for each in asked[1:]}
    assert codes(findings) == (["D004", "D006"] if by_name else ["D012"])
    assert findings[0].is_error is by_name


def test_where_no_product_can_be_served_that_is_an_error(read):
    product = replace(DECREES, needs_kegiatan=("rekening",))
    documents, [finding] = planned(read(event("sidamulya")), product)
    assert documents == []
    assert (finding.code, finding.is_error) == ("D012", True)


@pytest.mark.parametrize(
    "change",
    [
        {"group_by": ("kecamatan", "dessa")},
        {"group_by": ("Desa",)},
        {"sort_by": ("nama", "dessa")},
        {"where": {"dessa": ("Sumberejo",)}},
    ],
    ids=str,
)
def test_a_misspelt_column_gathers_sorts_and_chooses_nobody_in_silence(read, change):
    documents, findings = planned(
        read(event("sidamulya")), replace(LETTERS, **change), by_name=True
    )
    assert documents == []
    assert findings[0].code == "D004"
    assert "did you mean desa?" in findings[0].hint.say()


def test_to_sort_by_a_column_that_the_event_has_no_use_for_changes_nothing(read):
    sheets = event("sidamulya")
    where = sheets["peserta"][0].index("gelombang")
    sheets["peserta"] = [row[:where] + row[where + 1 :] for row in sheets["peserta"]]
    documents, _ = planned(read(sheets), replace(LETTERS, sort_by=("gelombang", "nama")))
    assert len(documents) == 28


@pytest.mark.parametrize("by_name", [True, False])
def test_a_product_without_rows_is_not_meant_unless_it_was_asked_for(read, by_name):
    product = replace(DECREES, where={"badan": ("PANTARLIH",)})
    documents, findings = planned(read(event("sidamulya")), product, by_name=by_name)
    assert documents == []
    assert codes(findings) == (["D011"] if by_name else [])


def test_a_pattern_with_an_unknown_field_is_said_once(read):
    documents, findings = planned(read(event("sidamulya")), replace(LETTERS, subject="{nma}"))
    assert documents == []
    assert codes(findings) == ["D009"]
    assert "nma" in findings[0].message.say()
    assert findings[0].hint.say() == "did you mean nama?"


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (Numbering(pattern="{no}/{taun}"), "did you mean tahun?"),
        (Numbering(pattern="{no}/{kegiatan.tmpat}"), "did you mean kegiatan.tempat?"),
        (Numbering(pattern="{no}/{bulan_romawi}", date="tanggal_surat"), "`date` in [number]"),
        (Numbering(pattern="{kode.surat}"), "template fields"),
    ],
    ids=str,
)
def test_what_was_meant_in_a_number_is_said(read, number, hint):
    _, [finding] = planned(read(event("sidamulya")), replace(LETTERS, number=number))
    assert finding.code == "D009"
    assert hint in finding.hint.say()


def test_a_form_that_a_value_does_not_take_is_said_with_both(read):
    _, findings = planned(read(event("sidamulya")), replace(LETTERS, subject="{nama:03d}"))
    assert " cannot be written as 03d" in findings[0].message.say()


def test_the_same_fields_whether_a_column_is_there_or_not(read):
    sheets = {
        **event("sidamulya"),
        "peserta": table("""
            nik              | nama   | badan | desa      | kecamatan | Bank
            3398990101880001 | Slamet | KPPS  | Sumberejo | Wanakerta | BRI
        """),
    }
    [document], _ = planned(read(sheets), LETTERS)
    person = document.context["orang"]
    assert (person["tps"], person["gelar_depan"], person["bank"]) == ("", "", "BRI")
    assert document.context["kegiatan"]["kasubbag_hukum_lengkap"] == (
        "Dian <Didi> Paramita, S.H., M.Kn."
    )


def test_who_belongs_to_no_village_is_of_none(read):
    sheets = changed(event("sidamulya"), "peserta", {"K2": ""})
    documents, _ = planned(read(sheets), replace(LETTERS, where={"badan": ("PPK",)}))
    [chair] = [item for item in documents if item.rows == (2,)]
    assert chair.context["desa_kelurahan"] == ""


@pytest.mark.parametrize(("satker", "code"), [("033980", "033980"), ("", "3398")])
def test_the_offices_code_in_numbers_is_its_own_else_the_regencys(read, satker, code):
    product = replace(LETTERS, number=Numbering(pattern="{no}/{kegiatan.kode}"))
    documents, _ = planned(read(changed(event("sidamulya"), "kegiatan", {"B5": satker})), product)
    assert documents[0].number == f"1/{code}"


def test_of_several_people_none_is_named_alone(read):
    sheets = event("sidamulya")
    [together], _ = planned(read(sheets), replace(LETTERS, group_by=(), file_name="surat"))
    assert len(together.context["anggota"]) > 1
    assert "orang" not in together.context


def test_the_day_of_a_letter_may_be_the_decrees_and_this_is_said(read):
    sheets = event("sidamulya")
    sheets["kegiatan"] = [row for row in sheets["kegiatan"] if row[0] != "tanggal_surat"]
    product = replace(LETTERS, needs_kegiatan=("tanggal_surat",))
    documents, findings = planned(read(sheets), product)
    assert str(documents[0].context["kegiatan"]["tanggal_surat"]) == "2024-01-23"
    assert [(item.code, item.is_error) for item in findings] == [("D013", False)]


@pytest.mark.parametrize(
    ("days", "said"),
    [((1, 2), []), ((1,), ["tanggal_gelombang_2"]), ((), [])],
    ids=["each", "the first", "none"],
)
def test_a_wave_without_a_day_is_said_where_another_has_one(read, days, said):
    sheets = event("sidamulya")
    wave = sheets["peserta"][0].index("gelombang")
    for row, person in enumerate(sheets["peserta"][1:]):
        person[wave] = str(1 + row % 2)
    others = [row for row in sheets["kegiatan"] if not row[0].startswith("tanggal_gelombang")]
    given = [[f"tanggal_gelombang_{number}", f"2{number}-01-2024"] for number in days]
    _, findings = planned(read({**sheets, "kegiatan": [*others, *given]}), LETTERS)
    assert [item.message.say().split()[0] for item in findings if item.code == "D013"] == said


def test_an_office_that_gives_only_the_agreed_keys_gets_every_product(read):
    sheets = event("sidamulya")
    sheets["kegiatan"] = [row for row in sheets["kegiatan"] if row[0] in AGREED]
    made = read(sheets)
    products, _ = read_products(ROOT / "templates")
    documents, findings = planned(made, *products)
    assert {document.product for document in documents} == {item.name for item in products}
    assert not any(finding.is_error for finding in findings)


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("Purbalingga", "33.03", "Kabupaten Purbalingga"),
        ("Magelang", "33.71", "Kota Magelang"),
        ("Kota Magelang", "33.71", "Kota Magelang"),
        ("Kabupaten Purbalingga", "3303", "Kabupaten Purbalingga"),
        ("Kotabaru", "63.02", "Kabupaten Kotabaru"),
        ("Sidamulya", "33.98", "Kabupaten Sidamulya"),
    ],
)
def test_a_regency_is_not_called_a_city_nor_a_city_a_regency(read, name, code, shown):
    sheets = changed(event("sidamulya"), "kegiatan", {"B3": name, "B4": code})
    documents, _ = planned(read(sheets), DECREES)
    assert documents[0].context["kegiatan"]["kabupaten_kota"] == shown


def test_the_kind_of_a_village_is_said_once_by_its_appointment(read):
    sheets = event("sidamulya")
    header, *rows = sheets["penetapan"]
    kinds = ["Kelurahan", "", "NAGARI"]
    sheets["penetapan"] = [
        [*header, "Jenis Desa"],
        *([*row, kind] for row, kind in zip(rows, kinds, strict=True)),
    ]
    documents, _ = planned(read(sheets), DECREES)
    assert [document.context["desa_kelurahan"] for document in documents] == [
        "Kelurahan Sumberejo",
        "Desa Wringin Anom",
        "Nagari Sumberejo",
    ]
    people = [person for document in documents for person in document.context["anggota"]]
    assert {person["desa_kelurahan"] for person in people} == {
        document.context["penetapan"]["desa_kelurahan"] for document in documents
    }


class TestHoldBack:
    """An error holds back the documents that print what it is about, and no others."""

    @pytest.fixture
    def acara(self, read):
        return read(event("sidamulya"))

    def held(self, acara, place):
        documents, _ = planned(acara, DECREES, LETTERS)
        finding = error("P002", place, message("…"), hint=message("…"))
        ready, held = hold_back(documents, [finding], acara, (DECREES, LETTERS))
        assert len(ready) + len(held) == len(documents) == 31
        assert all(item.because == (finding,) for item in held)
        return [item.document for item in held]

    def test_in_a_row_of_people_those_that_list_the_person(self, acara):
        person = next(item for item in acara.peserta if item.badan == "KPPS")
        held = self.held(acara, person.place("nik"))
        assert [document.product for document in held] == ["sk", "surat"]
        assert all(person.row in document.rows for document in held)

    def test_in_a_column_that_gathers_people_all_that_may_miss_one(self, acara):
        """A village misspelt puts someone into another decree, or into none."""
        person = next(item for item in acara.peserta if item.badan == "KPPS")
        for column in ("desa", "badan"):
            held = self.held(acara, person.place(column))
            assert [document.product for document in held] == ["sk", "sk", "sk", "surat"]
            assert person.row in held[-1].rows

    def test_in_an_appointment_its_decree(self, acara):
        held = self.held(acara, acara.penetapan[1].place("nomor"))
        assert [document.subject for document in held] == ["Desa Wringin Anom"]

    def test_in_a_template_its_product(self, acara):
        held = self.held(acara, CellPlace(LETTERS.template))
        assert {document.product for document in held} == {"surat"}

    def test_in_a_toml_that_cannot_be_read_only_what_it_would_have_made(self, acara):
        assert self.held(acara, CellPlace(LETTERS.source.with_name("undangan.toml"))) == []

    @pytest.mark.parametrize("cell", ["B3", "A1"])
    def test_about_the_event_all(self, acara, cell):
        assert len(self.held(acara, CellPlace(acara.source / "kegiatan.csv", None, cell))) == 31

    def test_in_a_header_all(self, acara):
        assert len(self.held(acara, CellPlace(acara.source / "peserta.csv", None, "A1"))) == 31

    def test_a_warning_holds_back_nothing(self, acara):
        documents, findings = planned(acara, DECREES)
        ready, held = hold_back(documents, findings, acara, (DECREES,))
        assert (ready, held) == (documents, [])
