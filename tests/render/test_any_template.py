"""Templates put together at random from docxtpl's constructs come out as docxtpl makes them."""

from itertools import chain

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.render import building
from tests.render.comparing import assert_same

TEXTS = st.sampled_from(
    (
        "tetap",
        "{{ nama }}",
        "a {{ nomor }} b {{ nama|upper }}",
        "{% if ada %}ya{% else %}{{ nama }}{% endif %}",
        "{_{ x }_}",
        "{{ baris }}",
        "{% for o in orang %}{{ o.nama }}, {% endfor %}",
        "{{ loop is defined }}",
        "{% set x = nama %}{{ x }}",
        "“{{ nama }}”",
        "{# catatan #}",
        "{{- nama -}}",
        "{{ orang|length }}",
        "${x}",
    )
)
LOOPS = st.sampled_from(
    [("for o in orang", "endfor"), ("if ada", "endif"), ("if not ada", "endif")]
)


def paragraphs(nested):
    """A block of paragraphs, maybe in a loop or branch of paragraphs."""
    return st.tuples(LOOPS, st.lists(nested, min_size=1, max_size=3)).map(
        lambda drawn: [f"{{%p {drawn[0][0]} %}}", *chain(*drawn[1]), f"{{%p {drawn[0][1]} %}}"]
    )


BLOCKS = st.recursive(TEXTS.map(lambda text: [text]), paragraphs, max_leaves=6)
ROWS = st.lists(
    st.one_of(
        st.lists(TEXTS, min_size=3, max_size=3).map(lambda cells: [cells]),
        st.tuples(LOOPS, st.lists(TEXTS, min_size=3, max_size=3)).map(
            lambda drawn: [
                [f"{{%tr {drawn[0][0]} %}}", "", ""],
                drawn[1],
                [f"{{%tr {drawn[0][1]} %}}", "", ""],
            ]
        ),
        st.tuples(st.integers(0, 2), TEXTS).map(
            lambda drawn: [
                ["{%tc for o in orang[:" + str(drawn[0]) + "] %}", drawn[1], "{%tc endfor %}"]
            ]
        ),
    ),
    min_size=1,
    max_size=4,
).map(lambda groups: [["kepala", "{{ nama }}", "x"], *chain(*groups)])
CONTEXTS = st.fixed_dictionaries(
    {
        "nama": st.sampled_from(["Siti", "A & B <c>", "é’–", "{{ 6*7 }}", "x\ny", ""]),
        "nomor": st.integers(0, 99),
        "ada": st.booleans(),
        "baris": st.sampled_from(["a\nb", "a\tb\ac", "polos", "a\fb"]),
        "orang": st.lists(
            st.sampled_from(["Budi", "Dwi & Tri", "x\ty"]).map(lambda nama: {"nama": nama}),
            max_size=3,
        ),
    }
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.one_of(BLOCKS, ROWS.map(tuple)), min_size=1, max_size=4), BLOCKS, CONTEXTS)
def test_a_template_of_any_constructs(tmp_path, body, header, context):
    document = Document()
    for block in body:
        if isinstance(block, tuple):
            building.add_table(document, [tuple(row) for row in block])
        else:
            for text in block:
                document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "kop"
    for text in header:
        document.sections[0].header.add_paragraph(text)
    document.save(str(tmp_path / "t.docx"))
    assert_same(tmp_path / "t.docx", context)
