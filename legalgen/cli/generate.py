"""`legalgen generate`: the documents of an event."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalgen.cli.localised import Command, option
from legalgen.cli.options import input_argument, json_option, product_option, templates_option
from legalgen.language import translatable

if TYPE_CHECKING:
    from legalgen.batch.chunk import Execute
    from legalgen.output.folder import Folder
    from legalgen.pipeline import Planned


@contextmanager
def _stopped_as_by_ctrl_c() -> Iterator[None]:
    """Let a terminal that is closed, or a system that shuts down, stop the run as Ctrl-C does.

    One that was started to outlive its terminal still does.
    """
    numbers = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


@click.command(
    "generate",
    cls=Command,
    help=translatable(
        "Make the documents of an event, and a manifest of them."
        " INPUT is a workbook, or a folder of CSV files."
    ),
)
@input_argument
@product_option
@templates_option
@option(
    "--out",
    metavar=translatable("DIR|URL"),
    default="output",
    show_default=True,
    help=translatable(
        "Where the event's folder of documents goes; s3://… and the like too, where two runs at"
        " once are not refused."
    ),
)
@option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help=translatable("How many processes work; else one for each core."),
)
@option(
    "--cluster",
    metavar=translatable("ADDRESS"),
    help=translatable("Work on a Dask cluster; its scheduler's address, as tcp://host:8786."),
)
@option(
    "--prune",
    is_flag=True,
    help=translatable("Remove the files of documents that are no longer made."),
)
@json_option
@click.pass_context
@_stopped_as_by_ctrl_c()
def command(  # noqa: PLR0913
    ctx: click.Context,
    source: Path,
    names: Sequence[str],
    templates: Path,
    out: str,
    jobs: int | None,
    cluster: str | None,
    *,
    prune: bool,
    as_json: bool,
) -> None:
    """Check, plan and make; say what was made, what was held back, and why."""
    from legalgen.cli.outcome import held_back_lines, run_json, run_lines  # noqa: PLC0415
    from legalgen.cli.progress import progress  # noqa: PLC0415
    from legalgen.cli.report import exit_code, finding_lines, json_report  # noqa: PLC0415
    from legalgen.output.places import event_name, folder_at  # noqa: PLC0415
    from legalgen.pipeline import check, make, plan_documents  # noqa: PLC0415

    planned = plan_documents(check(source, templates, names))
    folder = folder_at(out, event_name(source))
    total = len(planned.ready)
    with _executor(cluster, jobs, planned, folder) as execute, progress(total) as advance:
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


@contextmanager
def _executor(
    cluster: str | None, jobs: int | None, planned: Planned, folder: Folder
) -> Iterator[Execute]:
    """Choose who does the work: a cluster, or this machine."""
    if cluster is None:
        from legalgen.batch.executors import jobs_for, local_executor  # noqa: PLC0415

        yield local_executor(jobs_for(planned.ready, jobs))
    else:
        from legalgen.batch.cluster import cluster_executor  # noqa: PLC0415 - an extra, and slow

        with cluster_executor(cluster, folder) as execute:
            yield execute
