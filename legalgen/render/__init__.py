"""Documents from docxtpl templates: everything that can be done once is done once.

docxtpl stays the definition of the template language, and plain docxtpl is what the tests compare
with. What makes it fast, and where each idea lives:

1. docxtpl patches each part once, with empty hands: `recording.record`. Jinja compiles it once:
   `compiling.compile_part`.
2. What is the same in every document is compressed once: `package.Package`.
3. A document is then printed, compressed and joined, nothing else: `template.Template.render`,
   `part.Part.render`; no date and no clock, so the same input gives the same bytes.
4. Templates are strict, sandboxed and bounded, at no cost that matters:
   `environment.TemplateEnvironment`, `bounds`. Rows are looked up by column:
   `TemplateEnvironment.getattr`.
5. Line breaks, braces and markup are dealt with only where a value brings them. Each value is
   looked at once, as it is printed: `printing.print_value`; then `settling.resolve_breaks` and
   `settling.show_braces`.
6. Parsing each document is left out where the template's structure proves that it would find
   nothing: `structure.structure`, read off `outline.outline`. Else `tree.through_tree`.
7. Pictures that every document has get their numbers once: `compiling._number_pictures_beforehand`;
   long parts are cut at paragraphs and stream into the compressor: `part._cut_at_paragraphs`.
8. Images, sub-documents, links and replacements go into docxtpl's own package: `borrowing.pack`.

Every error is a finding at its tag: each tag is compiled on a line of its own, `tags.number_tags`,
and found again in the template as Word saved it, `places.place_of_tag`.

On purpose, and each with a test in `tests/render/test_traps.py`, documents differ from docxtpl's:
an undefined name, None, NaN, a whole row, a character XML forbids and markup that is not
well-formed are findings; a cell keeps a paragraph, and a table without rows goes; footnotes are
rendered once; properties that python-docx dates with the clock get 1980.
`Template(…, anonymous=True)` leaves out who wrote the template, and when.
"""

from legalgen.render.template import Template

__all__ = ["Template"]
