"""The letters and ordinals of a decree follow its paragraphs."""

import pytest

from legalgen.counters import Consideration, Dictum


def test_dictums_count_from_kesatu():
    diktum = Dictum()
    assert [diktum() for _ in range(12)][-3:] == ["KESEPULUH", "KESEBELAS", "KEDUA BELAS"]


@pytest.mark.parametrize(
    ("above", "sentence"),
    [
        (1, "huruf a"),
        (2, "huruf a dan huruf b"),
        (3, "huruf a, huruf b, dan huruf c"),
        (4, "huruf a, huruf b, huruf c, dan huruf d"),
    ],
)
def test_the_last_consideration_refers_to_those_above_it(above, sentence):
    menimbang = Consideration()
    letters = [menimbang() for _ in range(above + 1)]
    assert letters == list("abcde"[: above + 1])
    assert menimbang.rujukan() == sentence


def test_each_rendering_has_its_own():
    assert Dictum()() == Dictum()() == "KESATU"
