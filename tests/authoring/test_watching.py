"""A save is seen once, when the file is there and at rest."""

from itertools import islice

import pytest

from legalgen.authoring.watching import saves


class Script:
    """What happens to the files at each pause; ends the watching when there is no more."""

    class EndError(Exception):
        pass

    def __init__(self, *steps):
        self.steps = list(steps)

    def __call__(self):
        if not self.steps:
            raise self.EndError
        self.steps.pop(0)()


def nothing():
    pass


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "sk.docx"
    path.write_bytes(b"first")
    return path


def count_saves(files, *steps):
    seen = 0
    try:
        for _ in saves(files, Script(*steps)):
            seen += 1
    except Script.EndError:
        return seen


def test_no_save_is_seen_where_there_is_none(file):
    assert count_saves([file], nothing, nothing, nothing) == 0


def test_a_save_is_seen_once(file):
    assert count_saves([file], lambda: file.write_bytes(b"second!"), nothing, nothing, nothing) == 1


def test_word_takes_the_file_away_before_it_puts_the_new_one_there(file):
    other = file.with_name("~WRD0001.tmp")
    other.write_bytes(b"second!")
    steps = (file.unlink, nothing, lambda: other.rename(file), nothing, nothing)
    assert count_saves([file], *steps) == 1


def test_a_file_written_piece_by_piece_is_seen_when_it_rests(file):
    def grow():
        file.write_bytes(file.read_bytes() + b"more")

    assert count_saves([file], grow, grow, grow, grow, nothing, nothing) == 1


def test_words_lock_file_is_no_save(file):
    lock = file.with_name("~$sk.docx")
    assert (
        count_saves([file], lambda: lock.write_bytes(b"owner"), nothing, lock.unlink, nothing) == 0
    )


def test_each_save_of_either_file_is_seen(file):
    toml = file.with_suffix(".toml")
    toml.write_text("title = 1")
    script = Script(
        lambda: toml.write_text("title = 22"), nothing, lambda: file.write_bytes(b"2nd"), nothing
    )
    assert len(list(islice(saves([file, toml], script), 2))) == 2


def test_a_save_before_the_first_look_counts(file):
    watched = saves([file], Script(nothing, nothing))
    file.write_bytes(b"second!")
    assert next(watched, "never") is None
