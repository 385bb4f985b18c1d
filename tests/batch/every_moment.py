"""Kill a run before each thing it does to the disk, run again, and name what is then another.

    python -m tests.batch.every_moment FOLDER

A program of its own: it forks, and an audit hook cannot be taken back.
"""

import os
import shutil
import signal
import sys
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from tests.letters import contents, letters, write

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def main() -> None:
    """Print each moment, with the files that are then not as an undisturbed run makes them."""
    folder = Path(sys.argv[1])
    template = folder / "surat.docx"
    template.write_bytes(b"Kepada Yth. ")
    before = folder / "before"
    prepare(template, before)
    changed, *others = letters(template, ("A", "B", "C", "D", "X"))
    documents = [replace(changed, context={"nama": "A, S.Pd."}), *others]
    held_back = letters(template, ("E",))
    for prune in (False, True):
        run = partial(write, documents, held_back=held_back, prune=prune)
        undisturbed = shutil.copytree(before, folder / f"undisturbed-{prune}")
        run(undisturbed)
        expected = contents(undisturbed)
        for moment in count():
            out = shutil.copytree(before, folder / f"killed-{prune}-{moment}")
            if not killed(partial(run, out), moment):
                break
            run(out)
            found = contents(out)
            wrong = {name for name in found | expected if found.get(name) != expected.get(name)}
            print(f"{prune=} {moment=}:", *sorted(wrong))  # noqa: T201


def prepare(template: Path, out: Path) -> None:
    """Make letters, D to G no longer planned; then the office changes some and adds its own."""
    write(letters(template, tuple("ABCDEFG")), out)
    write(letters(template, tuple("ABC")), out)
    (out / "surat" / "A.docx").unlink()
    (out / "surat" / "B.docx").write_bytes(b"dibetulkan di Word")
    (out / "surat" / "B (lama).docx").write_bytes(b"dibetulkan dahulu")
    (out / "surat" / "F.docx").write_bytes(b"dibetulkan, lalu tidak lagi dibuat")
    (out / "surat" / "X.docx").write_bytes(b"milik kantor")


def killed(run, moment):
    """Run in a process of its own; tell whether it came to the moment it is killed at."""
    process = os.fork()
    if not process:
        moments = count()

        def listen(event, args):
            writes = event == "open" and args[2] and args[2] & (os.O_WRONLY | os.O_RDWR)
            if (writes or event in CHANGES) and next(moments) == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(listen)
        run()
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    main()
