"""A real Dask cluster on this machine, and a real S3 server: the same documents, the same manifest.

Runs where the extras `cluster` and `s3` and moto's server are installed.
"""

import errno
import importlib.util
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from legalgen.batch import cluster as cluster_module
from legalgen.batch import workers
from legalgen.batch.chunk import State
from legalgen.findings import LegalgenError
from legalgen.output.places import folder_at
from legalgen.output.remote import RemoteFolder
from legalgen.output.verify import verify
from tests.letters import contents, letters, write

needed = ("distributed", "s3fs", "moto", "flask")
pytestmark = [
    pytest.mark.cluster,
    pytest.mark.xdist_group("cluster"),  # one cluster, on one of the processes that test
    pytest.mark.skipif(
        not all(importlib.util.find_spec(name) for name in needed),
        reason="the extras cluster and s3 are not installed",
    ),
    pytest.mark.filterwarnings("default"),  # of their own making
]

ROOT = Path(__file__).parents[2]
PEOPLE = tuple(f"Anggota {number:04}" for number in range(1200))


@contextmanager
def started(*command, ready):
    """Run a program while the test needs it; gives it, and what it said when it was ready."""
    with subprocess.Popen(
        [sys.executable, "-m", *map(str, command)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as program:  # fmt: skip
        assert program.stdout is not None
        try:
            said = []
            for line in program.stdout:
                said.append(line)
                if found := re.search(ready, line):
                    break
            else:
                pytest.fail("".join(said))
            threading.Thread(target=program.stdout.read, daemon=True).start()
            yield program, found[0]
        finally:
            program.terminate()
            program.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory, bucket):
    """Start a scheduler and two workers, which are started again where they are killed."""
    with running(tmp_path_factory.mktemp("dask"), workers=2) as (address, _):
        yield address


@contextmanager
def running(folder, workers, *options):
    """Run a cluster; gives its address, and the programs of its workers."""
    with ExitStack() as stack:
        _, address = stack.enter_context(
            started("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", 0,
                    "--no-dashboard", ready=r"tcp://127\.0\.0\.1:\d+")
        )  # fmt: skip
        programs = [
            stack.enter_context(
                started("distributed.cli.dask_worker", address, "--nthreads", 1, "--name", number,
                        "--no-dashboard", *options, "--local-directory", folder,
                        ready="Registered to")
            )[0]
            for number in range(workers)
        ]  # fmt: skip
        yield address, programs


@pytest.fixture(scope="module")
def bucket():
    """Start an S3 server with an empty bucket; gives its URL."""
    with started("moto.server", "-H", "127.0.0.1", "-p", 0, ready=r"http://127\.0\.0\.1:\d+") as (
        _, endpoint,
    ):  # fmt: skip
        os.environ |= {
            "AWS_ENDPOINT_URL": endpoint,
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
        }
        import s3fs

        s3fs.S3FileSystem().mkdir("kpu")
        yield "s3://kpu"


def execute_on(address, folder):
    from legalgen.batch.cluster import cluster_executor

    return cluster_executor(address, folder, patience=2)


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "surat.docx"
    path.write_bytes(b"Kepada Yth. ")
    return path


def test_a_cluster_makes_what_this_machine_makes(cluster, template, tmp_path):
    folder = folder_at(str(tmp_path / "cluster"))
    with execute_on(cluster, folder) as execute:
        write(letters(template, PEOPLE), folder, execute)
    write(letters(template, PEOPLE), tmp_path / "local")
    assert contents(tmp_path / "cluster") == contents(tmp_path / "local")


def test_a_worker_killed_in_mid_run_loses_nothing(cluster, template, tmp_path):
    from distributed import Client

    folder = folder_at(str(tmp_path / "cluster"))
    with Client(cluster, set_as_default=False) as client:
        processes = client.run(os.getpid)
    killed = []

    def kill_one(_made):
        if not killed:
            killed.append(min(processes.values()))
            os.kill(killed[0], signal.SIGKILL)

    with execute_on(cluster, folder) as execute:
        run = write(letters(template, PEOPLE), folder, execute, advance=kill_one)
    assert killed
    assert run.findings == []
    write(letters(template, PEOPLE), tmp_path / "local")
    assert contents(tmp_path / "cluster") == contents(tmp_path / "local")


def test_a_cluster_whose_workers_are_all_killed_is_said(bucket, template, tmp_path, monkeypatch):
    for module in (workers, cluster_module):
        monkeypatch.setattr(module, "PATIENCE", 1.0)
    folder = folder_at(str(tmp_path / "cluster"))
    with running(tmp_path, 1, "--no-nanny") as (address, [worker]):
        with pytest.raises(LegalgenError) as refused, execute_on(address, folder) as execute:
            write(letters(template, PEOPLE), folder, execute, advance=lambda _: worker.kill())
        assert [finding.code for finding in refused.value.findings] == ["O016"]
    assert "lost" in str(refused.value)
    assert write(letters(template, PEOPLE), folder).findings == []
    write(letters(template, PEOPLE), tmp_path / "local")
    assert contents(tmp_path / "cluster") == contents(tmp_path / "local")


def test_objects_are_what_files_would_be(bucket, template, tmp_path):
    folder = folder_at(bucket, "acara")
    write(letters(template, PEOPLE[:60]), folder)
    write(letters(template, PEOPLE[:60]), tmp_path / "local")
    objects = {str(file): folder.read(file) for file in folder.files()}
    assert objects == contents(tmp_path / "local")
    assert verify(folder)[1] == []


def test_a_second_run_into_a_bucket_puts_only_what_changed(bucket, template, tmp_path):
    folder = folder_at(bucket, "kedua")
    write(letters(template, PEOPLE[:20]), folder)
    folder.write(next(folder.files()).with_name("milik kantor.docx"), b"")
    run = write(letters(template, PEOPLE[:19]), folder, prune=True)
    assert {outcome.state for outcome in run.outcomes.values()} == {State.SAME}
    assert [entry.subject for entry in run.removed] == [PEOPLE[19]]
    assert len(list(folder.files())) == 19 + 1 + 1


def test_what_was_changed_in_a_bucket_is_kept(bucket, template):
    folder = folder_at(bucket, "diubah")
    documents = letters(template, PEOPLE[:1])
    write(documents, folder)
    folder.write(documents[0].file, b"dibetulkan")
    run = write(documents, folder)
    assert [finding.code for finding in run.findings] == ["O006"]
    kept = documents[0].file.with_name(f"{PEOPLE[0]} (lama).docx")
    assert folder.read(kept) == b"dibetulkan"
    assert folder.read(documents[0].file) == b"Kepada Yth. " + PEOPLE[0].encode()


def test_a_cluster_writes_into_a_bucket(cluster, bucket, template, tmp_path):
    folder = folder_at(bucket, "bersama")
    with execute_on(cluster, folder) as execute:
        write(letters(template, PEOPLE[:60]), folder, execute)
    write(letters(template, PEOPLE[:60]), tmp_path / "local")
    objects = {str(file): folder.read(file) for file in folder.files()}
    assert objects == contents(tmp_path / "local")


def test_a_folder_the_workers_do_not_see_is_said(cluster, template):
    folder = folder_at("memory://kpu")
    with pytest.raises(LegalgenError) as refused, execute_on(cluster, folder):
        pass
    assert [finding.code for finding in refused.value.findings] == ["O016"]
    assert "memory://kpu" in str(refused.value)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "klaster"])
