"""`legalgen generate`: the documents of an event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from legalgen.cli.localised import Command, language_option, option
from legalgen.cli.options import (
    input_argument,
    json_option,
    product_option,
    refuse_unknown,
    templates_option,
)
from legalgen.language import translatable


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
@option(
    "--prune",
    is_flag=True,
    help=translatable("Remove the files of documents that are no longer made."),
)
@json_option
@language_option
@click.pass_context
def command(  # noqa: PLR0913
    ctx: click.Context,
    source: Path,
    names: Sequence[str],
    templates: Path,
    out: Path,
    jobs: int | None,
    *,
    prune: bool,
    as_json: bool,
) -> None:
    """Check, plan and make; say what was made, what was held back, and why."""
    from legalgen.cli.outcome import held_back_lines, run_json, run_lines  # noqa: PLC0415
    from legalgen.cli.progress import progress  # noqa: PLC0415
    from legalgen.cli.report import exit_code, finding_lines, json_report  # noqa: PLC0415
    from legalgen.executors import jobs_for, local_executor  # noqa: PLC0415
    from legalgen.output.folder import LocalFolder  # noqa: PLC0415
    from legalgen.pipeline import check, make, plan_documents  # noqa: PLC0415

    refuse_unknown(names, templates)
    planned = plan_documents(check(source, templates), names)
    folder = LocalFolder(out / source.stem)
    execute = local_executor(jobs_for(planned.ready, jobs))
    with progress(len(planned.ready)) as advance:
        made = make(planned, folder, execute, advance, prune=prune)
    if as_json:
        click.echo(json_report(made.findings, run_json(made)))
    else:
        for finding in made.findings:
            for line in finding_lines(finding):
                click.echo(line, err=True)
        for line in held_back_lines(made.held_back):
            click.echo(line, err=True)
        for line in run_lines(made.run, folder):
            click.echo(line)
    ctx.exit(exit_code(made.findings))
