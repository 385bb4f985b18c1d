"""`legalgen verify`: whether a folder still holds what was made."""

from __future__ import annotations

import click

from legalgen.cli.localised import Command, argument, count, say
from legalgen.cli.options import json_option
from legalgen.language import translatable


@click.command(
    "verify",
    cls=Command,
    help=translatable("Check a folder of documents against its manifest."),
)
@argument("output", metavar=translatable("DIR|URL"))
@json_option
@click.pass_context
def command(ctx: click.Context, output: str, *, as_json: bool) -> None:
    """Name each file that changed, is missing or is nobody's."""
    from legalgen.cli.exit_codes import ExitCode  # noqa: PLC0415
    from legalgen.cli.report import json_report, report_lines  # noqa: PLC0415
    from legalgen.output.places import folder_at  # noqa: PLC0415
    from legalgen.output.verify import verify  # noqa: PLC0415

    good, findings = verify(folder_at(output))
    if as_json:
        documents = [entry.to_json() for entry in good]
        click.echo(json_report(findings, {"documents": documents}))
    else:
        if findings:
            for line in report_lines(findings):
                click.echo(line)
        click.echo(say("{count} files are as they were made", count=count(len(good))))
    stopped = any(finding.is_error for finding in findings)
    ctx.exit(ExitCode.FINDINGS if stopped else ExitCode.DONE)
