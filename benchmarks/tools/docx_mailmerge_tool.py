"""docx-mailmerge2: Word's own merge fields, and rows merged at the table's first column."""

from pathlib import Path

from mailmerge import MailMerge

from benchmarks.tools.measuring import Contexts, run


def make(template: Path, contexts: Contexts, out: Path) -> None:
    for number, context in enumerate(contexts):
        rows = context.pop("anggota", None)
        with MailMerge(str(template)) as document:
            document.merge(**context)
            if rows is not None:
                document.merge_rows("no", rows)
            document.write(str(out / f"{number}.docx"))


if __name__ == "__main__":
    run(make)
