"""Whole documents, compared paragraph by paragraph with those that were read and found right."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from legalgen.cli import main
from tests.reading import lines

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "sidamulya"
EVENT = ROOT / "tests" / "events" / "sidamulya"
# One of each kind: a village with two stations and one with one, an employer with several people.
DOCUMENTS = (
    "sk-peserta/SK_Peserta_Bimbingan Teknis & Pelantikan KPPS",
    "sk-kpps/SK_KPPS_Wanakerta_Sumberejo",
    "ba-pelantikan/BA_Pelantikan_Wanakerta_Sumberejo",
    "ba-pelantikan/BA_Pelantikan_Tirtajaya_Sumberejo",
    "surat-tugas/Wanakerta/ST_009-PP.05.1-ST-3398-2024_Syamsul Ma'arif Wirabuana",
    "surat-tugas-kecamatan/ST_Tirtajaya",
    "izin-pemberi-kerja/Izin_CV Tani & Ternak",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden")
    templates = ROOT / "templates"
    arguments = ["generate", str(EVENT), "--out", str(folder), "--templates", str(templates)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return folder / "sidamulya"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(made, name, update_golden):
    golden = GOLDEN / f"{name}.txt"
    found = "\n".join(lines(made / f"{name}.docx")) + "\n"
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
