"""Verify: each file that changed, is missing or is nobody's, by name, and nothing else."""

import pytest

from legalgen.findings import LegalgenError
from legalgen.output.folder import LocalFolder
from legalgen.output.verify import verify
from tests.letters import PEOPLE, letters, write


@pytest.fixture
def made(tmp_path):
    """Make three letters, and one that is no longer made."""
    template = tmp_path / "surat.docx"
    template.write_bytes(b"Kepada Yth. ")
    out = tmp_path / "output" / "acara"
    write(letters(template, (*PEOPLE, "Rohman")), out)
    write(letters(template), out)
    return out


def found(folder):
    _, findings = verify(LocalFolder(folder))
    assert all(finding.is_error == (finding.code != "O018") for finding in findings)
    return {(item.code, item.place.file.relative_to(folder).as_posix()) for item in findings}


def test_a_folder_as_it_was_made(made):
    entries, findings = verify(LocalFolder(made))
    assert findings == []
    assert [entry.subject for entry in entries] == [*sorted(PEOPLE), "Rohman"]


def test_names_each_file_that_is_not_as_it_should_be(made):
    (made / "surat" / "Ngatino.docx").write_bytes(b"dibetulkan di Word")
    (made / "surat" / "Siti Aminah.docx").unlink()
    (made / "surat" / "catatan.txt").write_bytes(b"")
    assert found(made) == {
        ("O010", "surat/Ngatino.docx"),
        ("O011", "surat/Siti Aminah.docx"),
        ("O012", "surat/catatan.txt"),
    }


def test_one_changed_byte_is_enough(made):
    letter = made / "surat" / "Ngatino.docx"
    letter.write_bytes(letter.read_bytes()[:-1] + b"O")
    assert found(made) == {("O010", "surat/Ngatino.docx")}


def test_a_file_that_is_no_longer_made_is_held_to_its_hash_too(made):
    (made / "surat" / "Rohman.docx").write_bytes(b"diubah")
    assert found(made) == {("O010", "surat/Rohman.docx")}


def test_names_what_generate_kept_and_what_a_killed_run_left_as_what_they_are(made):
    (made / "surat" / "Ngatino (lama).docx").write_bytes(b"dibetulkan di Word")
    (made / "surat" / "Ngatino (lama 2).docx").write_bytes(b"sekali lagi")
    (made / "surat" / "Bukan siapa-siapa (lama).docx").write_bytes(b"milik kantor")
    (made / "surat" / "0badcafe-4711-4712.unfinished").write_bytes(b"PK")
    assert found(made) == {
        ("O018", "surat/Ngatino (lama).docx"),
        ("O018", "surat/Ngatino (lama 2).docx"),
        ("O012", "surat/Bukan siapa-siapa (lama).docx"),
        ("O013", "surat/0badcafe-4711-4712.unfinished"),
    }


def test_what_systems_and_word_drop_does_not_count(made):
    for name in ("Thumbs.db", ".DS_Store", "~$Ngatino.docx"):
        (made / "surat" / name).write_bytes(b"")
    assert found(made) == set()


def test_a_run_that_did_not_end_is_told_from_a_change(made, tmp_path):
    manifest = made / "manifest.csv"
    [line] = [line for line in manifest.read_text("utf-8-sig").splitlines() if "Ngatino" in line]
    sha256 = line.split(",")[5]
    manifest.write_bytes(manifest.read_bytes().replace(sha256.encode(), b""))
    assert found(made) == {("O013", "surat/Ngatino.docx")}


def test_a_folder_without_a_manifest_is_refused(tmp_path):
    with pytest.raises(LegalgenError) as refused:
        verify(LocalFolder(tmp_path))
    assert [finding.code for finding in refused.value.findings] == ["O014"]
