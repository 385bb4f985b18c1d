"""Names of people with their titles, names of employers, and words of a title.

Knows how titles stand around a name and what must never change case. Rewrites nothing: a title is
printed as the office wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

from legalgen.findings import message, shown
from legalgen.spelling import comparable


def full_name(name: str, front: str = "", back: str = "") -> str:
    """Put the titles around a name: none before it takes a comma, each after it does.

    Errors: ValueError without a name.
    Source: EYD V, on the comma between a name and the academic title that follows.

    >>> full_name("Budi Santoso", "Dr. H.", "S.Pd., M.M.")
    'Dr. H. Budi Santoso, S.Pd., M.M.'
    >>> full_name("Sugeng")
    'Sugeng'
    """
    before = " ".join((*front.split(), *_checked(name).split()))
    after = " ".join(back.split()).strip(", ")
    if not name.strip():
        raise ValueError(message("there is no name between the titles"))
    return f"{before}, {after}" if after else before


# Titles before a name. With a dot they may touch the name ("Hj.Siti"), without one they may not
# ("Irawan" is no engineer).
_FRONT_TITLES = re.compile(
    r"""\s* (?: (?: Prof | Drs | Dra | Drg | Drh | Dr | Ir | Hj | K\.?\s?H | H\.\s?C | H | R\.?Ay
      | Rr | Ns | Apt | Bd | Pdt | Ust | Tgk ) (?: \.\s* | \s+ ) | \( H\.?\s?C\.? \) \s* )*""",
    re.IGNORECASE | re.VERBOSE,
)
# Titles after a name that someone forgot the comma for. Only those with small letters matter.
_BACK_TITLES = re.compile(
    r"""(?: \s+ (?: (?: [SMABD] (?: \. \s? )? (?: [EHIMST] \. \s? | I )* (?: Ag | Agr | Akun | Ak
      | Ars | Bns | Des | Eng | Farm | Fil | Gz | Hum | Hut | Inf | Kom | KPm | Ked | Kep | Keb
      | Kes | Kn | Ling | Log | Ma | Mat | Md | Mn | Mus | Or | Par | Pd | Pi | Pol | Psi | Pt
      | Pust | Sc | Si | Sn | Sos | Stat | Sy | Th | Tr ) (?: \. \w{1,5} | I )* \.? )
      | Sp (?: \.\s? \w+ | [A-Z]+ ) (?: \([A-Z]\) )? \.? | Ph\.?D\.? | Lc\.? | Dipl\. \w+ \.?
      | Amd\.? (?: \w{3} )? | Gr\. | Apt\. | Bdn\. ) )+ \s* $""",
    re.VERBOSE,
)


def upper_name(full: str) -> str:
    """Upper-case a name and never its titles; what follows the first comma is titles.

    Shape: takes a plain name or one with its titles around it.
    Errors: TypeError for anything but text.

    >>> upper_name("Dr. H. Budi Santoso, S.Pd., M.M.")
    'Dr. H. BUDI SANTOSO, S.Pd., M.M.'
    >>> upper_name("dr. Ma'ruf Asy-Syifa")
    "dr. MA'RUF ASY-SYIFA"
    """
    before, person, after = _titles_apart(full)
    return f"{before}{person.upper()}{after}"


def person_key(full: str) -> str:
    """Reduce a person's name to what two spellings of it share; titles tell nobody apart.

    Errors: TypeError for anything but text.

    >>> person_key("Hj. Siti Ma'rifah, S.Pd."), person_key("SITI MARIFAH")
    ('siti marifah', 'siti marifah')
    """
    # A title has a dot or a comma, or is a short first word; to part it from others takes long.
    if "." in full or "," in full or len(full.partition(" ")[0]) < 4:
        return comparable(_titles_apart(full)[1]) or comparable(full)
    return comparable(full)


_MUHAMMAD = re.compile(r"^(moh|muh|moch|much|mohd|muhd|(mo|mu)c?h?amm?ad) ")


def namesake_key(full: str) -> str:
    """Reduce a person's name as `person_key` does, and read Moh. and its like as Muhammad.

    Errors: TypeError for anything but text.

    >>> namesake_key("Moh. Ali"), namesake_key("H. MOCHAMAD ALI, S.E.")
    ('muhammad ali', 'muhammad ali')
    """
    return _MUHAMMAD.sub("muhammad ", person_key(full))


def _titles_apart(full: str) -> tuple[str, str, str]:
    """Part a name from the titles before and after it; together they are what was given."""
    person, comma, back = _checked(full).partition(",")
    front = _FRONT_TITLES.match(person)
    start = front.end() if front else 0
    late = _BACK_TITLES.search(person, start)
    end = late.start() if late else len(person)
    return person[:start], person[start:end], f"{person[end:]}{comma}{back}"


_SMALL_WORDS = frozenset(
    {"a.n.", "antara", "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna"}
    | {"hingga", "ke", "kepada", "oleh", "pada", "s.d.", "sampai", "sebagai", "serta", "tentang"}
    | {"terhadap", "untuk", "yang"}
)
_WORD = re.compile(r"\S+")
_BEGINNING = re.compile(r"(?:^|(?<=[/(\"“‘]))\w")


def title_case(text: str) -> str:
    """Begin each word with a capital but particles (dan, di, yang, …), as titles do.

    The first word always gets one. What is already a capital stays: KPPS, TPS, DI Yogyakarta.

    Errors: TypeError for anything but text.
    Source: EYD V, on capitals in titles; both halves of "Undang-Undang", the first of "Asal-usul".

    >>> title_case("peserta bimbingan teknis bagi PPK dan PPS di desa/kelurahan")
    'Peserta Bimbingan Teknis bagi PPK dan PPS di Desa/Kelurahan'
    """
    checked = _checked(text)
    first_at = len(checked) - len(checked.lstrip())

    def title_word(found: re.Match[str]) -> str:
        word = found[0]
        lower = word.lower()
        if lower in _SMALL_WORDS and found.start() != first_at and word in (lower, word.title()):
            return lower
        half, hyphen, other = word.partition("-")
        halves = (half, other) if half.casefold() == other.casefold() else (half + hyphen + other,)
        return hyphen.join(_BEGINNING.sub(lambda letter: letter[0].upper(), one) for one in halves)

    return _WORD.sub(title_word, checked)


def capitalise_first(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is.

    Errors: TypeError for anything but text.

    >>> capitalise_first("delapan ratus tujuh orang KPPS")
    'Delapan ratus tujuh orang KPPS'
    """
    return _checked(text)[:1].upper() + text[1:]


