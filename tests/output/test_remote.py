"""A folder at a URL, with what fsspec brings along; S3 itself is in test_cluster."""

import errno
from pathlib import PurePosixPath

import pytest

from legalgen.findings import LegalgenError
from legalgen.output.folder import LocalFolder
from legalgen.output.places import folder_at

LETTER = PurePosixPath("surat", "Ngatino.docx")


@pytest.fixture(params=["memory://kpu/acara", "file://{tmp_path}/acara"])
def folder(request, tmp_path):
    pytest.importorskip("fsspec")
    folder = folder_at(request.param.format(tmp_path=tmp_path))
    for file in list(folder.files()):
        folder.remove(file)
    return folder


def test_a_path_is_a_folder_of_this_machine(tmp_path):
    assert folder_at(str(tmp_path), "acara") == LocalFolder(tmp_path / "acara")


@pytest.mark.parametrize(
    ("place", "url"),
    [
        ("s3://kpu", "s3://kpu/acara"),
        ("s3://kpu/keluaran kantor/", "s3://kpu/keluaran kantor/acara"),
        ("file:///", "file:///acara"),
        ("s3://", "s3:///acara"),  # and never a folder of this machine, named `s3:`
    ],
)
def test_a_url_is_joined_after_its_protocol(place, url):
    assert str(folder_at(place, "acara")) == url


def test_what_is_written_is_read_listed_and_removed(folder):
    assert folder.read(LETTER) is None
    folder.write(LETTER, b"isi")
    assert folder.read(LETTER) == b"isi"
    assert list(folder.files()) == [LETTER]
    folder.remove(LETTER)
    folder.remove(LETTER)
    assert list(folder.files()) == []


def test_a_file_set_aside_gets_a_name_that_is_free(folder):
    names = []
    for text in (b"satu", b"dua"):
        folder.write(LETTER, text)
        names.append(folder.set_aside(LETTER))
    assert [folder.read(name) for name in names] == [b"satu", b"dua"]


def test_a_kind_of_place_nobody_knows_is_said():
    pytest.importorskip("fsspec")
    with pytest.raises(LegalgenError) as refused:
        folder_at("tidakada://kpu").read(LETTER)
    assert [finding.code for finding in refused.value.findings] == ["O015"]


@pytest.mark.parametrize("refused", [RuntimeError, PermissionError])
def test_what_a_library_raises_is_raised_as_the_system_would(folder, monkeypatch, refused):
    system, _ = folder._at

    def refuse(*_):
        raise refused("no credentials")

    monkeypatch.setattr(type(system), "cat_file", refuse)
    with pytest.raises(OSError, match="no credentials") as failed:
        folder.read(LETTER)
    assert failed.value.errno == errno.ECONNREFUSED
