"""A run into a folder: what is written, what is left alone, what is recorded, what is removed."""

import csv
import errno
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from legalgen.batch.chunk import State
from legalgen.batch.origin import Origin
from legalgen.batch.run import NOTHING, Scope
from legalgen.findings import LegalgenError
from legalgen.output import folder
from legalgen.output.folder import LocalFolder
from legalgen.output.verify import verify
from tests.letters import PEOPLE, contents, killed_at, letters, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "surat.docx"
    path.write_bytes(b"Kepada Yth. ")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "output" / "acara"


def manifest(out: Path, name: str = "manifest.csv") -> dict[str, dict[str, str]]:
    with (out / name).open(encoding="utf-8-sig", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def states(run) -> list[str]:
    return [str(outcome.state) for outcome in run.outcomes.values()]


class TestAFirstRun:
    def test_writes_every_document_and_the_manifest_and_nothing_else(self, template, out):
        run = write(letters(template), out)
        assert states(run) == ["new", "new", "new"]
        assert set(contents(out)) == {
            "manifest.csv",
            *(f"surat/{name}.docx" for name in PEOPLE),
        }
        assert contents(out)["surat/Ngatino.docx"] == b"Kepada Yth. Ngatino"

    def test_records_where_each_document_came_from(self, template, out):
        origin = Origin(
            input_sha256="d1" * 32,
            product_sha256={"surat": "70" * 32},
            versions="legalgen 0.1.0",
            waivers={("peserta", 3): "P007: tidak ada pelamar lain"},
        )
        write(letters(template), out, origin=origin)
        entry = manifest(out)["surat/Budi Santoso.docx"]
        assert entry == {
            "product": "surat",
            "file": "surat/Budi Santoso.docx",
            "subject": "Budi Santoso",
            "number": "3/ST/2024",
            "rows": "1",
            "sha256": sha256(b"Kepada Yth. Budi Santoso").hexdigest(),
            "input_sha256": "d1" * 32,
            "product_sha256": "70" * 32,
            "template_sha256": sha256(b"Kepada Yth. ").hexdigest(),
            "versions": "legalgen 0.1.0",
            "places": "peserta!3",
            "waivers": "P007: tidak ada pelamar lain",
        }


class TestASecondRun:
    def test_touches_no_file_whose_document_is_the_same(self, template, out):
        write(letters(template), out)
        before = {path: path.stat().st_mtime_ns for path in out.rglob("*.docx")}
        run = write(letters(template), out)
        assert states(run) == ["same", "same", "same"]
        assert {path: path.stat().st_mtime_ns for path in out.rglob("*.docx")} == before

    def test_names_the_changed_and_rewrites_only_them(self, template, out):
        write(letters(template), out)
        changed = letters(template)
        changed[1] = replace(changed[1], context={"nama": "Budi Santosa"})
        run = write(changed, out)
        assert run.files(State.CHANGED) == ["surat/Budi Santoso.docx"]
        assert states(run) == ["same", "changed", "same"]
        assert contents(out)["surat/Budi Santoso.docx"] == b"Kepada Yth. Budi Santosa"

    def test_makes_what_is_missing(self, template, out):
        first = write(letters(template), out)
        undisturbed = contents(out)
        (out / "surat" / "Ngatino.docx").unlink()
        assert states(write(letters(template), out)) == ["same", "same", "new"]
        assert contents(out) == undisturbed
        assert first.findings == []

    def test_clears_away_what_a_killed_run_left_unfinished(self, template, out):
        write(letters(template), out)
        undisturbed = contents(out)
        (out / "surat" / "Ngatino.docx.laptop-4711.unfinished").write_bytes(b"Kep")
        write(letters(template), out)
        assert contents(out) == undisturbed

    def test_of_one_product_keeps_the_others_in_the_manifest(self, template, out):
        write([*letters(template), *letters(template, product="undangan")], out)
        whole = contents(out)
        write(letters(template, product="undangan"), out, scope=Scope(frozenset({"undangan"})))
        assert contents(out) == whole


class TestAFileChangedByHand:
    def test_is_kept_beside_the_new_one_and_named(self, template, out):
        write(letters(template), out)
        (out / "surat" / "Ngatino.docx").write_bytes(b"dibetulkan di Word")
        run = write(letters(template), out)
        assert [finding.code for finding in run.findings] == ["O006"]
        assert not run.findings[0].is_error
        assert run.findings[0].place.file == out / "surat" / "Ngatino.docx"
        assert contents(out)["surat/Ngatino.docx"] == b"Kepada Yth. Ngatino"
        assert contents(out)["surat/Ngatino (lama).docx"] == b"dibetulkan di Word"

    def test_is_never_taken_for_an_earlier_one_set_aside(self, template, out):
        write(letters(template), out)
        for text in (b"pertama", b"kedua", b"ketiga"):
            (out / "surat" / "Ngatino.docx").write_bytes(text)
            write(letters(template), out)
        kept = {name: text for name, text in contents(out).items() if "(lama" in name}
        assert sorted(kept.values()) == [b"kedua", b"ketiga", b"pertama"]

    def test_a_users_own_file_at_a_documents_path_is_kept_too(self, template, out):
        (out / "surat").mkdir(parents=True)
        (out / "surat" / "Ngatino.docx").write_bytes(b"milik orang lain")
        run = write(letters(template), out)
        assert [finding.code for finding in run.findings] == ["O006"]
        assert contents(out)["surat/Ngatino (lama).docx"] == b"milik orang lain"


class TestDocumentsNoLongerMade:
    @pytest.fixture
    def fewer(self, template, out):
        write(letters(template), out)
        return letters(template, PEOPLE[:2])

    def test_are_listed_and_stay(self, fewer, out):
        run = write(fewer, out)
        assert [entry.file for entry in run.ledger.stale] == ["surat/Ngatino.docx"]
        assert "surat/Ngatino.docx" in contents(out)
        assert set(manifest(out)) == {f"surat/{name}.docx" for name in PEOPLE[:2]}
        assert set(manifest(out, "stale.csv")) == {"surat/Ngatino.docx"}

    def test_held_back_later_they_are_ours_still(self, fewer, template, out):
        write(fewer, out)
        write(fewer, out, held_back=letters(template)[2:])
        assert set(manifest(out)) == {f"surat/{name}.docx" for name in PEOPLE}
        assert not (out / "stale.csv").exists()

    def test_are_removed_when_asked_also_in_a_later_run(self, fewer, out):
        write(fewer, out)
        run = write(fewer, out, prune=True)
        assert [entry.file for entry in run.removed] == ["surat/Ngatino.docx"]
        assert set(contents(out)) == {
            "manifest.csv",
            *(f"surat/{name}.docx" for name in PEOPLE[:2]),
        }

    def test_a_users_own_file_is_never_removed(self, fewer, out):
        (out / "surat" / "catatan.docx").write_bytes(b"milik kantor")
        write(fewer, out, prune=True)
        assert contents(out)["surat/catatan.docx"] == b"milik kantor"

    def test_one_changed_by_hand_is_not_removed(self, fewer, out):
        (out / "surat" / "Ngatino.docx").write_bytes(b"dibetulkan di Word")
        run = write(fewer, out, prune=True)
        assert [finding.code for finding in run.findings] == ["O007"]
        assert contents(out)["surat/Ngatino.docx"] == b"dibetulkan di Word"

    def test_those_held_back_are_not_among_them(self, template, out):
        documents = letters(template)
        write(documents, out)
        whole = contents(out)
        run = write(documents[:2], out, held_back=documents[2:], prune=True)
        assert (run.removed, run.ledger.stale) == ([], [])
        assert contents(out) == whole

    def test_nothing_is_removed_where_the_plan_may_lack_something(self, fewer, out):
        run = write(fewer, out, scope=NOTHING, prune=True)
        assert run.removed == []
        assert "surat/Ngatino.docx" in manifest(out)

    def test_nor_what_was_found_before_while_it_may_lack_something(self, fewer, out):
        write(fewer, out)
        run = write(fewer, out, scope=NOTHING, prune=True)
        assert run.removed == []
        assert "surat/Ngatino.docx" in contents(out)
        assert set(manifest(out, "stale.csv")) == {"surat/Ngatino.docx"}

    def test_of_another_product_are_left_to_its_own_run(self, template, out):
        write([*letters(template), *letters(template, product="undangan")], out)
        scope = Scope(frozenset({"surat"}))
        run = write(letters(template, PEOPLE[:1]), out, scope=scope, prune=True)
        assert [entry.product for entry in run.removed] == ["surat", "surat"]
        assert len(manifest(out)) == 1 + 3

    def test_made_again_they_are_back_in_the_manifest(self, fewer, template, out):
        write(fewer, out)
        write(letters(template), out)
        assert len(manifest(out)) == 3
        assert not (out / "stale.csv").exists()


class TestAStoppedRun:
    @pytest.fixture
    def stopped(self, template, out):
        """Ctrl-C after the first chunk of two."""

        def stop_after_one(make, chunks):
            yield make(next(iter(chunks)))
            raise KeyboardInterrupt

        documents = [*letters(template), *letters(template, product="undangan")]
        apart = template.with_name("undangan.docx")
        apart.write_bytes(b"Undangan ")
        documents[3:] = letters(apart, product="undangan")
        with pytest.raises(KeyboardInterrupt):
            write(documents, out, stop_after_one)
        return documents

    def test_has_recorded_what_it_made_and_claims_the_rest(self, stopped, out):
        hashed = {file: bool(row["sha256"]) for file, row in manifest(out).items()}
        assert [hashed[str(document.file)] for document in stopped] == [True] * 3 + [False] * 3

    def test_is_finished_by_the_next(self, stopped, template, out, tmp_path):
        run = write(stopped, out)
        assert states(run) == ["same"] * 3 + ["new"] * 3
        write(stopped, tmp_path / "undisturbed")
        assert contents(out) == contents(tmp_path / "undisturbed")

    def test_makes_no_copies_where_the_data_changed_meanwhile(self, stopped, template, out):
        later = [replace(item, context={"nama": f"{item.subject}, S.Pd."}) for item in stopped]
        run = write(later, out)
        assert run.findings == []
        assert len(contents(out)) == 6 + 1


@pytest.mark.skipif(os.name == "nt", reason="Windows kills in another way")
class TestAKilledRun:
    """What stood in the folder before, or was changed after, is told from what the run made."""

    def test_is_finished_by_the_next_as_if_undisturbed(self, template, out, tmp_path):
        killed_at("Ngatino", letters(template), out)
        assert sorted(name for name in contents(out) if name.endswith(".docx")) == [
            "surat/Budi Santoso.docx",
            "surat/Siti Aminah.docx",
        ]
        assert states(write(letters(template), out)) == ["same", "same", "new"]
        write(letters(template), tmp_path / "undisturbed")
        assert contents(out) == contents(tmp_path / "undisturbed")

    def test_whatever_it_was_about_to_do(self, tmp_path):
        """Kills it before each single thing it does to the disk: some sixty kills."""
        command = [sys.executable, "-m", "tests.batch.every_moment", tmp_path]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        moments = ran.stdout.splitlines()
        assert len(moments) > 50
        assert [moment for moment in moments if not moment.endswith(":")] == []

    def test_leaves_no_copies_where_the_data_changed_meanwhile(self, template, out):
        killed_at("Ngatino", letters(template), out)
        later = [
            replace(item, context={"nama": f"{item.subject}, S.Pd."}) for item in letters(template)
        ]
        run = write(later, out)
        assert run.findings == []
        assert set(contents(out)) == {"manifest.csv", *(f"surat/{name}.docx" for name in PEOPLE)}

    @pytest.mark.parametrize("name", PEOPLE)
    def test_a_users_own_file_from_before_is_kept(self, template, out, name):
        (out / "surat").mkdir(parents=True)
        (out / "surat" / f"{name}.docx").write_bytes(b"milik kantor")
        killed_at("Ngatino", letters(template), out)
        write(letters(template), out)
        assert contents(out)[f"surat/{name} (lama).docx"] == b"milik kantor"

    @pytest.mark.parametrize("name", PEOPLE[:2])
    def test_a_file_changed_by_hand_after_it_is_kept(self, template, out, name):
        killed_at("Ngatino", letters(template), out)
        (out / "surat" / f"{name}.docx").write_bytes(b"dibetulkan di Word")
        write(letters(template), out)
        assert contents(out)[f"surat/{name} (lama).docx"] == b"dibetulkan di Word"

    def test_a_users_own_file_is_not_pruned_where_it_was_to_write_one(self, template, out):
        killed_at("Ngatino", letters(template), out)
        (out / "surat" / "Ngatino.docx").write_bytes(b"milik kantor")
        run = write(letters(template, PEOPLE[:2]), out, prune=True)
        assert run.removed == []
        assert contents(out)["surat/Ngatino.docx"] == b"milik kantor"

    def test_verify_names_what_it_did_not_come_to(self, template, out):
        killed_at("Ngatino", letters(template), out)
        good, findings = verify(LocalFolder(out))
        assert sorted(entry.subject for entry in good) == ["Budi Santoso", "Siti Aminah"]
        assert [(item.code, item.place.file.stem) for item in findings] == [("O013", "Ngatino")]


def test_a_folder_removed_during_the_run_is_said(template, out):
    def remove(_made):
        shutil.rmtree(out)

    with pytest.raises(LegalgenError) as refused:
        write(letters(template), out, advance=remove)
    assert [finding.code for finding in refused.value.findings] == ["O004"]
    assert states(write(letters(template), out)) == ["new"] * 3


def test_two_runs_into_one_folder_at_once_the_second_is_refused(template, out):
    with LocalFolder(out).alone(), pytest.raises(LegalgenError) as refused:
        write(letters(template), out)
    assert [finding.code for finding in refused.value.findings] == ["O003"]
    assert contents(out) == {}
    assert states(write(letters(template), out)) == ["new"] * 3


def test_a_manifest_that_is_not_ours_stops_the_run(template, out):
    out.mkdir(parents=True)
    (out / "manifest.csv").write_bytes(b"catatan;saya\r\n1;2\r\n")
    with pytest.raises(LegalgenError) as refused:
        write(letters(template), out)
    assert [finding.code for finding in refused.value.findings] == ["O005"]
    assert list(contents(out)) == ["manifest.csv"]


class TestTroubles:
    """What the system refuses stops the documents it touches, and no others."""

    def test_a_template_that_fails_for_one_person_leaves_the_others(self, template, out):
        run = write(letters(template, dict.fromkeys(PEOPLE) | {"Budi Santoso": "broken"}), out)
        assert states(run) == ["new", "failed", "new"]
        assert [finding.code for finding in run.findings] == ["T001"]
        assert set(manifest(out)) == {"surat/Siti Aminah.docx", "surat/Ngatino.docx"}

    def test_a_template_that_cannot_be_compiled_leaves_those_of_others(self, template, out):
        broken = template.with_name("undangan.docx")
        broken.write_bytes(b"rusak")
        run = write([*letters(template), *letters(broken, product="undangan")], out)
        assert states(run) == ["new"] * 3 + ["failed"] * 3
        assert [finding.code for finding in run.findings] == ["T001"]

    def test_a_file_open_in_word_is_not_pruned_and_stays_in_the_records(self, template, out):
        write(letters(template), out)
        run = write(letters(template, PEOPLE[:2]), Unremovable(out), prune=True)
        assert run.removed == []
        [finding] = run.findings
        assert (finding.code, finding.place.file) == ("O001", out / "surat" / "Ngatino.docx")
        assert set(manifest(out, "stale.csv")) == {"surat/Ngatino.docx"}

    def test_a_bug_of_ours_stops_one_document_and_asks_to_be_reported(self, template, out):
        people = dict.fromkeys(PEOPLE) | {"Budi Santoso": "failed"}
        run = write(letters(template, people), out)
        assert states(run) == ["new", "failed", "new"]
        [finding] = run.findings
        assert (finding.code, finding.place.file) == ("O017", template)
        assert "RuntimeError: NIK 3303…0001 of Budi Santoso" in str(finding.message)
        assert "report" in str(finding.hint)

    def test_a_file_open_in_word_leaves_the_others_and_stays_as_it_was(self, template, out):
        write(letters(template), out)
        later = [
            replace(item, context={"nama": f"{item.subject}, S.Pd."}) for item in letters(template)
        ]
        run = write(later, Refusing(out, number=errno.EACCES, only="surat/Ngatino.docx"))
        assert states(run) == ["changed", "changed", "failed"]
        [finding] = run.findings
        assert (finding.code, finding.place.file) == ("O001", out / "surat" / "Ngatino.docx")
        assert "Word" in str(finding.hint)
        assert contents(out)["surat/Ngatino.docx"] == b"Kepada Yth. Ngatino"
        assert verify(LocalFolder(out))[1] == []

    def test_a_folder_that_takes_no_file_is_said_once(self, template, out, monkeypatch):
        def refuse(path, content):
            if "/surat/" in path:
                raise PermissionError(errno.EACCES, "Permission denied", path)
            write_whole(path, content)

        write_whole = folder._write
        monkeypatch.setattr(folder, "_write", refuse)
        run = write([*letters(template), *letters(template, product="undangan")], out)
        assert states(run) == ["failed"] * 3 + ["new"] * 3
        [finding] = run.findings
        assert (finding.code, finding.place.file) == ("O004", out / "surat")

    def test_a_full_disk_is_said_once(self, template, out):
        run = write(letters(template), Refusing(out, number=errno.ENOSPC))
        assert states(run) == ["failed"] * 3
        [finding] = run.findings
        assert (finding.code, finding.place.file) == ("O004", out)
        assert states(write(letters(template), out)) == ["new"] * 3

    def test_a_manifest_open_in_excel_stops_the_run_before_it_makes_anything(self, template, out):
        write(letters(template, PEOPLE[:2]), out)
        before = contents(out)
        with pytest.raises(LegalgenError) as refused:
            write(letters(template), Refusing(out, number=errno.EACCES, only="manifest.csv"))
        [finding] = refused.value.findings
        assert (finding.code, finding.place.file.name) == ("O001", "manifest.csv")
        assert contents(out) == before

    def test_a_folder_in_place_of_a_document_stops_that_one(self, template, out):
        (out / "surat" / "Ngatino.docx").mkdir(parents=True)
        run = write(letters(template), out)
        assert states(run) == ["new", "new", "failed"]
        assert [finding.code for finding in run.findings] == ["O001"]

    def test_a_path_too_long_for_windows_stops_that_document(self, template, out):
        longest = len(str(out.absolute())) + 60
        run = write(
            letters(template, (*PEOPLE, "Raden Mas " * 6)), LocalFolder(out, longest_path=longest)
        )
        assert states(run) == ["new", "new", "new", "failed"]
        assert "file_name" in str(run.findings[0].hint)

    def test_a_template_taken_away_is_said(self, template, out):
        template.unlink()
        with pytest.raises(LegalgenError) as refused:
            write([replace(letter, template=template) for letter in letters(template)], out)
        assert [finding.code for finding in refused.value.findings] == ["O009"]


class Unremovable(LocalFolder):
    """A folder whose system refuses to remove documents, which are open."""

    def remove(self, file):
        if file.suffix == ".docx":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), self._at(file))
        super().remove(file)


@dataclass(frozen=True)
class Refusing(LocalFolder):
    """A folder whose system refuses to write: documents only, or the file named."""

    number: int = errno.EIO
    only: str = ""

    def write(self, file, content):
        if str(file) == self.only or (not self.only and file.suffix == ".docx"):
            raise OSError(self.number, os.strerror(self.number), self._at(file))
        super().write(file, content)
