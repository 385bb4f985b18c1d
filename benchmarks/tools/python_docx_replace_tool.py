"""python-docx-replace: text placeholders in python-docx documents; it has no loops."""

from pathlib import Path

from docx import Document
from python_docx_replace import docx_replace

from benchmarks.tools.measuring import Contexts, run


def make(template: Path, contexts: Contexts, out: Path) -> None:
    for number, context in enumerate(contexts):
        document = Document(str(template))
        docx_replace(document, **context)
        document.save(str(out / f"{number}.docx"))


if __name__ == "__main__":
    run(make)
