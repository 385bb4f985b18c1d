"""CSV as Excel, web pages and databases write it."""

from pathlib import Path

import pytest

from legalgen.findings import LegalgenError
from legalgen.records import Participant
from legalgen.tables import read_tables
from tests.intake import intake, marks

KEGIATAN = "kunci;nilai\nkabupaten;Purbalingga\n"
ROSTER = "nik;nama;alamat;tps\n3303991505900001;René Ma'ruf;Jl. A;001\n"


def folder(
    tmp_path: Path, peserta: str | bytes, kegiatan: str = KEGIATAN, name: str = "peserta.csv"
) -> Path:
    for file, content in {"kegiatan.csv": kegiatan, name: peserta}.items():
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / file).write_bytes(data)
    return tmp_path


def only_person(tmp_path: Path, peserta: str | bytes) -> tuple[Participant, list[str]]:
    event, findings = intake(folder(tmp_path, peserta))
    (person,) = event.peserta
    return person, marks(findings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_that_are_certain(tmp_path, encoding):
    person, found = only_person(tmp_path, ROSTER.encode(encoding))
    assert (person.nik, person.nama, person.tps) == ("3303991505900001", "René Ma'ruf", 1)
    assert found == []


def test_an_encoding_that_is_likely_is_said(tmp_path):
    person, found = only_person(tmp_path, ROSTER.encode("cp1252"))
    assert person.nama == "René Ma'ruf"
    assert found == ["F017 peserta"]


@pytest.mark.parametrize("data", [b"nama\n\x81\x8d\x8f", b"\xff\xfen\x00a", b"\xef\xbb\xbf\xff"])
def test_what_is_no_text(tmp_path, data):
    with pytest.raises(LegalgenError) as caught:
        read_tables(folder(tmp_path, data))
    assert marks(caught.value.findings) == ["F016 peserta"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_and_line_endings(tmp_path, separator, ending):
    content = ROSTER.replace(";", separator).replace("\n", ending)
    person, found = only_person(tmp_path, content)
    assert (person.nama, person.alamat, person.tps) == ("René Ma'ruf", "Jl. A", 1)
    assert found == []


def test_a_separator_in_the_values_does_not_mislead(tmp_path):
    content = "nama;alamat\nBudi;a, b, c, d, e, f\n"
    assert only_person(tmp_path, content)[0].alamat == "a, b, c, d, e, f"


def test_a_line_that_says_the_separator(tmp_path):
    person, found = only_person(tmp_path, "sep=|\r\nnama|tps\r\nBudi|x\r\n")
    assert person.nama == "Budi"
    assert found == ["V013 peserta!B3"]


def test_line_breaks_and_quotes_within_quotes_and_rows_as_excel_counts(tmp_path):
    content = 'nama,alamat,tps\n"Budi ""Bud"" S","Jl. A\nRT 1",1\n\nSiti,"B, C",x\n'
    event, findings = intake(folder(tmp_path, content))
    assert [person.nama for person in event.peserta] == ['Budi "Bud" S', "Siti"]
    assert [person.alamat for person in event.peserta] == ["Jl. A RT 1", "B, C"]
    assert marks(findings) == ["V013 peserta!C4"]


def test_quotation_marks_after_a_blank(tmp_path):
    person, found = only_person(tmp_path, 'nama, alamat, tps\n"Budi", "Jl. A, RT 1", 1\n')
    assert (person.nama, person.alamat, person.tps) == ("Budi", "Jl. A, RT 1", 1)
    assert found == []


def test_text_kept_in_a_formula(tmp_path):
    content = 'nik,nama,rt\n"=""3303991505900001""",Budi,="001"\n'
    person, found = only_person(tmp_path, content)
    assert (person.nik, person.rt) == ("3303991505900001", "001")
    assert found == []


def test_rows_that_end_early_and_rows_that_are_too_long(tmp_path):
    content = "nama,alamat,tps\nBudi\nSiti,Jl. A,1,,\nTono, S.Pd.,Jl. B,2\n"
    event, findings = intake(folder(tmp_path, content))
    assert [person.nama for person in event.peserta] == ["Budi", "Siti", "Tono"]
    assert marks(findings) == ["F018 peserta!D4", "V013 peserta!C4"]


@pytest.mark.parametrize(
    "content", ['nama,tps\nBudi,1\n"Siti,2\nTono,3\n', 'nama,tps\nBudi,1\n"Siti" A,2\nTono,3\n']
)
def test_broken_quotes_stop_at_their_row(tmp_path, content):
    with pytest.raises(LegalgenError) as caught:
        read_tables(folder(tmp_path, content))
    assert marks(caught.value.findings) == ["F015 peserta!A3"]


def test_errors_and_narrow_columns_that_were_saved_as_shown(tmp_path):
    content = "nama;tanggal_lahir;tps\nBudi;########;#N/A\n"
    _, found = only_person(tmp_path, content)
    assert found == ["V001 peserta!B2", "V001 peserta!C2"]


def test_names_of_files_by_any_spelling(tmp_path):
    event, findings = intake(folder(tmp_path, ROSTER, name="Peserta.CSV"))
    assert len(event.peserta) == 1
    assert findings == []


def test_files_that_programs_leave_beside_it_are_no_second_sheet(tmp_path):
    folder(tmp_path, ROSTER)
    for name in ("._peserta.csv", "~$peserta.csv"):
        (tmp_path / name).write_bytes(b"\0\5\x16\7")
    assert intake(tmp_path)[1] == []


def test_a_copy_that_is_not_read_is_said(tmp_path):
    folder(tmp_path, ROSTER)
    (tmp_path / "peserta (1).csv").write_text(ROSTER)
    assert marks(intake(tmp_path)[1]) == ["F022 peserta (1)"]


def test_two_files_of_one_name(tmp_path):
    folder(tmp_path, ROSTER)
    (tmp_path / "PESERTA_.csv").write_text(ROSTER)
    assert len([f for f in intake(tmp_path)[1] if f.code == "F014"]) == 1


def test_a_missing_file_and_an_empty_one(tmp_path):
    folder(tmp_path, "")
    (tmp_path / "kegiatan.csv").unlink()
    assert marks(intake(tmp_path)[1]) == ["F006 ", "F007 peserta"]


def test_a_field_without_end(tmp_path):
    with pytest.raises(LegalgenError):
        read_tables(folder(tmp_path, 'nama\n"' + "x" * 200_000))


def test_a_wide_row_that_would_widen_all_others(tmp_path):
    wide = "nama\n" + "x\n" * 5000 + "," * 5000 + "\n"
    with pytest.raises(LegalgenError) as caught:
        read_tables(folder(tmp_path, wide))
    assert caught.value.findings[0].code == "F004"
