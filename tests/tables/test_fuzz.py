"""Bytes changed at random: findings, or a clear refusal; never another exception."""

import random
import re
from pathlib import Path

import pytest

from legalgen.findings import LegalgenError
from tests.intake import intake
from tests.tables.handmade import KEGIATAN_ROWS, parts, text, worksheet, write

CASES = 300
ROWS = f"""<row r="1">{text("A1", "nik")}{text("B1", "nama")}{text("C1", "tanggal_lahir")}</row>
    <row r="2">{text("A2", "3303991505900001")}{text("B2", "Budi")}<c r="C2"><v>33005</v></c></row>
    <row r="3"><c r="A3"><f>1+1</f></c>{text("B3", "Siti")}<c r="C3" t="e"><v>#N/A</v></c></row>
    """
MEMBERS = parts(
    {
        "kegiatan": worksheet(KEGIATAN_ROWS),
        "peserta": worksheet(ROWS, '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>'),
    }
)
ROSTER = 'nik;nama;tanggal_lahir\n3303991505900001;"Budi ""B""";12-05-1990\n330;Siti;#N/A\n'
XML_TOKENS = re.compile(r'<[^>]*>|"[^"]*"|[^<>"]+')
SPLICES = [
    "<c", "</c>", "<row", ">", "/>", '"', "&", "&#0;", "<v>", "</v>", "<f>", "]]>", "<!--", "-->",
    "<![CDATA[", "<?x?>", 't="s"', 't="e"', 's="999999"', 'r="ZZZ9999999"', 'r="A0"', 'r="-1"',
    "1e999", "-1", "NaN", "99999999999999999999", "\u0000", "\ufffe", "\U0001f600", "é",
]  # fmt: skip


def survives(source: Path) -> None:
    try:
        _, findings = intake(source)
    except LegalgenError as refusal:
        findings = list(refusal.findings)
    assert all(found.message.say() and str(found.place) for found in findings)


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[: chance.randint(1, 40)]
            case _:
                changed[at : at + 4] = chance.randbytes(4)
    return bytes(changed) or b"\0"


def respliced(document: str, chance: random.Random) -> str:
    tokens = XML_TOKENS.findall(document)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(tokens))
        tokens[at] = chance.choice(
            [chance.choice(SPLICES), "", tokens[at] * 2, chance.choice(tokens)]
        )
    return "".join(tokens)


@pytest.mark.parametrize("seed", range(3))
def test_changed_bytes_of_a_workbook(tmp_path, seed):
    chance = random.Random(seed)
    whole = write(tmp_path / "whole.xlsx", MEMBERS).read_bytes()
    for _ in range(CASES):
        (tmp_path / "a.xlsx").write_bytes(mutated(whole, chance))
        survives(tmp_path / "a.xlsx")


@pytest.mark.parametrize("seed", range(3))
def test_changed_markup_within_a_workbook(tmp_path, seed):
    chance = random.Random(seed)
    for _ in range(CASES):
        part = chance.choice([name for name in MEMBERS if name.startswith("xl/")])
        broken = respliced(MEMBERS[part], chance).encode("utf-8", "replace")
        write(tmp_path / "a.xlsx", {**MEMBERS, part: broken})
        survives(tmp_path / "a.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_changed_bytes_of_csv(tmp_path, encoding):
    chance = random.Random(encoding)
    (tmp_path / "kegiatan.csv").write_text("kunci;nilai\nkabupaten;Purbalingga\n")
    for _ in range(CASES):
        (tmp_path / "peserta.csv").write_bytes(mutated(ROSTER.encode(encoding), chance))
        survives(tmp_path)
