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
from legalgen.law import read_law
from legalgen.records import read_event
from legalgen.rules import check_rules
from legalgen.tables import read_tables
from legalgen.tables.table import Table

CASES = Path(__file__).parent / "cases"
RULES_SOURCE = Path(rules.__file__).parent
NAMES = sorted(
    path.stem for path in CASES.glob("[A-Z][0-9][0-9][0-9] *.csv") if "." not in path.stem
)


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path) -> None:
    shutil.copy(CASES / "kegiatan.csv", tmp_path / "kegiatan.csv")
    for path in CASES.glob(f"{name}.*csv"):
        sheet = path.stem.removeprefix(name).removeprefix(".") or PESERTA
        shutil.copy(path, tmp_path / f"{sheet}.csv")
    assert found_in(tmp_path) == expected_in(tmp_path)


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
    tables, in_tables = read_tables(folder)
    event, in_records = read_event(folder, tables)
    law, in_law = read_law(event)
    found, _ = check_rules(event, law)
    rows: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for finding in (*in_tables, *in_records, *in_law, *found):
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
