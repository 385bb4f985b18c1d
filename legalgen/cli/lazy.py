"""Groups that find a command by its name, and import no other."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from legalgen.cli.localised import Group
from legalgen.cli.suggestions import no_such


class LazyGroup(Group):
    """A group whose commands live in modules of their names, imported when they are asked for."""

    def __init__(self, *args: Any, package: str, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        self._names = tuple(names)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order of their use."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command asked for."""
        if cmd_name in self._names:
            command: click.Command = import_module(f"{self._package}.{cmd_name}").command
            return command
        if not cmd_name.startswith("-"):
            ctx.fail(no_such(cmd_name, self._names))
        return None
