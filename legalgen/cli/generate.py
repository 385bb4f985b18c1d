"""`legalgen generate`: the documents of an event."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import Command, language_option, option, say
from legalgen.cli.options import input_argument, json_option, product_option, templates_option
from legalgen.language import translatable

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from legalgen.output.folder import LocalFolder
    from legalgen.pipeline import Made


@click.command(
    "generate",
    cls=Command,
    help=translatable("Make the documents of an event, and a manifest of them."),
)
@input_argument
@product_option
@templates_option
@option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help=translatable("Where the event's folder of documents goes."),
)
@option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help=translatable("How many processes work; else one for each core."),
)
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    source: Path,
    names: Sequence[str],
    templates: Path,
    out: Path,
    jobs: int | None,
    *,
    as_json: bool,
) -> None:
    """Check, plan and make; say what was made, what was held back, and why."""
    from legalgen.cli.report import exit_code, finding_lines, json_report  # noqa: PLC0415
    from legalgen.executors import local_executor  # noqa: PLC0415
    from legalgen.output.folder import LocalFolder  # noqa: PLC0415
    from legalgen.pipeline import check, make, plan_documents  # noqa: PLC0415

    planned = plan_documents(check(source, templates), names)
    folder = LocalFolder(out / source.stem)
    with _progress(len(planned.ready)) as bar, local_executor(jobs, len(planned.ready)) as execute:
        made = make(planned, folder, execute, bar.update)
    if as_json:
        click.echo(json_report(made.findings, made.entries))
    else:
        for finding in made.findings:
            for line in finding_lines(finding):
                click.echo(line, err=True)
        for line in _summary(made, folder):
            click.echo(line)
    ctx.exit(exit_code(made.findings))


@contextmanager
def _progress(documents: int) -> Iterator[ProgressBar[int]]:
    """Show a bar with rate and remaining time on a terminal, nothing elsewhere."""
    with click.progressbar(
        length=documents,
        label=say("Making documents"),
        show_pos=True,
        hidden=not sys.stderr.isatty() or not documents,
        file=sys.stderr,
    ) as bar:
        yield bar


def _summary(made: Made, folder: LocalFolder) -> Iterator[str]:
    """Say in one line for each product what became of its documents."""
    for product, states in made.tally.items():
        counted = ", ".join(f"{count} {say(state.value)}" for state, count in states.items())
        yield say("{product}: {counted}", product=product, counted=counted)
    yield say("{folder}: {count} documents, manifest.csv", folder=folder, count=len(made.entries))
