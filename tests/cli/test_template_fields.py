"""`legalgen template fields`: the list in the terminal, and on paper."""

import docx
from docx.shared import Mm

from tests.cli.test_commands import run
from tests.workbooks import event, typed, workbook


def test_the_list_in_the_terminal():
    result = run("--lang", "en", "template", "fields", "sk-kpps")
    assert result.exit_code == 0
    used, filters, *_ = result.stdout.split("\n\n")
    assert used.startswith("Used by the template")
    assert "{{ orang.nama_lengkap }}" in used
    assert "{{ orang.nik }}" not in used
    assert "|angka_huruf" in filters
    assert "807 (delapan ratus tujuh)" in filters


def test_the_list_of_an_event_of_ones_own_has_its_columns(tmp_path):
    sheets = typed(event("sidamulya"))
    sheets["peserta"] = [
        [*row, "Nomor Rekening" if at == 0 else f"01-{at}"]
        for at, row in enumerate(sheets["peserta"])
    ]
    source = workbook(tmp_path / "acara.xlsx", sheets)
    listed = run("template", "fields", "sk-kpps", "--input", source).stdout
    [line] = [line for line in listed.splitlines() if "{{ orang.nomor_rekening }}" in line]
    assert "01-" in line
    assert "peserta: nomor_rekening" in line


def test_the_list_on_paper(tmp_path):
    sheet = tmp_path / "isian" / "sk-kpps.docx"
    result = run("template", "fields", "sk-kpps", "--docx", sheet)
    assert (result.exit_code, result.stdout) == (0, f"{sheet}\n")
    document = docx.Document(str(sheet))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    used = document.tables[0]
    assert used._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
    assert len(used._tbl.xpath("./w:tr/w:trPr/w:cantSplit")) == len(used.rows)
    tags = [row.cells[0].text for row in used.rows]
    assert "{{ kegiatan.kabupaten_kota }}" in tags
    widths = sum(cell.width for cell in used.rows[0].cells)
    assert widths <= section.page_width - section.left_margin - section.right_margin + Mm(1)


def test_the_sheet_is_the_same_every_time(tmp_path):
    for name in ("a", "b"):
        run("template", "fields", "sk-kpps", "--docx", tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    template = tmp_path / "sk-kpps.docx"
    template.write_bytes(b"office's own work")
    result = run("template", "fields", "sk-kpps", "--docx", template)
    assert result.exit_code == 4
    assert "O002" in result.stderr
    assert template.read_bytes() == b"office's own work"


def test_an_unknown_product_is_a_mistake_of_use():
    result = run("--lang", "en", "template", "fields", "sk-kps")
    assert result.exit_code == 2
    assert "sk-kpps" in result.stderr
