"""Whatever a value holds, the document is docxtpl's, or there is a finding: never a silent loss."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legalgen.findings import LegalgenError
from legalgen.render import Template
from tests.render import building
from tests.render.comparing import body, docxtpl_document, texts

# Kept apart from the code under test on purpose: XML 1.0, production 2 (Char), and docxtpl's two.
NOT_IN_XML = re.compile("[^\a\f\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARKUP = ("<w:t>", "</w:p>", "&amp;", "]]>", "'", '"')
BRACES = ("{{ 6*7 }}", "{% if %}", "{_{", "}_}", "{_", "%_}", "_", "%", "{", "}", "${nomor}", "__")
BREAKS = ("\n", "\t", "\a", "\f", "\r\n", "\r", "\x85", "\u2028", "  ", "\xa0")
FORBIDDEN = ("\x00", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff")
SCRIPTS = (
    "\u202e",
    "\u200f",
    "مرحبا",
    "👩\u200d👩\u200d👧",
    "\U0010ffff",
    "é",
    "\x7f",
    "\ufeff",
    "x" * 5000,
)
NASTY = st.sampled_from((*MARKUP, *BRACES, *BREAKS, *FORBIDDEN, *SCRIPTS))
VALUES = st.lists(NASTY | st.text(max_size=8), max_size=6).map("".join)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "t.docx"
    return building.table(
        path,
        ("a", "b"),
        ("{{ nilai }}", "{{ nilai }} dan {_{{ nilai }}{_} ({{ nilai|upper }})"),
        ("{%tr for o in baris %}", ""),
        ("{{ o.nilai }}\n{{ o.nilai }}{{ nilai }}", "{% if o.nilai %}{{ o.nilai }}{% endif %}"),
        ("{%tr endfor %}", ""),
        before="{{ nilai }}",
        after="Akhir: {{ nilai }}",
    )


@pytest.fixture(scope="module")
def compiled(template):
    return Template(template)


@settings(max_examples=100, deadline=None)
@given(VALUES, VALUES)
@example("", "")
@example("{", "_{")
@example("a\fb\ac\td\ne", "{_%")
@example("x" * 200_000, "\n" * 300)
def test_a_value_is_printed_or_found(template, compiled, first, second):
    context = {"nilai": first, "baris": [{"nilai": second}, {"nilai": first + second}]}
    if NOT_IN_XML.search(first + second):
        with pytest.raises(LegalgenError) as caught:
            compiled.render(context)
        assert {found.code for found in caught.value.findings} == {"T006"}
        assert caught.value.findings[0].to_json()["location"]["tag"] in (
            "{{ nilai }}",
            "{{ o.nilai }}",
            "{{ nilai|upper }}",
        )
        return
    assert body(compiled.render(context)) == body(docxtpl_document(template, context))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])))
def test_plain_text_comes_out_as_it_went_in(compiled, text):
    shown = text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")
    assert texts(compiled.render({"nilai": text, "baris": []}))[0] == shown


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False) | st.floats(
    allow_nan=False, allow_infinity=False
)


@settings(max_examples=30, deadline=None)
@given(st.integers() | st.booleans() | NUMBERS | st.dates() | st.times() | st.lists(st.text()))
@example(["<&>", {"a": None}])
def test_other_values_are_printed_as_docxtpl_prints_them(template, compiled, value):
    context = {"nilai": value, "baris": [{"nilai": value}]}
    if NOT_IN_XML.search(str(value)):
        with pytest.raises(LegalgenError):
            compiled.render(context)
    else:
        assert body(compiled.render(context)) == body(docxtpl_document(template, context))