def test_a_scheduler_that_is_not_there_is_said(tmp_path, address):
    folder = folder_at(str(tmp_path))
    with pytest.raises(LegalgenError) as refused, execute_on(address, folder):
        pass
    [finding] = refused.value.findings
    assert (finding.code, str(finding.place)) == ("O016", address)


def test_a_bucket_that_is_not_there_is_said(bucket, template):
    with pytest.raises(LegalgenError) as refused:
        write(letters(template), folder_at("s3://tidak-ada", "acara"))
    [finding] = refused.value.findings
    assert (finding.code, str(finding.place)) == ("O001", "s3://tidak-ada/acara/manifest.csv")


def test_a_store_that_fails_in_mid_run_is_said_once_and_the_next_run_goes_on(bucket, template):
    folder = Failing(f"{bucket}/terputus", after=4)
    run = write(letters(template, PEOPLE[:40]), folder)
    assert [finding.code for finding in run.findings] == ["O004"]
    assert len(run.entries) < 40
    again = write(letters(template, PEOPLE[:40]), folder_at(bucket, "terputus"))
    assert again.findings == []
    assert len(list(folder.files())) == 40 + 1


def test_a_store_that_lets_nobody_in_is_said(bucket, template):
    with pytest.raises(LegalgenError) as refused:
        write(letters(template), Failing(f"{bucket}/tertutup", after=-1))
    assert [finding.code for finding in refused.value.findings] == ["O009"]


class Failing(RemoteFolder):
    """A folder in a store that is gone after so many documents."""

    def __init__(self, url, after):
        super().__init__(url)
        object.__setattr__(self, "left", after)

    def read(self, file):
        if file.suffix == ".docx":
            object.__setattr__(self, "left", self.left - 1)
        if self.left < 0:
            raise OSError(errno.EIO, "Could not connect")
        return super().read(file)
