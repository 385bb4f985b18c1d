"""A template from elsewhere cannot exhaust the machine: it is stopped before it makes too much."""

import pytest

from legalgen import Template
from legalgen.fields import Fields
from legalgen.findings import LegalgenError
from tests.render import building
from tests.render.comparing import body

GROWING = "{{% set n = namespace(x='a') %}}{{% for i in range(60) %}}{}{{% endfor %}}"
LONG = "{% set x = 'a' * 999999 %}"

FOR_EVER = (
    "{{% for i in range(90000) %}}{{% for j in range(90000) %}}{}{{% endfor %}}{{% endfor %}}"
)

TOO_MUCH = {
    "a range": "{% for i in range(10**9) %}x{% endfor %}",
    "an endless range": "{% for i in range(10**99) %}x{% endfor %}",
    "loops in loops": FOR_EVER.format(""),
    "much output": FOR_EVER.format("x"),
    "a long text printed often": LONG + "{% for i in range(4000) %}{{ x }}{% endfor %}",
    "a block": LONG + "{% set y %}{% for i in range(900) %}{{ x }}{% endfor %}{% endset %}",
    "a repeated text": "{{ 'a' * 10**9 }}",
    "a repeated list": "{{ ([1] * 10**9)|length }}",
    "a doubled text": GROWING.format("{% set n.x = n.x ~ n.x %}"),
    "an added text": GROWING.format("{% set n.x = n.x + n.x %}"),
    "a doubled block": GROWING.format("{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}"),
    "lists in lists": GROWING.format("{% set n.x = [n.x, n.x] %}") + "{{ n.x }}",
    "a squared number": GROWING.replace("'a'", "9").format("{% set n.x = n.x * n.x %}"),
    "a power": "{{ 9 ** 99999999 }}",
    "a width": "{{ 'a'|center(10**9) }}",
    "a named width": "{{ 'a'|indent(width=10**9, blank=true, first=true) }}",
    "a method's width": "{{ 'a'.rjust(10**9) }}",
    "a format's width": "{{ '%0999999999d'|format(1) }}",
    "a format's given width": "{{ '%*d'|format(999999999, 1) }}",
    "an old format": "{{ '%999999999s' % 1 }}",
    "a new format": "{{ '{:>1000000000}'.format(1) }}",
    "a new format's given width": "{{ '{:>{}}'.format(1, 10**9) }}",
    "a new format of a mapping": "{{ '{a:>1000000000}'.format_map({'a': 1}) }}",
    "a replacement": LONG + "{{ x|replace('a', 'bbb') }}",
    "a method's replacement": LONG + "{{ x.replace('', 'bbb') }}",
    "a separator": LONG + "{{ range(9)|join(x) }}",
    "a method's separator": LONG + "{{ x.join(range(9)|map('string')) }}",
    "wrapping": LONG + "{{ x|wordwrap(1, wrapstring='xx') }}",
    "groups": "{{ [1]|batch(10**9, 0)|list }}",
    "parts": "{{ [1]|slice(10**9)|list }}",
    "indented JSON": "{{ [1]|tojson(indent=10**9) }}",
    "lists added up": "{{ ([[1] * 1000] * 100)|sum(start=[]) }}",
    "many long texts": "{{ (['a' * 9999] * 9999)|map('upper')|list|length }}",
    "a search in a long text": LONG + "{% for i in range(90000) %}{{ 'b' in x }}{% endfor %}",
    "a macro in itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro twice in itself": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}"
    ),
    "a loop in itself": "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a long loop in itself": (
        "{% for x in range(999) recursive %}"
        "{% if loop.depth < 9 %}{{ loop(range(999)) }}{% endif %}{% endfor %}"
    ),
}


@pytest.mark.parametrize("tags", TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_refused_before_it_is_made(tmp_path, tags):
    with pytest.raises(LegalgenError) as caught:
        Template(building.paragraphs(tmp_path / "t.docx", tags)).render({})
    [finding] = caught.value.findings
    assert (finding.code, finding.place.part) == ("T005", "isi")


@pytest.mark.parametrize(
    "tags",
    [
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
        "{{ 1" + " + 1" * 5000 + " }}",
        "{% for x in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
        "{% if 1 %}" * 150 + "x" + "{% endif %}" * 150,
    ],
)
def test_what_goes_too_deep_is_a_finding(tmp_path, tags):
    with pytest.raises(LegalgenError) as caught:
        Template(building.paragraphs(tmp_path / "t.docx", tags))
    [finding] = caught.value.findings
    assert (finding.code, finding.place.part) == ("T001", "isi")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ 'a'|center(5) }}{{ 'b'.rjust(3) }}{{ 7|string|indent(2, true) }}", "  a    b  7"),
        ("{{ anggota|map(attribute='nama')|join(', ')|length }}", str(20_000 * 6 - 2)),
        ("{{ anggota|batch(3)|list|length }} {{ anggota|slice(7)|list|length }}", "6667 7"),
        ("{{ '%03d dari %s'|format(7, 'x') }} {{ '{:>4}/{}'.format(1, 2) }}", "007 dari x    1/2"),
        ("{{ 'ab'|replace('a', 'c') }} {{ [1, 2]|sum }} {{ 2 ** 10 }} {{ 7 % 4 }}", "cb 3 1024 3"),
        (
            "{% for o in anggota %}{% if loop.last %}{{ o.nama ~ '!' }}{% endif %}{% endfor %}",
            "Siti!",
        ),
    ],
)
def test_what_documents_need_is_not(tmp_path, tag, text):
    template = Template(building.paragraphs(tmp_path / "t.docx", tag))
    made = template.render({"anggota": [Fields({"nama": "Siti"})] * 20_000})
    assert f">{text}<" in body(made)
