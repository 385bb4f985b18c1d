"""Faults planted in a lawful roster are all found at their cells, and nothing else is."""

from dataclasses import replace

import pytest

from scripts.make_samples.events import whole_regency
from tests.planted import check, false_alarms, missed, plant

VILLAGES, FAULTS = 30, 100


@pytest.fixture(scope="module")
def event():
    """The KPPS of thirty villages, more than two thousand people."""
    whole = whole_regency()
    penetapan = whole.penetapan[:VILLAGES]
    kept = {(row.kecamatan, row.desa) for row in penetapan}
    people = tuple(person for person in whole.peserta if (person.kecamatan, person.desa) in kept)
    assert len(people) > 2_000
    return replace(whole, penetapan=penetapan, peserta=people)


@pytest.mark.parametrize("seed", [2024, 1955])
def test_every_fault_is_found_at_its_cell_and_nothing_on_untouched_rows(event, tmp_path, seed):
    planted = plant(event, tmp_path, FAULTS, seed)
    assert len(planted) == FAULTS
    assert {fault.code for fault in planted} >= {"P002", "B001", "R002", "A005"}
    findings = check(tmp_path)
    assert missed(planted, findings, tmp_path) == []
    assert list(false_alarms(planted, findings)) == []


def test_a_roster_without_faults_has_no_finding(event, tmp_path):
    plant(event, tmp_path, 0, seed=1)
    assert check(tmp_path) == []
