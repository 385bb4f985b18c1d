"""docxtpl, as its manual says: a new object for each document, with autoescape."""

from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.tools.measuring import Contexts, run


def make(template: Path, contexts: Contexts, out: Path) -> None:
    for number, context in enumerate(contexts):
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(out / f"{number}.docx")


if __name__ == "__main__":
    run(make)
