"""Make the sample events: `python -m scripts.make_samples [--regency DIR] [--format xlsx|csv]`."""

from __future__ import annotations

from pathlib import Path

import click

from scripts.make_samples.events import installation, training, whole_regency
from scripts.make_samples.files import write_csv, write_workbook

INPUTS = Path(__file__).parents[2] / "inputs"


@click.command()
@click.option(
    "--regency",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write the KPPS of the whole regency, 20,748 people, into DIR instead.",
)
@click.option("--format", "form", type=click.Choice(["xlsx", "csv"]), default="xlsx")
def main(regency: Path | None, form: str) -> None:
    """Write the sample events into inputs/; all people are fictional."""
    if regency is None:
        write_workbook(training(), INPUTS / "tot-kpps.xlsx")
        write_csv(installation(), INPUTS / "pelantikan-kpps")
    elif form == "xlsx":
        write_workbook(whole_regency(), regency / "pelantikan-kabupaten.xlsx")
    else:
        write_csv(whole_regency(), regency / "pelantikan-kabupaten")


if __name__ == "__main__":
    main()
