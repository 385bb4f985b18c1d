"""OpenDocument spreadsheets as LibreOffice writes them, and as nobody should."""

from datetime import date, time
from pathlib import Path

import pytest

from legalgen.findings import LegalgenError
from legalgen.tables import read_tables
from tests.intake import intake, marks
from tests.tables.handmade import write

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
MIME = "application/vnd.oasis.opendocument.spreadsheet"
REST = (
    '<table:table-row table:number-rows-repeated="1048570">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def cell(value: str, kind: str = "string") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}"><text:p>{value}</text:p></table:table-cell>'
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods(path: Path, *rows: str) -> Path:
    kegiatan = row(cell("kunci"), cell("nilai")) + row(cell("kabupaten"), cell("Purbalingga"))
    tables = "".join(
        f'<table:table table:name="{name}">{content}{REST}</table:table>'
        for name, content in {"kegiatan": kegiatan, "peserta": "".join(rows)}.items()
    )
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content
        xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0"
        xmlns:text="{OASIS}:text:1.0"
        xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
        <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
        </office:document-content>"""
    manifest = f"""<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">
        <manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>
        </manifest:manifest>"""
    members = {"mimetype": MIME, "content.xml": content, "META-INF/manifest.xml": manifest}
    return write(path, members)


def test_values_and_faults_at_their_cells(tmp_path):
    failing = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
    )
    born = '<table:table-cell office:value-type="date" office:date-value="1990-05-12"/>'
    number = '<table:table-cell office:value-type="float" office:value="7"/>'
    nik = '<table:table-cell office:value-type="float" office:value="3303991505900000"/>'
    source = ods(
        tmp_path / "a.ods",
        row(cell("DAFTAR")),
        row(cell("NIK"), cell("Nama"), cell("Tanggal Lahir"), cell("TPS")),
        row(cell("3303991505900001"), cell("Budi  S"), born, number),
        row(nik, cell("Siti"), cell("x"), failing, attributes='table:visibility="collapse"'),
    )
    event, findings = intake(source)
    budi, siti = event.peserta
    assert (budi.nik, budi.nama) == ("3303991505900001", "Budi S")
    assert (budi.tanggal_lahir, budi.tps) == (date(1990, 5, 12), 7)
    assert siti.nama == "Siti"
    assert marks(findings) == [
        "F012 peserta!A4",
        "V001 peserta!D4",
        "V003 peserta!A4",
        "V005 peserta!C4",
    ]


def test_merged_header_cells_and_repeated_rows(tmp_path):
    wide = '<table:table-cell office:value-type="string" table:number-columns-spanned="2">'
    failing = (
        '<table:table-cell table:formula="of:=NA()" table:number-columns-repeated="2" '
        'office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p>'
        "</table:table-cell>"
    )
    source = ods(
        tmp_path / "a.ods",
        "<table:table-header-rows>"
        + row(cell("Nama"), wide + "<text:p>Lahir</text:p></table:table-cell>", cell("", "void"))
        + row(cell("Lengkap"), cell("Tempat"), cell("Tanggal"), cell("TPS"))
        + "</table:table-header-rows>",
        row(
            "<table:table-cell><text:p>Budi</text:p></table:table-cell>",
            cell("Kebumen"),
            failing,
            attributes='table:number-rows-repeated="2" table:visibility="filter"',
        ),
    )
    event, findings = intake(source)
    assert [(person.nama, person.tempat_lahir) for person in event.peserta] == [
        ("Budi", "Kebumen"),
        ("Budi", "Kebumen"),
    ]
    assert marks(findings) == [
        "F012 peserta!A3",
        "V001 peserta!C3",
        "V001 peserta!C4",
        "V001 peserta!D3",
        "V001 peserta!D4",
    ]
    assert "2 hidden rows" in findings[0].message.say()


def test_a_password(tmp_path):
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    members = {"META-INF/manifest.xml": entry, "content.xml": b"\x8b\x13\xff"}
    with pytest.raises(LegalgenError) as caught:
        read_tables(write(tmp_path / "a.ods", members))
    assert [finding.code for finding in caught.value.findings] == ["F003"]


def test_a_formula_that_was_never_calculated(tmp_path):
    formula = '<table:table-cell table:formula="of:=1+1"/>'
    source = ods(
        tmp_path / "a.ods",
        row(cell("Nama"), cell("TPS")),
        row(cell("Budi"), formula),
        row(formula),
    )
    assert marks(intake(source)[1]) == ["V002 peserta!A3", "V002 peserta!B2"]


def test_line_breaks_blanks_and_comments_within_a_cell(tmp_path):
    comment = "<office:annotation><text:p>catatan</text:p></office:annotation>"
    address = (
        f'<table:table-cell office:value-type="string">{comment}<text:p>Jl.<text:s text:c="2"/>A'
        "<text:line-break/>RT <text:span>0</text:span>1</text:p><text:p>Bokol<text:tab/>X</text:p>"
        "</table:table-cell>"
    )
    source = ods(tmp_path / "a.ods", row(cell("Nama"), cell("Alamat")), row(cell("Budi"), address))
    assert intake(source)[0].peserta[0].alamat == "Jl. A RT 01 Bokol X"


def test_times_and_truth_values(tmp_path):
    clock = '<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/>'
    truth = '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    source = ods(
        tmp_path / "a.ods",
        row(cell("Nama"), cell("TPS"), cell("mulai")),
        row(cell("Budi"), truth, clock),
    )
    event, findings = intake(source)
    assert event.peserta[0].lain == {"mulai": time(9, 30)}
    assert marks(findings) == ["V012 peserta!B2"]


VALUE = 'office:value-type="float" office:value="1"'


@pytest.mark.parametrize(("rows", "columns"), [(1_000_000, 16_000), (1, 999_999_999)])
def test_a_value_repeated_over_a_whole_sheet(tmp_path, rows, columns):
    bomb = f'<table:table-cell table:number-columns-repeated="{columns}" {VALUE}/>'
    repeated = row(bomb, attributes=f'table:number-rows-repeated="{rows}"')
    with pytest.raises(LegalgenError) as caught:
        read_tables(ods(tmp_path / "a.ods", row(cell("nama")), repeated))
    assert caught.value.findings[0].code == "F004"
