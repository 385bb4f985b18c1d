"""The fields a template uses are found wherever Jinja lets them stand."""

import docx
import pytest
from jinja2 import Environment

from legalgen.proofing.uses import template_uses, uses


def found(source: str) -> list[str]:
    """List what a source uses, dotted."""
    return [
        ".".join(use.path) + ("?" if use.spared else "")
        for use in uses(Environment().parse(source))
    ]


# Source => what it uses; a question mark after what may be missing.
CASES = """
{{ nomor }} => nomor
{{ kegiatan.tanggal_surat|tanggal }} => kegiatan.tanggal_surat
{{ kegiatan['ketua'] }} => kegiatan.ketua
{{ profil.masa_kerja.KPPS.mulai }} => profil.masa_kerja.KPPS.mulai
{{ menimbang() }} {{ menimbang.rujukan() }} => menimbang menimbang.rujukan
{% for o in anggota %}{{ o.nama }}{% endfor %} => anggota anggota.[].nama
{{ anggota[0].nama }}{{ anggota[-1].nama }} => anggota.[].nama anggota.[].nama
{{ anggota[:3]|length }} => anggota
{{ (anggota|first).nama }} => anggota.[].nama
{% set k = anggota|first %}{{ k.nama }} => anggota.[] anggota.[].nama
{{ anggota|selectattr('jabatan', 'equalto', 'Ketua')|length }} => anggota.[].jabatan anggota
{% for o in anggota|rejectattr('instansi') %}{{ o.nik }}{% endfor %} => \
    anggota.[].instansi anggota anggota.[].nik
{% for n, w in anggota|per('tps') %}{{ n }}{% for o in w %}{{ o.nik }}{% endfor %}{% endfor %} => \
    anggota.[].tps anggota.[].tps anggota anggota.[].nik
{% for g in anggota|groupby('tps') %}{{ g.grouper }}{{ g.list|length }}{% endfor %} => \
    anggota.[].tps anggota.[].tps anggota
{{ anggota|per('tps')|length|angka_huruf }} => anggota.[].tps
{{ anggota|map(attribute='nama')|join(', ') }} => anggota.[].nama anggota
{{ anggota|sort(attribute='tps,nama')|length }} => anggota.[].tps anggota.[].nama anggota
{{ kegiatan['tanggal_gelombang_' ~ nomor] }} => nomor kegiatan.tanggal_gelombang_*
{{ kegiatan['tanggal_' + nomor] }} => nomor kegiatan.tanggal_*
{{ kegiatan[nomor] }} => nomor kegiatan.*
{% if kegiatan.x is defined %}ya{% endif %} => kegiatan.x?
{{ kegiatan.x|default('–') }} => kegiatan.x?
{{ 'a' if orang.badan == 'PPK' else orang.desa }} => orang.badan orang.desa
{% with d = desa %}{{ d }}{% endwith %}{{ d }} => desa desa d
{% macro m(o) %}{{ o.nama }}{{ nomor }}{% endmacro %}{{ m(orang) }} => \
    nomor orang orang.nama nomor
{% macro m(a, b=1) %}{{ m(a) }}{{ b.nik }}{% endmacro %}{{ m(b=orang, a=desa) }} => \
    orang desa desa orang.nik
{% call(o) loop(anggota) %}{{ o.nama }}{% endcall %} => anggota
{% for o in anggota %}{{ loop.index }}{% endfor %} => anggota
{% for i in range(jumlah) %}{{ i }}{% endfor %} => jumlah
{% for o in anggota if o.tps == 1 %}{{ o.nik }}{% else %}{{ o }}{% endfor %} => \
    anggota anggota.[].tps anggota.[].nik o
{% set x = nomor %}{{ x }} => nomor nomor
{% set y %}{{ desa }}{% endset %}{{ y }} => desa
{% filter upper %}{{ desa }}{% endfilter %} => desa
{{ orang.nama.upper() }} => orang.nama.upper
{{ kegiatan.mulai|rentang(kegiatan.selesai) }} => kegiatan.selesai kegiatan.mulai
"""


def cases():
    lines = CASES.replace("\\\n", "").strip().splitlines()
    return [pytest.param(*line.split(" => "), id=line.split(" => ")[0]) for line in lines]


@pytest.mark.parametrize(("source", "expected"), cases())
def test_names_are_followed_to_the_data(source, expected):
    assert found(source) == expected.split()


def test_lines_are_those_of_the_tags():
    assert [use.line for use in uses(Environment().parse("{{ a }}\n\n{{ b.c }}"))] == [1, 3]


def test_every_part_of_a_document_counts(tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ tentang }}")
    document.sections[0].header.paragraphs[0].text = "{{ kegiatan.kabupaten }}"
    document.core_properties.title = "{{ nomor }}"
    document.save(tmp_path / "surat.docx")
    paths = {use.path for use in template_uses(tmp_path / "surat.docx")}
    assert paths == {("tentang",), ("kegiatan", "kabupaten"), ("nomor",)}
