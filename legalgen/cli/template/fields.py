"""`legalgen template fields`: what a template prints and could print, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import Command, current_translation, option, say
from legalgen.cli.options import NewFile, input_path, product_argument, templates_option
from legalgen.language import translatable

if TYPE_CHECKING:
    from legalgen.authoring.cheat_sheet import Table
    from legalgen.authoring.listed import Listed
    from legalgen.products import Product

# Characters of an example: in the terminal, and on paper, where it takes more than one line.
_WIDEST, _LONGEST = 48, 120


@click.command(
    "fields",
    cls=Command,
    help=translatable(
        "List the fields a product's template uses and could use, and the filters, with examples."
    ),
)
@product_argument
@option(
    "--input",
    "source",
    metavar=translatable("INPUT"),
    type=input_path,
    help=translatable("The event whose columns and values are listed; else a sample."),
)
@option(
    "--docx",
    metavar=translatable("FILE.docx"),
    type=NewFile(".docx"),
    help=translatable("Write the list as a document to print; never overwrites."),
)
@templates_option
def command(product: Product, source: Path | None, docx: Path | None) -> None:
    """Print the list, or write it as a document."""
    from legalgen.authoring.cheat_sheet import cheat_sheet  # noqa: PLC0415
    from legalgen.authoring.listing import list_fields  # noqa: PLC0415
    from legalgen.example import example_of  # noqa: PLC0415
    from legalgen.output.new_files import write_new_files  # noqa: PLC0415
    from legalgen.proofing.uses import template_uses  # noqa: PLC0415
    from legalgen.workspace import sample_events  # noqa: PLC0415

    example = example_of(product, [source] if source else sample_events())
    fields = list_fields(product, template_uses(product.template), example)
    used, *others = _field_tables(fields)
    tables = [used, _filter_table(), *others]
    if docx is None:
        click.echo("\n\n".join([*map(_as_text, tables), *_notes()]))
        return
    title = say("Fields of {product}", product=product.name)
    write_new_files({docx: cheat_sheet(title, product.title, _notes(), tables)})
    click.echo(docx)


def _field_tables(fields: Sequence[Listed]) -> Iterator[Table]:
    from legalgen.authoring.cheat_sheet import Table  # noqa: PLC0415
    from legalgen.authoring.listing import arranged  # noqa: PLC0415

    translate = current_translation()
    heads = (say("In Word"), say("prints, for example"), say("kind"), say("from sheet: column"))
    for title, listed in arranged(fields):
        rows = [
            (
                field.tag,
                _shortened(field.example, _LONGEST),
                field.kind.say(translate),
                field.origin.say(translate),
            )
            for field in listed
        ]
        yield Table(title.say(translate), heads, (69, 43, 20, 42), rows)


def _filter_table() -> Table:
    from legalgen.authoring.cheat_sheet import Table  # noqa: PLC0415
    from legalgen.authoring.listing import list_filters  # noqa: PLC0415

    translate = current_translation()
    rows = [(f"|{each.name}", each.does.say(translate)) for each in list_filters()]
    return Table(say("Filters, after a field"), (say("In Word"), say("does")), (44, 130), rows)


def _notes() -> Iterator[str]:
    yield say("Type a field into the template as it stands in the first column, braces and all.")
    yield say(
        "A row for each person stands between a table row {begin} and a table row {end}.",
        begin="{%tr for orang in anggota %}",
        end="{%tr endfor %}",
    )
    yield say(
        "A line for each legal basis stands between a paragraph {begin} and a paragraph {end}.",
        begin="{%p for dasar in dasar_hukum %}",
        end="{%p endfor %}",
    )


def _as_text(table: Table) -> str:
    """Set a table in columns, long texts cut but for the last column's."""
    cut = [
        [_shortened(text, _WIDEST) for text in row[:-1]] + [row[-1]]
        for row in (table.heads, *table.rows)
    ]
    widths = [max(map(len, texts)) for texts in zip(*cut, strict=True)]
    lines = [
        "  "
        + "  ".join(f"{text:{width}}" for text, width in zip(row, widths, strict=True)).rstrip()
        for row in cut
    ]
    return "\n".join([table.title, *lines])


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
