"""Documents as pages: what LibreOffice prints of them is what an office would sign."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from legalgen.cli import main
from legalgen.law.regency import load_regency
from tests.test_golden import DOCUMENTS, EVENT

ROOT = Path(__file__).parents[1]
TRAINING = "sk-peserta/SK_Peserta_Training of Trainer Fasilitator Bimbingan Teknis KPPS"

pytestmark = [
    pytest.mark.pdf,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice and poppler make the pages",
    ),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Convert the golden documents and the decree of 807; give the pages of each as text."""
    folder = tmp_path_factory.mktemp("pages")
    for source in (EVENT, ROOT / "inputs" / "tot-kpps.xlsx"):
        arguments = ["generate", source, "--out", folder, "--templates", ROOT / "templates"]
        assert CliRunner().invoke(main, [str(item) for item in arguments]).exit_code == 0
    files = [folder / "sidamulya" / f"{name}.docx" for name in DOCUMENTS]
    files.append(folder / "tot-kpps" / f"{TRAINING}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run(["soffice", *options, *files], check=True, capture_output=True, timeout=300)
    made = {}
    for name, file in zip((*DOCUMENTS, TRAINING), files, strict=True):
        pdf = folder / f"{file.stem}.pdf"
        shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
        made[name] = shown.stdout.decode().split("\f")[:-1]
        fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True).stdout.decode()
        embedded = re.findall(r"^\w+\+(\S+)", fonts, re.MULTILINE)
        families = {re.sub("(Light|Demi).*", "", font) for font in embedded}
        assert families, name
        assert families == {"URWBookman"}, name
    return made


@pytest.mark.parametrize("name", [*DOCUMENTS, TRAINING])
def test_pages_are_numbered_from_the_second(pages, name):
    first, *others = pages[name]
    assert not re.match(r"\s*- ?\d+ ?-", first)
    for number, page in enumerate(others, 2):
        assert page.split("\n", 1)[0].replace(" ", "") == f"-{number}-"


@pytest.mark.parametrize("name", [*DOCUMENTS, TRAINING])
def test_no_page_is_empty_or_holds_a_lone_signature(pages, name):
    for page in pages[name]:
        printed = [line for line in page.splitlines() if line.strip()]
        assert len(printed) >= 10, page


def test_the_annex_of_807_counts_each_person_once_under_a_repeated_head(pages):
    annex = [page for page in pages[TRAINING] if re.search(r"^\s*No\.\s+Nama", page, re.MULTILINE)]
    numbers = [
        int(number)
        for page in annex
        for number in re.findall(r"^ *(\d{1,3}) {2,}\S", page, re.MULTILINE)
    ]
    assert sorted(numbers) == list(range(1, 808))
    assert pages[TRAINING][-len(annex) :] == annex


def test_no_name_of_a_place_is_broken_in_the_annex_of_807(pages):
    regency = load_regency("33.03")
    assert regency is not None
    printed = set(re.findall(r"\w+", "\n".join(pages[TRAINING])))
    places = {*regency.villages, *(desa for each in regency.villages.values() for desa in each)}
    assert {word for place in places for word in place.split()} <= printed


@pytest.mark.parametrize("name", [DOCUMENTS[1], TRAINING])
def test_the_annex_begins_a_page_and_its_signature_stands_with_its_last_rows(pages, name):
    [begin] = [page for page in pages[name] if re.search(r"^\s*LAMPIRAN$", page, re.MULTILINE)]
    assert next(line for line in begin.splitlines()[1:] if line.strip()).strip() == "LAMPIRAN"
    last = pages[name][-1]
    assert re.search(r"^ *\d+ {2,}\S.*\n(?:.*\n)*.*Ditetapkan di", last, re.MULTILINE)
