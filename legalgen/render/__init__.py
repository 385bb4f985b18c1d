"""Documents from docxtpl templates: everything that can be done once is done once.

docxtpl stays the definition of the template language, and plain docxtpl is what the tests compare
with. The path of a document, from a file Word saved to a file Word opens:

    once for each template, `template.Template.__init__`
        file ── opening ──▶ bytes ── recording.record ──▶ Recorded
            its sources ── tags.number_tags, compiling.compile_part ──▶ a Part each
            its members, the same in every document ──▶ Package
    for each document, `template.Template.render`
        values ── Part.begin ──▶ Rendering ── Part.render ──▶ a Member each
            Members ── Package.with_members ──▶ bytes

What makes it fast and right, and where each idea lives:

1. docxtpl patches each part once, with empty hands: `recording.record`. Jinja compiles it once:
   `compiling.compile_part`.
2. What is the same in every document is compressed once: `package.Package`.
3. A document is then printed, compressed and joined, nothing else: `template.Template.render`,
   `part.Part.render`; no date and no clock, so the same input gives the same bytes.
4. Templates are strict, sandboxed and bounded, at no cost that matters:
   `environment.TemplateEnvironment`, `bounds`. Rows are looked up by column:
   `environment.TemplateEnvironment.getattr`.
5. Line breaks, braces and markup are dealt with only where a value brings them. Each value is
   looked at once, as it is printed: `printing.print_value`; the template's own text, before:
   `compiling._brings_breaks`. Then `settling.resolve_breaks` and `settling.show_braces`.
6. Parsing each document is left out where the template's structure proves that it would find
   nothing: `structure.structure`, read off `outline.outline`. Else `tree.through_tree`.
7. Pictures that every document has get their numbers once: `compiling._number_pictures_beforehand`;
   those in loops in what was printed: `settling.number_pictures`. Long parts are cut at paragraphs
   and stream into the compressor: `part._cut_at_paragraphs`.
8. Images, sub-documents, links and replacements go into docxtpl's own package: `borrowing.pack`.
9. What is compressed is chosen by what it costs and gains: `package.Deflater`. What is printed is
   ASCII, which Python encodes by copying: `printing.in_ascii`.
10. Workers are processes, and a file that has not changed is left alone: not here, but in
    `batch.executors.processes` and `batch.chunk._keep`.
11. Plain docxtpl is the oracle: `tests.render.comparing.assert_same`.
12. Speed is measured in fresh folders, beside docxtpl, in turns: `benchmarks.render`.

Every error is a finding at its tag: each tag is compiled on a line of its own, `tags.number_tags`,
and found again in the template as Word saved it, `places.place_of_tag`; `errors` puts it into
words.

On purpose, and each with a test in `tests.render.test_traps`, documents differ from docxtpl's:
an undefined name, None, NaN, a whole row, a character XML forbids, a break inside a link or a
tracked change and markup that is not well-formed are findings; a cell keeps a paragraph, and a
table without rows goes; footnotes are rendered once; properties that python-docx dates with the
clock get 1980.
`Template(…, anonymous=True)` leaves out who wrote the template, and when.
"""

from legalgen.render.template import Template

__all__ = ["Template"]
