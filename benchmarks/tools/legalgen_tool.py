"""legalgen: the template compiled once."""

from pathlib import Path

from benchmarks.tools.measuring import Contexts, put, run
from legalgen.render import Template


def make(template: Path, contexts: Contexts, out: Path) -> None:
    compiled = Template(template)
    for number, context in enumerate(contexts):
        put(f"{out}/{number}.docx", compiled.render(context))


if __name__ == "__main__":
    run(make)