_INITIALS_DOT = re.compile(r"(?<=\b\w)\.\s?(?=[^\W\d_]\b)")
_MARKS_INSIDE_WORDS = re.compile(r"['’‘`ʼ\u00ad\u200b-\u200d\ufeff]")
_LEGAL_FORMS = frozenset({"pt", "cv", "ud", "fa", "pd", "tb"})
_LISTING_MARKS = frozenset({"tbk", "persero"})
_SHORT_FOR = MappingProxyType(
    {"kab": "kabupaten", "kec": "kecamatan", "prov": "provinsi", "n": "negeri"}
    | {f"{kind}n": f"{kind} negeri" for kind in ("sd", "smp", "sma", "smk", "mi", "mts", "ma")}
)


def employer_key(name: str) -> str:
    """Reduce an employer's name to what tells it from another one; empty where it says nothing.

    Case, dots, blanks of every kind, Tbk and (Persero) do not count, nor where PT or CV stands;
    Kab., Kec., Prov. and the N of SDN or SMP N are read as the words they stand for, 01 as 1.
    The legal form does: PT Maju and CV Maju are two employers.

    >>> {employer_key(name) for name in ("PT. Royal Korindah", "P.T. ROYAL\u00a0KORINDAH ")}
    {'pt royal korindah'}
    """
    text = _MARKS_INSIDE_WORDS.sub("", unicodedata.normalize("NFKC", _checked(name)).casefold())
    words = re.findall(r"\w+|[&+]", _INITIALS_DOT.sub("", text))
    words = [_SHORT_FOR.get(word, word.lstrip("0") or word) for word in words]
    words = [word for word in words if word not in _LISTING_MARKS]
    if len(words) > 1 and words[-1] in _LEGAL_FORMS and words[0] not in _LEGAL_FORMS:
        words.insert(0, words.pop())
    return " ".join(words)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(message("{value} is not text", value=shown(text)))
    return text
