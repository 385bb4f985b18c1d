"""The rules held to cases that whoever knows the law can write: see tests/cases/README.md."""

import csv
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from legalgen import rules
from legalgen.columns import PESERTA
from legalgen.findings import CellPlace
from legalgen.tables import read_tables
from legalgen.tables.table import Table
from tests.planted import check

CASES = Path(__file__).parent / "cases"
RULES_SOURCE = Path(rules.__file__).parent
NAMES = sorted(
    path.stem for path in CASES.glob("[A-Z][0-9][0-9][0-9] *.csv") if "." not in path.stem
)


# What is wrong only beside another cell says where that one is; what a law forbids names the law.
BESIDE = {
    "A001", "A006", "A007", "A009", "B006", "B007",
    "P002", "P003", "P004", "P008", "P009", "P012",
}  # fmt: skip
AGAINST_A_LAW = {
    "A002", "A003", "A008", "B001", "B002", "B003", "B007",
    "P001", "P002", "P003", "P004", "P005", "P006", "P007", "P008", "P009", "P010", "P012", "P014",
    "R001", "R002",
}  # fmt: skip


def laid_out(name: str, folder: Path) -> None:
    """Lay a case's sheets out as an event."""
    shutil.copy(CASES / "kegiatan.csv", folder / "kegiatan.csv")
    for path in CASES.glob(f"{name}.*csv"):
        sheet = path.stem.removeprefix(name).removeprefix(".") or PESERTA
        shutil.copy(path, folder / f"{sheet}.csv")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path) -> None:
    laid_out(name, tmp_path)
    assert found_in(tmp_path) == expected_in(tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_names_the_other_cell_and_the_law(name: str, tmp_path: Path) -> None:
    laid_out(name, tmp_path)
    for finding in check(tmp_path):
        if finding.code == name[:4]:
            assert bool(finding.related) == (finding.code in BESIDE)
            assert bool(finding.basis) == (finding.code in AGAINST_A_LAW)


@pytest.mark.parametrize("code", sorted({name[:4] for name in NAMES}))
def test_each_code_has_a_row_that_provokes_it_and_one_that_just_does_not(code: str) -> None:
    rows = [row for path in CASES.glob(f"{code} *.csv") for row in rows_of(path)]
    provoking = [row for row in rows if code in row["harap"]]
    assert 0 < len(provoking) < len(rows)


def test_every_rule_has_cases() -> None:
    written = "".join(path.read_text("utf-8") for path in RULES_SOURCE.glob("*.py"))
    assert set(re.findall(r'^ +"([A-Z]\d{3})",$', written, re.MULTILINE)) == {
        name[:4] for name in NAMES
    }


def found_in(folder: Path) -> dict[str, dict[int, list[str]]]:
    """Check an event as a user would: the codes and columns of its findings, by sheet and row."""
    tables, _ = read_tables(folder)
    rows: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for finding in check(folder):
        assert isinstance(finding.place, CellPlace)
        sheet = finding.place.file.stem
        row, column = where(finding.place, tables[sheet])
        rows[sheet][row].append(f"{finding.code}@{column}")
    return in_order(rows)


def expected_in(folder: Path) -> dict[str, dict[int, list[str]]]:
    """Read the column `harap` of each sheet."""
    rows: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in folder.glob("*.csv"):
        for number, row in enumerate(rows_of(path), start=2):
            for token in row["harap"].split():
                code, _, column = token.partition("@")
                at_header = column.startswith("judul.")
                rows[path.stem][1 if at_header else number].append(
                    f"{code}@{column.removeprefix('judul.')}"
                )
    return in_order(rows)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{"harap": "", **row} for row in csv.DictReader(file)]


def where(place: CellPlace, table: Table) -> tuple[int, str]:
    """Give the row and the column's name of a cell."""
    for row in (table.header_row, *table.numbers):
        for column in table.positions:
            if table.place(column, row) == place:
                return row, column
    raise AssertionError(f"{place} is no cell of the sheet")


def in_order(rows: dict[str, dict[int, list[str]]]) -> dict[str, dict[int, list[str]]]:
    return {sheet: {row: sorted(codes) for row, codes in by.items()} for sheet, by in rows.items()}
