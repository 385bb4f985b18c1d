"""What the digits of an identity number say.

A NIK is PPKKCC DDMMYY SSSS: where it was first registered, the birth date with forty added to the
day for a woman, and a serial number. The first part says nothing of where a person lives now.
A NIP is YYYYMMDD YYYYMM G NNN: birth date, month of appointment, sex, serial number.
"""

from __future__ import annotations

from datetime import date

from legalgen.dates import short_date
from legalgen.findings import Message, mask, message

FOR_A_WOMAN = 40


def is_nik(text: str) -> bool:
    """Whether a text has the shape of a NIK: sixteen digits, nothing else."""
    return len(text) == 16 and text.isascii() and text.isdigit()


def fault_of_nik(text: str) -> Message:
    """Say what keeps a text from being a NIK: signs that are no digits, or their number."""
    if not any(map(str.isdigit, text)):
        return message('"{text}" is no NIK', text=text)
    strange = "".join(dict.fromkeys(sign for sign in text if sign not in "0123456789"))
    if strange:
        return message(
            'NIK "{nik}" holds "{signs}", which is no digit', nik=mask(text), signs=strange
        )
    return message(
        'NIK "{nik}" has {length} digits where sixteen are required',
        nik=mask(text),
        length=len(text),
    )


def fault_of_birth(nik: str, born: date | None) -> Message | None:
    """Say how the birth date of a NIK differs from the one given, or that it is no day at all."""
    said = birth_digits(nik)
    if born is not None and said != as_digits(born):
        return message(
            'NIK "{nik}" says born {said}, the birth date says {born}',
            nik=mask(nik),
            said=day_said(said),
            born=short_date(born),
        )
    if born is None and not is_a_day(said):
        return message(
            'NIK "{nik}" says born {said}, which is no day', nik=mask(nik), said=day_said(said)
        )
    return None


def birth_digits(nik: str) -> int:
    """Give the birth date a NIK says, DDMMYY as a number, without the forty of a woman.

    >>> birth_digits("3303995505900001")
    150590
    """
    digits = int(nik[6:12])
    return digits - FOR_A_WOMAN * 10_000 if digits > FOR_A_WOMAN * 10_000 else digits


def as_digits(day: date) -> int:
    """Write a date as a NIK does, DDMMYY as a number.

    >>> as_digits(date(1990, 5, 15))
    150590
    """
    return day.day * 10_000 + day.month * 100 + day.year % 100


def day_said(digits: int) -> str:
    """Write the six digits as a date is written, whether there is such a day or not.

    >>> day_said(351390)
    '35-13-90'
    """
    return f"{digits // 10_000:02}-{digits // 100 % 100:02}-{digits % 100:02}"


def is_a_day(digits: int) -> bool:
    """Whether six digits DDMMYY are a day of any century.

    >>> is_a_day(290200), is_a_day(290201), is_a_day(11390)
    (True, False, False)
    """
    try:
        date(2000 + digits % 100, digits // 100 % 100, digits // 10_000)
    except ValueError:
        return False
    return True


def sex_said(nik: str) -> str:
    """Give the sex a NIK says; nothing where its day is no day of either.

    >>> sex_said("3303991505900001"), sex_said("3303995505900001"), sex_said("3303993505900001")
    ('L', 'P', '')
    """
    day = int(nik[6:8])
    if 1 <= day <= 31:
        return "L"
    return "P" if 1 <= day - FOR_A_WOMAN <= 31 else ""


def fault_of_nip(nip: str) -> Message | None:
    """Say what is wrong with the digits of a NIP, if anything is."""
    if len(nip) != 18 or not (nip.isascii() and nip.isdigit()):
        return message(
            'NIP "{nip}" has {length} characters where eighteen digits are required',
            nip=mask(nip),
            length=len(nip),
        )
    if not is_a_day(int(nip[6:8] + nip[4:6] + nip[2:4])) or nip[:2] not in ("19", "20"):
        return message('NIP "{nip}" does not begin with a birth date', nip=mask(nip))
    if nip.endswith("000"):
        return message('NIP "{nip}" ends in 000: Excel may have changed it', nip=mask(nip))
    return None
