"""What only docxtpl can do is done by docxtpl, with the same sandbox and strictness."""

import io
import re

import pytest
from docx import Document
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage, RichText

from legalgen import Template
from legalgen.findings import LegalgenError
from tests.render import building
from tests.render.comparing import body, parts

BLACK = io.BytesIO(building.png(grey=0))


def saved(document: DocxTemplate, context) -> bytes:
    document.render(context, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def assert_equal(ours: bytes, theirs: bytes) -> None:
    ours_parts, their_parts = parts(ours), parts(theirs)
    assert sorted(ours_parts) == sorted(their_parts)
    for name, content in their_parts.items():
        assert ours_parts[name] == content, name


@pytest.fixture
def with_images(tmp_path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ foto }} {{ nama }}"
    document.add_paragraph("{{ nama }}: {{ foto }}")
    building.add_table(
        document,
        [
            ("a", "b"),
            ("{%tr for o in rows %}", ""),
            ("{{ o }}", "{{ foto }}"),
            ("{%tr endfor %}", ""),
        ],
    )
    document.save(str(tmp_path / "t.docx"))
    return tmp_path / "t.docx"


def context(foto):
    return {"nama": "A & B", "foto": foto, "rows": ["x", "y"]}


def test_images_made_with_a_docxtpl_document(with_images):
    ours, theirs = DocxTemplate(with_images), DocxTemplate(with_images)
    made = Template(with_images).render(context(InlineImage(ours, BLACK, width=Cm(1))))
    assert_equal(made, saved(theirs, context(InlineImage(theirs, BLACK, width=Cm(1)))))


def test_images_made_with_the_template_itself(with_images):
    template, theirs = Template(with_images), DocxTemplate(with_images)
    expected = saved(theirs, context(InlineImage(theirs, BLACK, width=Cm(1))))
    for _ in range(2):
        assert_equal(template.render(context(InlineImage(template, BLACK, width=Cm(1)))), expected)


def test_an_image_with_a_link(with_images):
    template, theirs = Template(with_images), DocxTemplate(with_images)
    link = "https://example.org/"
    made = template.render(context(InlineImage(template, BLACK, anchor=link)))
    assert_equal(made, saved(theirs, context(InlineImage(theirs, BLACK, anchor=link))))


def test_after_an_image_the_next_document_is_made_the_fast_way(with_images):
    template = Template(with_images)
    before = template.render(context("tanpa"))
    template.render(context(InlineImage(template, BLACK)))
    assert template.render(context("tanpa")) == before


def test_the_same_image_gives_the_same_bytes(with_images):
    template = Template(with_images)
    first = template.render(context(InlineImage(template, BLACK)))
    assert first == template.render(context(InlineImage(template, BLACK)))


def test_an_image_for_another_template_is_a_finding(with_images, tmp_path):
    other = DocxTemplate(building.paragraphs(tmp_path / "lain.docx", "lain"))
    with pytest.raises(LegalgenError) as caught:
        Template(with_images).render(context(InlineImage(other, BLACK)))
    assert "another template" in caught.value.findings[0].message.say()


def test_images_do_not_loosen_strictness(with_images):
    template = Template(with_images)
    with pytest.raises(LegalgenError) as caught:
        template.render({"nama": "x", "foto": InlineImage(template, BLACK)})
    assert caught.value.findings[0].code == "T002"


def test_links(tmp_path):
    path = building.paragraphs(tmp_path / "t.docx", ("Lihat ", "{{r tautan }}", " & {{ nama }}"))
    template, theirs = Template(path), DocxTemplate(path)

    def linked(document):
        url = document.build_url_id("https://example.org/?a=1&b=2")
        return {"nama": "<x>", "tautan": RichText("sini", url_id=url)}

    assert_equal(template.render(linked(template)), saved(theirs, linked(theirs)))


