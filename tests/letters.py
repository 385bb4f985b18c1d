"""Documents of a few words for tests of the batch, rendered without docxtpl.

What a document says and what happens while it is made stand in its context, so that the same works
in this process, in another, and on another machine.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any

from legalgen.batch.chunk import Context, Execute, Render, TemplateCopy, make_chunk
from legalgen.batch.executors import serially
from legalgen.batch.origin import Origin
from legalgen.batch.run import EVERYTHING, Batch, Run, run_batch
from legalgen.findings import CellPlace, Finding, LegalgenError, error, message
from legalgen.output.folder import Folder, LocalFolder
from legalgen.planning.document import Document

PEOPLE = ("Siti Aminah", "Budi Santoso", "Ngatino")


def compile_letter(template: TemplateCopy) -> Render:
    """Stand in for the renderer: the template's bytes, then the name."""
    if template.content == b"rusak":
        raise LegalgenError(_a_bad_tag())
    return partial(_render, template.content)


def _render(template: bytes, context: Context) -> bytes:
    match context.get("event"):
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "failed":
            raise RuntimeError(f"NIK 3303991505900001 of {context['nama']}")
        case "broken":
            raise LegalgenError(_a_bad_tag())
    return template + str(context["nama"]).encode()


def _a_bad_tag() -> Finding:
    hint = message("mend it")
    return error("T001", CellPlace(Path("surat.docx")), message("a bad tag"), hint=hint)


make_letters = partial(make_chunk, compile_template=compile_letter)


def letters(
    template: Path,
    people: Mapping[str, str | None] | tuple[str, ...] = PEOPLE,
    product: str = "surat",
) -> list[Document]:
    """Plan a letter to each person; a mapping gives what happens while it is made."""
    happens = people if isinstance(people, Mapping) else dict.fromkeys(people)
    return [
        Document(
            product=product,
            template=template,
            file=PurePosixPath(product, f"{name}.docx"),
            subject=name,
            number=f"{row}/ST/2024",
            rows=(row,),
            appointment=None,
            context={"nama": name, "event": event},
        )
        for row, (name, event) in enumerate(happens.items(), start=2)
    ]


def write(
    documents: list[Document],
    folder: Folder | Path,
    execute: Execute = serially,
    advance: Callable[[int], None] = lambda _: None,
    **batch: Any,
) -> Run:
    """Make the letters."""
    place = LocalFolder(folder) if isinstance(folder, Path) else folder
    batch = {"origin": Origin(), "scope": EVERYTHING, **batch}
    return run_batch(Batch(documents, **batch), place, execute, advance, make_letters)


@dataclass(frozen=True)
class Deadly(LocalFolder):
    """A folder that kills who writes a file of this name into it."""

    last: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return Deadly, (self.path, self.longest_path, self.last)

    def write(self, file: PurePosixPath, content: bytes) -> None:
        """Write a file, or die."""
        if file.stem == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        LocalFolder.write(self, file, content)


def killed_at(last: str, documents: list[Document], out: Path) -> None:
    """Run in a process of its own, and `kill -9` that when it is to write the file of this name."""
    run = get_context("spawn").Process(target=write, args=(documents, Deadly(out, None, last)))
    run.start()
    run.join()
    assert run.exitcode == -signal.SIGKILL


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
