"""What the documentation says is so: its commands run, and every command is in it."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from legalgen.cli import main
from tests.workbooks import changed, event, typed, workbook

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
BLOCK_OR_ROW = re.compile(rf"{BLOCK.pattern}|^\| `(legalgen .*?)` \|", re.DOTALL | re.MULTILINE)


def commands(readme):
    """Give each `legalgen …` of a README's blocks and tables, without Windows' and make's."""
    for block, in_table in BLOCK_OR_ROW.findall(readme.read_text(encoding="utf-8")):
        for line in (in_table or block).splitlines():
            if line.strip().startswith("legalgen ") and "\\" not in line:
                yield line.partition("  #")[0].strip()


def test_the_readmes_commands_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(main, ["init", "."]).exit_code == 0
    for line in commands(READMES[0]):
        if "keterangan" in line:  # followed step by step in test_own_product
            continue
        result = runner.invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, f"{line}\n{result.output}"


def test_both_readmes_have_the_same_commands():
    english, indonesian = (list(commands(readme)) for readme in READMES)
    assert english == indonesian


def every_command(group=main, words=()):
    """Name every command, and the commands of groups after their group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*words, name))
        else:
            yield " ".join((*words, name))


EVERY_COMMAND = list(every_command())


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_every_command_has_help_in_both_languages(name):
    helps = [
        CliRunner().invoke(main, ["--lang", language, *name.split(), "--help"])
        for language in ("id", "en")
    ]
    assert [each.exit_code for each in helps] == [0, 0]
    assert helps[0].output != helps[1].output


@pytest.mark.parametrize("name", EVERY_COMMAND)
@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_is_in_the_readme(name, readme):
    assert any(line.startswith(f"legalgen {name}") for line in commands(readme))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readmes_way_to_begin_is_makes(readme):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    blocks = BLOCK.findall(readme.read_text(encoding="utf-8"))
    assert "make demo\nmake test\n" in blocks
    assert "\ndemo:" in makefile
    assert "\ntest:" in makefile


def test_the_finding_in_the_readmes_is_what_is_said(tmp_path):
    broken = changed(
        event("sidamulya"), "peserta", {"A7": "3398992306750001", "A20": "3398992306750001"}
    )
    source = workbook(tmp_path / "acara.xlsx", typed(broken))
    for readme, language in zip(READMES, ("en", "id"), strict=True):
        shown = BLOCK.findall(readme.read_text(encoding="utf-8"))[0]
        said = CliRunner().invoke(main, ["--lang", language, "check", str(source)]).output
        [finding] = re.findall(r"acara.xlsx:peserta!A20: \w+ P002(?:.*\n    )+.*\n", said)
        assert template_of(finding) == template_of(shown)


def template_of(finding):
    """Leave out of a finding what is the office's: cells, digits and names."""
    return re.sub(r"\S*acara\.xlsx\S*|[\d…]{5,}|(?<=by ).*|(?<=dipakai ).*", "…", finding)
