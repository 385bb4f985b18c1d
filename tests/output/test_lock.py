"""The lock: one holder at a time, let go of however the holder ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legalgen.output.lock import LockedError, locked

HOLD = """
import sys, time
from pathlib import Path
from legalgen.output.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_it_is_held_by_one_and_leaves_no_file(tmp_path):
    path = tmp_path / ".lock"
    with locked(path):
        with pytest.raises(LockedError), locked(path):
            pass
        assert path.exists()
    assert not path.exists()
    with locked(path):
        pass


def test_the_system_lets_go_of_it_when_its_holder_is_killed(tmp_path):
    path = tmp_path / ".lock"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], env=env, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockedError), locked(path):
            pass
        holder.kill()
    assert path.exists()
    with locked(path):
        pass


def test_where_no_file_can_be_made_it_says_why(tmp_path):
    file = tmp_path / "berkas"
    file.write_bytes(b"")
    with pytest.raises(NotADirectoryError), locked(Path(file, ".lock")):
        pass
