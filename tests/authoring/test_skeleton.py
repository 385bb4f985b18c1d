"""A new product works at once, carries its title, and never takes another's place."""

import tomllib

import pytest
from click.testing import CliRunner

from legalgen.authoring.skeleton import is_product_name, skeleton, suggested_name
from legalgen.cli import main
from legalgen.products import read_product


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("surat-keterangan", "surat-keterangan"),
        ("Surat Keterangan", "surat-keterangan"),
        ("../jahat", "jahat"),
        ("sk_kpps.docx", "sk-kpps-docx"),
        ("-sk", "sk"),
        ("con", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_names(name, suggested):
    assert is_product_name(name) is (name == suggested != "")
    assert suggested_name(name) == suggested


@pytest.mark.parametrize(
    "title",
    [
        "Surat keterangan",
        'Surat "keterangan"',
        "Surat {nama} \\ 100%",
        "Keputusan KPU tentang d'Ambon",
    ],
)
def test_any_title_makes_a_product_that_can_be_read(title, tmp_path):
    for path, content in skeleton("baru", title, tmp_path).items():
        path.write_bytes(content)
    product, findings = read_product(tmp_path / "baru.toml")
    assert findings == []
    assert product.title == title


def test_without_a_title_the_name_is_one(tmp_path):
    files = skeleton("surat-keterangan", "", tmp_path)
    toml = tomllib.loads(files[tmp_path / "surat-keterangan.toml"].decode())
    assert toml["title"] == "Surat keterangan"
    assert toml["about"] == "Surat Keterangan"
    assert toml["file_name"] == "Surat_Keterangan"


def test_what_is_there_is_not_written_over(tmp_path):
    arguments = ["product", "new", "sk", "--templates", str(tmp_path / "templates")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    (tmp_path / "templates" / "sk.toml").unlink()
    (tmp_path / "templates" / "sk.docx").write_bytes(b"the office's work")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 4
    assert "O002" in result.stderr
    assert (tmp_path / "templates" / "sk.docx").read_bytes() == b"the office's work"
    assert not (tmp_path / "templates" / "sk.toml").exists()


def test_a_name_that_cannot_be_one_is_a_mistake_of_use(tmp_path):
    arguments = ["--lang", "en", "product", "new", "Surat Baru", "--templates", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "surat-baru" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_where_it_is_the_only_product_it_is_said_how_to_have_the_others(tmp_path):
    arguments = ["--lang", "en", "product", "new", "sk", "--templates", str(tmp_path / "templates")]
    first = CliRunner().invoke(main, arguments)
    assert f"legalgen preview sk --watch --templates {tmp_path / 'templates'}" in first.stderr
    assert f"legalgen init {tmp_path}" in first.stderr
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    arguments[4] = "sk-lain"
    assert "legalgen init" not in CliRunner().invoke(main, arguments).stderr
