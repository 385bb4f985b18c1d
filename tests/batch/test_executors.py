"""Who does the work: real processes, some of which are killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legalgen.batch import chunk
from legalgen.batch.executors import cores, jobs_for, local_executor
from legalgen.output.folder import LocalFolder
from tests.letters import contents, letters, write

PEOPLE = tuple(f"Anggota {number:03}" for number in range(600))


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "surat.docx"
    path.write_bytes(b"Kepada Yth. ")
    return path


def test_processes_make_what_this_process_makes(template, tmp_path):
    write(letters(template, PEOPLE), tmp_path / "here")
    run = write(letters(template, PEOPLE), tmp_path / "there", local_executor(2))
    assert len(run.outcomes) == 600
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_a_document_that_ends_its_worker_is_named_and_the_others_are_made(template, tmp_path):
    people = dict.fromkeys(PEOPLE) | {PEOPLE[300]: "killed"}
    documents = letters(template, people)
    run = write(documents, tmp_path / "out", local_executor(2))
    failed = [str(file) for file, outcome in run.outcomes.items() if not outcome.sha256]
    assert failed == [f"surat/{PEOPLE[300]}.docx"]
    (finding,) = run.findings
    assert (finding.code, finding.is_error) == ("O008", True)
    assert PEOPLE[300] in str(finding.message)
    write(documents[:300] + documents[301:], tmp_path / "others")
    assert contents(tmp_path / "out") == contents(tmp_path / "others")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
def test_a_worker_killed_from_outside_loses_nothing(template, tmp_path):
    killed: list[int] = []

    def kill_one(_made: int) -> None:
        if not killed:
            (worker, *_) = children(os.getpid())
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)

    # Names so long that a chunk is more than a pipe holds: one is on its way when a worker dies.
    names = (f"Anggota {number:04} " + "S.Pd. " * 20 for number in range(2000))
    people = letters(template, tuple(names))
    run = write(people, tmp_path / "out", local_executor(2), advance=kill_one)
    assert killed
    assert run.findings == []
    write(people, tmp_path / "here")
    assert contents(tmp_path / "out") == contents(tmp_path / "here")


ENDLESS = """
import sys
from pathlib import Path
from legalgen.batch.executors import local_executor
from tests.letters import letters, write

if __name__ == "__main__":
    people = tuple(f"Anggota {number:05}" for number in range(60_000))
    write(letters(Path(sys.argv[1]), people), Path(sys.argv[2]), local_executor(2))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes through /proc")
def test_workers_end_with_a_run_that_is_killed(template, tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    out = tmp_path / "out"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, script, template, out], env=env) as run:
        wait_until(lambda: any(out.glob("surat/*.docx")))
        workers = children(run.pid)
        assert len(workers) == 2
        run.kill()
    wait_until(lambda: not any(map(alive, workers)))


def children(parent: int) -> list[int]:
    """Find the processes that make documents for a run."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [child for child in map(int, listed.split()) if b"spawn_main" in command(child)]


def alive(process: int) -> bool:
    return command(process) != b""  # one that has ended and was not asked for yet has none


def command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def wait_until(happened: Callable[[], bool], seconds: int = 20) -> None:
    for _ in range(seconds * 100):
        if happened():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


class TestHowMany:
    def test_as_asked(self, template):
        assert jobs_for(letters(template), 5) == 5

    def test_one_for_few_documents(self, template):
        assert jobs_for(letters(template), None) == 1

    def test_every_core_for_many(self, template):
        assert jobs_for(letters(template, PEOPLE) * 1000, None) == cores()


class TestShares:
    def test_are_of_one_template_and_bounded(self, template, tmp_path):
        other = tmp_path / "undangan.docx"
        documents = [*letters(template, PEOPLE), *letters(other, PEOPLE[:1], "undangan")]
        files = {path: chunk.TemplateCopy(path, b"") for path in (template, other)}
        shares = list(chunk.chunks(documents, {}, files, LocalFolder(tmp_path)))
        assert [len(share.documents) for share in shares] == [256, 256, 88, 1]
        assert [share.template.path for share in shares] == [template] * 3 + [other]
