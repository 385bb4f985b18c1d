"""`legalgen preview`: one document of a product, at once, and again when its template is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from legalgen.cli.localised import Command, argument, option, say
from legalgen.cli.options import (
    NewFile,
    input_path,
    product_argument,
    read_product_of,
    templates_option,
)
from legalgen.findings import LegalgenError
from legalgen.language import translatable
from legalgen.workspace import OUTPUT

if TYPE_CHECKING:
    from legalgen.authoring.preview import Candidate
    from legalgen.products import Product

    Choose: TypeAlias = Callable[[Sequence[Candidate]], Candidate]

FOLDER = Path(OUTPUT) / "preview"
_PAUSE = 0.2  # seconds between two looks at the watched files


@click.command(
    "preview",
    cls=Command,
    help=translatable(
        "Make one document of a product, for a look at its template;"
        " without INPUT, of a sample event."
    ),
)
@product_argument
@argument(
    "source",
    metavar=translatable("[INPUT]"),
    required=False,
    type=input_path,
)
@option(
    "--for",
    "wanted",
    metavar=translatable("NAME"),
    help=translatable("The document of this person or subject; else the first."),
)
@option("--longest", is_flag=True, help=translatable("The document with the most people."))
@option("--watch", is_flag=True, help=translatable("Make it again when its template is saved."))
@option(
    "--out",
    metavar=translatable("FILE.docx"),
    type=NewFile(".docx"),
    help=translatable("Where the document goes; else output/preview/."),
)
@templates_option
def command(
    product: Product,
    source: Path | None,
    wanted: str | None,
    out: Path | None,
    *,
    longest: bool,
    watch: bool,
) -> None:
    """Make the document and say where it is; watching, until the user stops it."""
    if wanted is not None and longest:
        raise click.UsageError(say("choose either --for or --longest"))
    if out is not None and out.resolve().parent == product.source.resolve().parent:
        problem = say("that is the templates folder; choose another place")
        raise click.BadParameter(problem, param_hint=["--out"])
    preview = partial(_preview, product.source, source, _choice(wanted, longest=longest), out)
    if watch:
        _watch([product.template, product.source], preview)
    else:
        preview()


def _choice(wanted: str | None, *, longest: bool) -> Choose:
    """Say how the document is chosen among those there are."""
    from legalgen.authoring import preview  # noqa: PLC0415

    if wanted is not None:
        return partial(_matching, name=wanted)
    return preview.longest if longest else preview.first


def _matching(found: Sequence[Candidate], name: str) -> Candidate:
    """Choose the first document that a name is in, and say if it is in others."""
    from legalgen.authoring import preview  # noqa: PLC0415

    matching = preview.matching(found, name)
    if not matching:
        near = preview.near(found, name)
        what = say("nobody and no subject is called {name}", name=name)
        hint = say("; did you mean {near}?", near=near) if near else ""
        raise click.BadParameter(what + hint, param_hint=["--for"])
    if len(matching) > 1:
        others = len(matching) - 1
        click.echo(say("{name} is in {count} other documents", name=name, count=others), err=True)
    return matching[0]


def _preview(toml: Path, source: Path | None, choose: Choose, out: Path | None) -> None:
    """Make the document once, from the files as they are now."""
    from legalgen.authoring import preview  # noqa: PLC0415
    from legalgen.output.new_files import write_file  # noqa: PLC0415

    found = preview.candidates(read_product_of(toml), source)
    chosen = choose(found)
    target = out or FOLDER / chosen.document.file.name
    write_file(target, preview.render(chosen))
    _describe(chosen, len(found))
    click.echo(target)


def _describe(chosen: Candidate, count: int) -> None:
    """Say which document it is, and what would hold it back from being made."""
    document = chosen.document
    about = say(
        "{subject}: number {number}, people: {people}; documents of this product: {count}",
        subject=document.subject or document.file.stem,
        number=document.number or "–",
        people=len(document.rows),
        count=count,
    )
    click.echo(about, err=True)
    if chosen.because:
        click.echo(say("Only a look: `generate` does not make this document."), err=True)
        _print_findings(LegalgenError(*chosen.because))


def _print_findings(problem: LegalgenError) -> None:
    from legalgen.cli.report import finding_lines  # noqa: PLC0415

    for finding in problem.findings:
        for line in finding_lines(finding):
            click.echo(line, err=True)


def _watch(files: list[Path], preview: Callable[[], None]) -> None:
    """Make the document now and after each save; what is wrong is said, and watching goes on."""
    from legalgen.authoring.watching import saves  # noqa: PLC0415

    saved = saves(files, partial(time.sleep, _PAUSE))
    names = ", ".join(str(file) for file in files)
    try:
        _make_or_say(preview)
        click.echo(say("Watching {files}; Ctrl-C ends it.", files=names), err=True)
        for _ in saved:
            _make_or_say(preview)
    except KeyboardInterrupt:
        click.echo(say("Watching has ended."), err=True)


def _make_or_say(preview: Callable[[], None]) -> None:
    try:
        preview()
    except LegalgenError as problem:
        _print_findings(problem)
    except click.ClickException as problem:
        problem.show()
