"""The folder: whole files or none, names set aside, and what is cleared away."""

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

import pytest

from legalgen.output.folder import LocalFolder

LETTER = PurePosixPath("surat", "Ngatino.docx")


@pytest.fixture
def folder(tmp_path):
    return LocalFolder(tmp_path)


def test_a_file_is_written_with_its_folders_and_read_again(folder):
    folder.write(LETTER, b"isi")
    assert folder.read(LETTER) == b"isi"
    assert folder.read(PurePosixPath("surat", "Siti.docx")) is None
    assert folder.read(LETTER / "dalam.docx") is None


def test_writing_that_fails_leaves_the_file_as_it_was_and_nothing_else(folder):
    folder.write(LETTER, b"isi lama")
    with limited_to(1000), pytest.raises(OSError, match="large") as failed:
        folder.write(LETTER, b"isi baru" * 1000)
    assert failed.value.errno == errno.EFBIG
    assert folder.read(LETTER) == b"isi lama"
    assert list(folder.files()) == [LETTER]


@contextmanager
def limited_to(size: int) -> Iterator[None]:
    """Let this process write no file of more bytes: it ends as a full disk does, half-way."""
    resource = pytest.importorskip("resource")
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


def test_a_path_too_long_for_word_is_refused_before_it_is_written(tmp_path):
    folder = LocalFolder(tmp_path, longest_path=len(str(tmp_path)) + 60)
    folder.write(PurePosixPath("a.docx"), b"")
    with pytest.raises(OSError, match="long") as failed:
        folder.write(PurePosixPath("a" * 60 + ".docx"), b"")
    assert failed.value.errno == errno.ENAMETOOLONG
    assert [str(file) for file in folder.files()] == ["a.docx"]


def test_a_file_set_aside_gets_a_name_that_is_free(folder):
    names = []
    for text in (b"satu", b"dua"):
        folder.write(LETTER, text)
        names.append(folder.set_aside(LETTER))
    assert [folder.read(name) for name in names] == [b"satu", b"dua"]
    assert folder.read(LETTER) is None


def test_removing_takes_empty_folders_along_but_no_others(folder, tmp_path):
    deep = PurePosixPath("surat", "Bokol", "Ngatino.docx")
    folder.write(deep, b"")
    folder.write(LETTER, b"")
    folder.remove(deep)
    assert [path.name for path in (tmp_path / "surat").iterdir()] == ["Ngatino.docx"]
    folder.remove(LETTER)
    assert list(tmp_path.iterdir()) == []
    folder.remove(LETTER)


def test_alone_clears_away_what_was_left_unfinished(folder, tmp_path):
    (tmp_path / "surat").mkdir()
    left = tmp_path / "surat" / "Ngatino.docx.laptop-1.unfinished"
    left.write_bytes(b"set")
    with folder.alone():
        assert not left.exists()
        left.write_bytes(b"set")
    assert not left.exists()
