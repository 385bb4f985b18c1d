"""Products are read from TOML, and whatever is wrong with one is said by name."""

import pytest

from legalgen.findings import CellPlace
from legalgen.products import Numbering, read_product, read_products

GOOD = """
title = "Surat keterangan"
file_name = "Keterangan_{nama}"
subject = "{nama}"
group_by = ["nik"]
where = { badan = ["KPPS"], instansi = "*" }
needs = ["nama"]

[number]
pattern = "{no}/{tahun}"
date = "kegiatan.tanggal_surat"
"""


@pytest.fixture
def write(tmp_path):
    def write(text, name="keterangan"):
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.docx").touch()
        return path

    return write


def test_a_product_is_a_toml_beside_its_template(write):
    path = write(GOOD)
    product, findings = read_product(path)
    assert findings == []
    assert product is not None
    assert product.name == "keterangan"
    assert product.template == path.with_suffix(".docx")
    assert product.group_by == ("nik",)
    assert product.where == {"badan": ("KPPS",), "instansi": ("*",)}
    assert product.number == Numbering(pattern="{no}/{tahun}", date="kegiatan.tanggal_surat")


@pytest.mark.parametrize(
    ("number", "needs"),
    [
        ('field = "penetapan.nomor_linmas"', (("nama",), ("nomor_linmas",), ())),
        ('field = "kegiatan.nomor_keputusan"', (("nama",), (), ("nomor_keputusan",))),
        ('field = "orang.nomor_sertifikat"', (("nama", "nomor_sertifikat"), (), ())),
        ('field = "nama"', (("nama",), (), ())),
        ('field = "penetapan.nomor_ba"\npattern = "{no}"', (("nama",), (), ())),
        ("", (("nama",), (), ())),
    ],
)
def test_a_number_that_only_a_field_gives_is_needed(write, number, needs):
    product, _ = read_product(write(GOOD.partition("[number]")[0] + "[number]\n" + number))
    assert product is not None
    assert (product.needs, product.needs_penetapan, product.needs_kegiatan) == needs


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (lambda text: text.replace("title", "titel"), "D002", "title"),
        (lambda text: text.replace('title = "Surat keterangan"\n', ""), "D001", "title"),
        (lambda text: text.replace('["nik"]', '"nik"'), "D001", "group_by"),
        (lambda text: text.replace('pattern = "', 'patern = "'), "D001", "number"),
        (lambda text: text.replace("Keterangan_{nama}", "Keterangan_{nama"), "D009", "file_name"),
        (lambda text: text.replace('["nik"]', '"nik"'), "D001", 'group_by = ["…", "…"]'),
        (lambda text: text.replace("Keterangan_{nama}", "Keterangan_{nama!r}"), "D009", "!r"),
        (lambda text: text.replace('["KPPS"]', '["KPSP"]'), "D001", "PPK, PPS, KPPS, LINMAS"),
        (lambda text: text.replace('["KPPS"]', '"Satlinmas"'), "D001", "badan is never"),
        (lambda text: text + "= 3", "D001", "from line 12 on"),
        (lambda text: text.replace('"{nama}"', "“{nama}”"), "D001", "straight quotes"),
        (lambda text: text + "needs = [", "D001", "begun"),
        (lambda text: 'template = "lain.docx"\n' + text, "D003", "lain.docx"),
        (lambda text: 'template = "../lain.docx"\n' + text, "D001", "lain.docx"),
        (lambda text: 'template = ""\n' + text, "D001", "template"),
    ],
)
def test_what_is_wrong_is_said_by_name(write, change, code, said):
    path = write(change(GOOD))
    product, findings = read_product(path)
    assert product is None
    assert code in [finding.code for finding in findings]
    assert any(said in finding.message.say() + finding.hint.say() for finding in findings)
    assert {finding.place for finding in findings} == {CellPlace(path)}


def test_a_single_choice_needs_no_brackets(write):
    product, findings = read_product(write(GOOD.replace('["KPPS"]', '"KPPS"')))
    assert findings == []
    assert product is not None
    assert product.where["badan"] == ("KPPS",)


def test_a_toml_saved_in_another_encoding_says_how_to_save_it(write):
    path = write(GOOD)
    path.write_text(GOOD, encoding="utf-16")
    _, [finding] = read_product(path)
    assert (finding.code, str(finding.message)) == ("D001", "the product is not saved in UTF-8")


def test_what_cannot_be_read_is_said_with_the_systems_reason(write, tmp_path):
    path = write(GOOD)
    template = path.with_suffix(".docx")
    template.unlink()
    template.mkdir()
    product, [finding] = read_product(path)
    assert product is None
    assert (finding.code, finding.place) == ("D003", CellPlace(template))
    product, [finding] = read_product(tmp_path)
    assert product is None
    assert str(finding.message) == "the product cannot be read: it is a folder"


def test_a_bad_product_does_not_hide_a_good_one(write):
    write(GOOD, "baik")
    write("titel = 3", "buruk")
    products, findings = read_products(write(GOOD).parent)
    assert [product.name for product in products] == ["baik", "keterangan"]
    assert {finding.place.file.name for finding in findings} == {"buruk.toml"}


def test_a_folder_without_products_is_said(tmp_path):
    products, [finding] = read_products(tmp_path)
    assert products == []
    assert (finding.code, finding.place) == ("D014", CellPlace(tmp_path))
