"""Workbooks written by hand, down to the XML, for what no writer of workbooks would write."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

KEGIATAN_ROWS = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>kunci</t></is></c>
      <c r="B1" t="inlineStr"><is><t>nilai</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>kabupaten</t></is></c>
      <c r="B2" t="inlineStr"><is><t>Purbalingga</t></is></c></row>
"""


def text(cell: str, value: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


def worksheet(rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(sheets: Mapping[str, str]) -> dict[str, str]:
    """Give the parts of a workbook whose sheets are given as their XML."""
    numbered = list(enumerate(sheets, 1))
    entries = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="rId{i}"/>' for i, n in numbered)
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i, _ in numbered
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        **{f"xl/worksheets/sheet{i}.xml": sheets[n] for i, n in numbered},
    }


def write(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return path


def handmade(path: Path, rows: str, after: str = "") -> Path:
    """Write a workbook with a lawful sheet `kegiatan` and the given rows in `peserta`."""
    sheets = {"kegiatan": worksheet(KEGIATAN_ROWS), "peserta": worksheet(rows, after)}
    return write(path, parts(sheets))