def test_replacements(tmp_path):
    (tmp_path / "lama.png").write_bytes(building.png(grey=7))
    (tmp_path / "baru.png").write_bytes(building.png(grey=9))
    document = Document()
    document.add_picture(str(tmp_path / "lama.png"))
    document.add_paragraph("{{ nama }}")
    document.save(str(tmp_path / "t.docx"))
    template, theirs = Template(tmp_path / "t.docx"), DocxTemplate(tmp_path / "t.docx")
    for each in (template, theirs):
        each.replace_pic("lama.png", str(tmp_path / "baru.png"))
    expected = saved(theirs, {"nama": "A & B"})
    made = template.render({"nama": "A & B"})
    assert_equal(made, expected)
    assert building.png(grey=9) in parts(made).values()
    assert_equal(template.render({"nama": "A & B"}), expected)


def test_media_are_replaced(tmp_path):
    (tmp_path / "lama.png").write_bytes(building.png(grey=7))
    (tmp_path / "baru.png").write_bytes(building.png(grey=9))
    document = Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(str(tmp_path / "lama.png"))
    document.add_paragraph("{{ nama }}")
    document.save(str(tmp_path / "t.docx"))
    template = Template(tmp_path / "t.docx")
    template.replace_media(str(tmp_path / "lama.png"), str(tmp_path / "baru.png"))
    assert building.png(grey=9) in parts(template.render({"nama": "x"})).values()


def test_sub_documents(tmp_path):
    pytest.importorskip("docxcompose", reason="sub-documents are an extra of docxtpl")
    path = building.paragraphs(tmp_path / "t.docx", "{{ nama }}", "{{p sisipan }}", "z")

    def inserted(document):
        part = document.new_subdoc()
        part.add_paragraph("sisipan & lain")
        return {"nama": "A & B", "sisipan": part}

    template, theirs, ours = Template(path), DocxTemplate(path), DocxTemplate(path)
    expected = saved(theirs, inserted(theirs))
    assert_equal(template.render(inserted(template)), expected)
    assert_equal(Template(path).render(inserted(ours)), expected)


@pytest.mark.parametrize("own", ["catatan {{ nama }}", "catatan tetap", None])
def test_sub_documents_bring_their_footnotes(tmp_path, own):
    pytest.importorskip("docxcompose", reason="sub-documents are an extra of docxtpl")
    part = building.paragraphs(tmp_path / "sisipan.docx", "sisipan")
    building.with_footnote(part, "catatan sisipan")
    path = building.paragraphs(tmp_path / "t.docx", "{{ nama }}", "{{p sisipan }}")
    if own:
        building.with_footnote(path, own)
    template, theirs = Template(path), DocxTemplate(path)
    values = {"nama": "A & B", "sisipan": theirs.new_subdoc(part)}
    expected = saved(theirs, values)
    assert b"catatan sisipan" in parts(expected)["word/footnotes.xml"]
    assert_equal(template.render({**values, "sisipan": template.new_subdoc(part)}), expected)


def test_a_sub_document_is_for_one_document(tmp_path):
    pytest.importorskip("docxcompose", reason="sub-documents are an extra of docxtpl")
    part = tmp_path / "sisipan.docx"
    document = Document()
    document.add_picture(building.picture())
    document.save(str(part))
    template = Template(building.paragraphs(tmp_path / "t.docx", "{{p sisipan }}"))
    values = {"sisipan": template.new_subdoc(part)}
    template.render(values)
    with pytest.raises(LegalgenError, match="make it anew"):  # its picture is in the first only
        template.render(values)


def test_looking_at_the_names_of_a_template_leaves_the_fast_way(tmp_path):
    path = building.paragraphs(tmp_path / "t.docx", "{{ nama }} {{ desa }}")
    template = Template(path)
    before = template.render({"nama": "A", "desa": "B"})
    assert template.get_undeclared_template_variables() == {"nama", "desa"}
    assert template.render({"nama": "A", "desa": "B"}) == before


def test_other_attributes_are_not_docxtpls(tmp_path):
    template = Template(building.paragraphs(tmp_path / "t.docx", "x"))
    with pytest.raises(AttributeError):
        template.nothing_of_the_kind  # noqa: B018


def test_pictures_are_numbered_in_the_order_of_the_body(with_images):
    template = Template(with_images)
    made = body(template.render(context(InlineImage(template, BLACK))))
    assert re.findall(r'<wp:docPr id="(\d+)"', made) == ["1001", "1002", "1003"]
