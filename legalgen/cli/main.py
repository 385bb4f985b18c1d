"""The group of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from legalgen import __version__
from legalgen.cli.exit_codes import ExitCode
from legalgen.cli.lazy import LazyGroup
from legalgen.cli.localised import Option, say, speak
from legalgen.findings import Finding, LegalgenError
from legalgen.language import DEFAULT_LANGUAGE, LANGUAGES, translatable

# Each command lives in the module of its name, imported only when it is asked for.
COMMANDS = (
    "check",
    "generate",
    "verify",
    "preview",
    "products",
    "product",
    "template",
    "explain",
    "words",
    "init",
)


class LegalgenGroup(LazyGroup):
    """Speaks the user's language, and turns errors into exit codes."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Speak the language of the environment until an option says otherwise."""
        language = os.environ.get("LEGALGEN_LANG", DEFAULT_LANGUAGE)
        speak(language if language in LANGUAGES else DEFAULT_LANGUAGE)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # Windows writes to files and pipes in a code
                stream.reconfigure(errors="replace")  # page, which lacks many a letter
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command asked for."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False  # else on terminals only
        try:
            return super().invoke(ctx)
        except LegalgenError as problem:
            _stop(ctx, ExitCode.FILE, *problem.findings)
        except KeyboardInterrupt:
            click.echo(say("Stopped. Run the same command again: it goes on from here."), err=True)
            ctx.exit(ExitCode.STOPPED)
        except BrokenPipeError:  # whoever read us has read enough: legalgen explain | head -3
            sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - Python flushes it at the end
            ctx.exit(ExitCode.UNREAD)
        except OSError as problem:
            from legalgen.cli.unforeseen import refused  # noqa: PLC0415

            _stop(ctx, ExitCode.FILE, refused(problem))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:  # noqa: BLE001 - the office is told what to do about a bug
            from legalgen.cli.unforeseen import failed  # noqa: PLC0415

            _stop(ctx, ExitCode.BUG, failed(problem))


def _stop(ctx: click.Context, code: ExitCode, *findings: Finding) -> NoReturn:
    """Say why the work cannot go on, and end it."""
    from legalgen.cli.report import report_lines  # noqa: PLC0415 - only when needed

    for line in report_lines(findings):
        click.echo(line, err=True)
    ctx.exit(code)


@click.group(
    "legalgen",
    cls=LegalgenGroup,
    package="legalgen.cli",
    names=COMMANDS,
    help=translatable("Make an election office's decrees, minutes and letters from its workbook."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__,
    message="%(version)s",
    cls=Option,
    help=translatable("Show the version and exit."),
)
def main() -> None:
    """Hold the commands; each does its own work."""
