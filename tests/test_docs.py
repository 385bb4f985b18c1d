"""What the documentation says is so: its commands run, and every command is in it."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from legalgen.cli import main
from legalgen.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
BLOCK = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def commands(readme):
    """Give each `legalgen …` line of a README's blocks, without Windows' and make's."""
    for block in BLOCK.findall(readme.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.strip().startswith("legalgen "):
                yield line.strip().partition("  #")[0]


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


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_command_has_help_in_both_languages(name, language):
    result = CliRunner().invoke(main, ["--lang", language, name, "--help"])
    assert result.exit_code == 0
    helps = CliRunner().invoke(main, ["--lang", "en", name, "--help"]).output
    assert (result.output == helps) is (language == "en")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_is_in_the_readme(name, readme):
    assert f"legalgen {name}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readmes_first_commands_are_makes(readme):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    first = BLOCK.findall(readme.read_text(encoding="utf-8"))[0].split("\n")
    assert [line.strip() for line in first if line.strip()] == ["make demo", "make test"]
    assert "\ndemo:" in makefile
    assert "\ntest:" in makefile
