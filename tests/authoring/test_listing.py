"""The list of fields says what a template uses, could use, and where each comes from."""

from pathlib import Path

import docx
import pytest

from legalgen.authoring.listed import SECTIONS
from legalgen.authoring.listing import arranged, list_fields, list_filters
from legalgen.counters import Consideration, Dictum
from legalgen.example import example_of
from legalgen.filters import FILTERS
from legalgen.products import read_product, read_products
from legalgen.proofing.uses import template_uses
from legalgen.render import Template
from legalgen.workspace import sample_events
from tests.workbooks import table

TEMPLATES = Path(__file__).parents[2] / "templates"
PRODUCTS = read_products(TEMPLATES)[0]


def listed(product):
    example = example_of(product, sample_events())
    return {
        field.path: field
        for field in list_fields(product, template_uses(product.template), example)
    }


def product(name):
    return next(each for each in PRODUCTS if each.name == name)


@pytest.fixture
def own_product(tmp_path):
    """Make a product of the office's own around some text."""

    def make(text, toml=""):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(tmp_path / "kami.docx")
        source = tmp_path / "kami.toml"
        source.write_text(
            f'title = "Kami"\nfile_name = "kami"\nsubject = "kami"\n{toml}', encoding="utf-8"
        )
        return read_product(source)[0]

    return make


def test_what_the_template_uses_is_marked():
    fields = listed(product("sk-peserta"))
    used = {".".join(path) for path, field in fields.items() if field.used}
    assert used >= {"nomor", "orang.nama_lengkap", "jumlah", "profil.nama_pemilu"}
    assert used >= {"orang.tanggal_gelombang", "orang.gelombang"}
    assert used.isdisjoint({"orang.nik", "kegiatan.sekretaris", "profil.tahun"})


# tag | kind | what it prints | where it comes from
FIELDS = table("""
    {{ nomor }} | text | 4/PP.05.1-Kpt/33031401/2024 | `number` in sk-kpps.toml
    {{ desa }} | text | Brobot | peserta: desa
    {{ orang.nik }} | digits | 3303992604000002 | peserta: nik
    {{ orang.nama_lengkap }} | text | Mustofa Cahyono | peserta: gelar_depan + nama + gelar_belakang
    {{ kegiatan.ketua }} | text | Wening Prasetyaningrum | kegiatan: ketua
    {{ menimbang.rujukan() }} | counter | huruf a dan huruf b | counted while
""")
FILTERED = table("""
    jumlah | angka_huruf | number | 98 (sembilan puluh delapan) | counted: the people
    orang.tps | tps | number | 001 | peserta: tps
    orang.tanggal_lahir | tanggal | date | 26 April 2000 | peserta: tanggal_lahir
    penetapan.waktu_pelantikan | pukul | time | 08.00 | penetapan: waktu_pelantikan
    profil.hari_pemungutan | tanggal | date | 14 Februari 2024 | law: Keputusan KPU 21 Tahun 2022
""")


@pytest.mark.parametrize(
    ("tag", "kind", "example", "origin"),
    [*FIELDS, *((f"{{{{ {path}|{usual} }}}}", *rest) for path, usual, *rest in FILTERED)],
)
def test_a_field_with_its_kind_example_and_origin(tag, kind, example, origin):
    [field] = [field for field in listed(product("sk-kpps")).values() if field.tag == tag]
    assert (field.kind.say(), field.example) == (kind, example)
    assert field.origin.say().startswith(origin)


@pytest.mark.parametrize("each", PRODUCTS, ids=lambda each: each.name)
def test_every_tag_of_the_list_prints_its_example(each, tmp_path):
    """The list is held against the renderer itself: no tag in it is one that cannot be printed."""
    example = example_of(each, sample_events())
    fields = [
        field
        for field in list_fields(each, [], example)
        if field.tag.startswith("{{") and field.example and field.path[0] != "menimbang"
    ]
    document = docx.Document()
    for field in fields:
        document.add_paragraph(field.tag)
    document.save(tmp_path / "semua.docx")
    first = example.document.context["anggota"][0]
    counters = {"diktum": Dictum(), "menimbang": Consideration()}
    context = {**example.document.context, "orang": first, **counters}
    (tmp_path / "hasil.docx").write_bytes(Template(tmp_path / "semua.docx").render(context))
    printed = [
        paragraph.text for paragraph in docx.Document(str(tmp_path / "hasil.docx")).paragraphs
    ]
    assert len(printed) == len(fields)
    for field, text in zip(fields, printed, strict=True):
        if field.path[0] != "orang" or first[field.path[1]] != "":
            assert text == field.example, field.tag


def test_what_the_example_lacks_is_listed_as_the_offices_own(own_product):
    fields = listed(own_product("{{ orang.nomor_rekening }} {{ jumlahh }} {{ kegiatan.motto }}"))
    own, wrong = fields["orang", "nomor_rekening"], fields["jumlahh",]
    assert own.origin.say() == "peserta: nomor_rekening; the example has none"
    assert fields["kegiatan", "motto"].used
    assert own.used
    assert wrong.used
    assert "not known" in wrong.origin.say()


def test_a_name_only_begun_uses_all_that_begin_so(own_product):
    fields = listed(own_product("{{ kegiatan['tanggal_gelombang_' ~ orang.gelombang] }}"))
    waves = [("kegiatan", f"tanggal_gelombang_{number}") for number in (1, 2, 3)]
    assert all(fields[wave].used for wave in waves)


def test_a_method_is_no_field(own_product):
    fields = listed(own_product("{{ orang.nama.upper() }}"))
    assert fields["orang", "nama"].used
    assert ("orang", "nama", "upper") not in fields


def test_the_used_fields_stand_first_and_nothing_is_lost():
    fields = list(listed(product("ba-pelantikan")).values())
    (_, used), *others = arranged(fields)
    assert all(field.used for field in used)
    assert not any(field.used for _, rest in others for field in rest)
    assert sum((rest for _, rest in others), used) != []
    assert len(used) + sum(len(rest) for _, rest in others) == len(fields)
    assert len(others) <= len(SECTIONS)


def test_every_filter_is_listed_with_what_it_does():
    filters = list_filters()
    assert [each.name for each in filters] == list(FILTERS)
    assert all(each.does.say().endswith(".") for each in filters)
