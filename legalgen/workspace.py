"""Where templates come from, and new workspaces: `templates/`, `inputs/`, `output/`."""

from __future__ import annotations

from pathlib import Path

from legalgen.output.new_files import write_new_files

TEMPLATES, INPUTS, OUTPUT = "templates", "inputs", "output"


def built_in() -> Path:
    """Find the workspace that came with the program.

    An installed package carries it inside; in a checkout it is the repository itself.
    """
    package = Path(__file__).parent
    carried = package / "workspace"
    return carried if carried.is_dir() else package.parent


def templates_folder(asked: Path | None, here: Path) -> Path:
    """Choose the templates: those asked for, else those of the folder we are in, else built-in."""
    if asked is not None:
        return asked
    local = here / TEMPLATES
    return local if any(local.glob("*.toml")) else built_in() / TEMPLATES


def sample_events() -> list[Path]:
    """List the built-in events: workbooks, and folders of CSV files."""
    from legalgen.tables import events_in  # noqa: PLC0415 - only work needs calamine

    return events_in(built_in() / INPUTS)


def init_workspace(target: Path) -> list[Path]:
    """Make a workspace with working examples; what is there already is never overwritten."""
    sources = [
        path
        for folder in (TEMPLATES, INPUTS)
        for path in sorted((built_in() / folder).rglob("*"))
        if path.is_file()
    ]
    files = {target / path.relative_to(built_in()): path for path in sources}
    write_new_files({path: source.read_bytes() for path, source in files.items()})
    (target / OUTPUT).mkdir(exist_ok=True)
    return list(files)
