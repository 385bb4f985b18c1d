"""The floor under any renderer: join, deflate, write and rename of what is printed beforehand."""

import json
import sys
import time
from pathlib import Path

from benchmarks.tools.measuring import put
from legalgen.render import Template
from legalgen.render.package import Deflater


def main() -> None:
    task = json.loads(Path(sys.argv[1]).read_text())
    out = Path(task["out"])
    compiled = Template(task["template"])
    # The floor is made of the renderer's own pieces.
    [part], package = compiled._parts, compiled._package  # noqa: SLF001
    name = part.source.name
    printed = [
        list(part.template.root_render_func(part.begin(context)))
        for context in json.loads(Path(task["contexts"]).read_text())
    ]
    began = time.process_time()
    for number, pieces in enumerate(printed):
        member = Deflater(name, "".join(pieces).encode(), package.size).member()
        put(f"{out}/{number}.docx", package.with_members([member]))
    print(json.dumps({"cpu": time.process_time() - began, "peak_mb": None}))


if __name__ == "__main__":
    main()
