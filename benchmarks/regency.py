"""A whole regency from workbook to files, beside openpyxl and docxtpl's loop over the same plan.

    python -m benchmarks.regency

20,748 letters, 239 decrees, 239 minutes. What openpyxl and docxtpl would take is extrapolated from
a sample of each product, measured in the same run; the workbook is read whole by both. CPU seconds,
children included: the machine's other work counts less than on a clock.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from openpyxl import load_workbook

from legalgen.counters import Consideration, Dictum
from legalgen.filters import FILTERS
from legalgen.pipeline import check, plan_documents
from legalgen.planning.document import Document
from scripts.make_samples.events import whole_regency
from scripts.make_samples.files import write_workbook

TEMPLATES = Path(__file__).parents[1] / "templates"
PRODUCTS = ("surat-tugas", "sk-kpps", "ba-pelantikan")


def cpu(who: int) -> float:
    """Read the CPU seconds of this process or of its children."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


@contextmanager
def measured(who: int = resource.RUSAGE_SELF) -> Iterator[Callable[[], float]]:
    """Measure the CPU seconds of what happens inside."""
    begun = cpu(who)
    yield lambda: cpu(who) - begun


def ours(source: Path, out: Path, jobs: int) -> float:
    """Generate the regency with the command a user types."""
    products = [word for name in PRODUCTS for word in ("--product", name)]
    command = ["generate", str(source), *products, "--out", str(out), "--jobs", str(jobs)]
    with measured(resource.RUSAGE_CHILDREN) as seconds:
        subprocess.run(
            [sys.executable, "-m", "legalgen", *command], check=True, capture_output=True
        )
    return seconds()


def reading_with_openpyxl(source: Path) -> float:
    """Read every cell of the workbook, as a script would."""
    with measured() as seconds:
        book = load_workbook(source, read_only=True, data_only=True)
        for sheet in book:
            for _ in sheet.iter_rows(values_only=True):
                pass
    return seconds()


def docxtpl_each(documents: Sequence[Document], out: Path) -> float:
    """Render documents with docxtpl's documented loop; CPU seconds for one."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters.update(FILTERS)
    with measured() as seconds:
        for number, document in enumerate(documents):
            counters = {"diktum": Dictum(), "menimbang": Consideration()}
            template = DocxTemplate(document.template)
            template.render({**document.context, **counters}, environment, autoescape=True)
            template.save(out / f"{number}.docx")
    return seconds() / len(documents)


@click.command()
@click.option("--sample", default=40, show_default=True, help="Documents of each product.")
@click.option("--jobs", default=1, show_default=True)
def main(sample: int, jobs: int) -> None:
    """Measure both and print the ratio."""
    with TemporaryDirectory(dir=Path.cwd()) as work:
        folder = Path(work)
        source = folder / "pelantikan-kabupaten.xlsx"
        write_workbook(whole_regency(), source)
        mine = ours(source, folder / "output", jobs)
        theirs = reading_with_openpyxl(source)
        click.echo(f"openpyxl reads the workbook: {theirs:.1f} s")
        ready = plan_documents(check(source, TEMPLATES, PRODUCTS)).ready
        for product, alike in groupby(ready, key=attrgetter("product")):
            documents = list(alike)
            (folder / product).mkdir()
            step = max(1, len(documents) // sample)
            each = docxtpl_each(documents[::step][:sample], folder / product)
            click.echo(f"docxtpl, {product}: {len(documents)} × {1000 * each:.1f} ms")
            theirs += len(documents) * each
    click.echo(f"openpyxl and docxtpl: {theirs:.0f} s; legalgen: {mine:.1f} s ({jobs} jobs)")
    click.echo(f"ratio: {theirs / mine:.0f}")


if __name__ == "__main__":
    main()
