"""The READMEs' chapter on a product of one's own, followed step by step as it stands there."""

import csv
import re
import shlex
import tomllib
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from legalgen.cli import main

ROOT = Path(__file__).parents[1]
CHAPTERS = {
    "README.md": "## Your own product",
    "README.id.md": "## Produk sendiri",
}


def chapter_of(name):
    readme = (ROOT / name).read_text(encoding="utf-8")
    return readme.partition(CHAPTERS[name])[2].partition("\n## ")[0]


@pytest.fixture
def chapter(tmp_path, monkeypatch):
    """Give the chapter's text, in a fresh workspace."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "."]).exit_code == 0
    return chapter_of("README.md")


def test_both_languages_tell_the_same_steps():
    english, indonesian = map(chapter_of, CHAPTERS)
    assert commands(english) == commands(indonesian)
    assert toml_of(english) == toml_of(indonesian)
    tags = [re.findall(r"`(\{[{%][^`]*)`", text) for text in (english, indonesian)]
    assert tags[0] == tags[1]


def commands(chapter):
    return re.findall(r"^ +(legalgen .*)$", chapter, re.MULTILINE)


def run(command):
    result = CliRunner().invoke(main, shlex.split(command)[1:])
    assert result.exit_code == 0, f"{command}\n{result.output}\n{result.exception!r}"
    return result.output


def write_template(chapter):
    """Write a document with the tags that the chapter shows, as its reader would in Word."""
    *fields, begin, end = re.findall(r"`(\{[{%][^`]*)`", chapter)
    document = docx.Document()
    for field in fields:
        document.add_paragraph(field)
    table = document.add_table(3, 1)
    for row, text in zip(table.rows, (begin, "{{ orang.nik }}", end), strict=True):
        row.cells[0].text = text
    document.save("templates/keterangan.docx")


def toml_text(chapter):
    block = re.search(r"```toml\n(.*?)```", chapter, re.DOTALL)[1]
    return re.sub(r"^ {3}", "", block, flags=re.MULTILINE)


def toml_of(chapter):
    return tomllib.loads(toml_text(chapter))


def write_toml(chapter):
    """Write the TOML that the chapter shows."""
    Path("templates/keterangan.toml").write_text(toml_text(chapter), encoding="utf-8")
    return toml_of(chapter)


def members():
    with Path("inputs/pelantikan-kpps/peserta.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["badan"] == "KPPS"]


def test_the_chapter_can_be_followed(chapter):
    begin, *others = commands(chapter)
    assert "product new" in begin
    run(begin)
    assert write_toml(chapter)["group_by"] == ["nik"]
    write_template(chapter)
    for command in others:
        run(command)
    made = sorted(Path("output/pelantikan-kpps/keterangan").glob("*.docx"))
    people = members()
    assert len(made) == len(people)
    first = people[0]
    [path] = [path for path in made if path.stem.endswith(f"{first['desa']}_{first['nama']}")]
    document = docx.Document(str(path))
    assert [paragraph.text for paragraph in document.paragraphs[:4]] == [
        first["nama"],
        f"Desa {first['desa']}",
        "24 Januari 2024",
        "1 (satu) orang",
    ]
    assert [row.cells[0].text for row in document.tables[0].rows] == [first["nik"]]
    with Path("output/pelantikan-kpps/manifest.csv").open(encoding="utf-8-sig") as file:
        numbers = sorted(row["number"] for row in csv.DictReader(file))
    assert numbers == sorted(f"{n:03d}/PP.04.1-Ket/2024" for n in range(1, len(people) + 1))


def test_the_form_of_the_chapter_asks_for_what_the_product_needs(chapter):
    begin, *_, form = commands(chapter)
    run(begin)
    write_toml(chapter)
    write_template(chapter)
    run(form)
    people = load_workbook(shlex.split(form)[-1])["peserta"]
    assert {"nik", "nama", "desa", "badan"} <= {cell.value for cell in people[1]}
    assert "instansi" not in {cell.value for cell in people[1]}


def test_the_beginning_works_before_anything_is_edited(chapter):
    begin, *others = commands(chapter)
    for command in (begin, *others):
        run(command)
    assert len(list(Path("output/pelantikan-kpps/keterangan").glob("*.docx"))) == 1
