"""Columns that name people or hold free text, which are left out unless somebody chooses them."""

from __future__ import annotations

import re

E_MAIL, PHONE, NAME, FREE_TEXT = "e-mail addresses", "phone numbers", "names of people", "free text"
EMAIL_PATTERN = r"\s*[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+\s*"
PHONE_PATTERN = r"\s*(\+|00|\()?\d[\d\s()./-]{5,22}\d\s*"
NAMED_E_MAIL = re.compile(r"\be-?mail( address)?\b|\bmail address\b", re.IGNORECASE)
NAMED_PHONE = re.compile(
    r"\b(tele)?(phone|fon)\b|\b(mobile|cell|fax|whatsapp|handy|telefono)\b", re.IGNORECASE
)
NAMED_PERSON = re.compile(
    r"\b(first|last|full|given|family|middle|contact|person|customer|lead|sur)[ _-]?name\b|^name$|"
    r"\b(surname|vorname|nachname|ansprechpartner|prénom|nombre|apellidos?|nome|cognome|contact person)\b",
    re.IGNORECASE,
)
NAMED_TEXT = re.compile(
    r"\b(notes?|comments?|remarks?|description|message|feedback|bemerkung(en)?|notiz(en)?|kommentar)\b",
    re.IGNORECASE,
)


def personal_reason(
    header: str, distinct_share: float, length: float, e_mails: float, phones: float, lines: float
) -> str | None:
    """What about a column is personal, if anything. Shares are of the filled cells; ``length`` is the mean.

    A column of few different values is no column of names or free text, whatever it is called.
    """
    name = re.sub(r"[_.]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header))
    if e_mails > 0.3 or (NAMED_E_MAIL.search(name) and e_mails > 0):
        return E_MAIL
    if phones > 0.5 and (NAMED_PHONE.search(name) or phones > 0.9):
        return PHONE
    if NAMED_PERSON.search(name) and distinct_share > 0.05:
        return NAME
    varied = distinct_share > 0.3
    long = length > 60 or lines > 0.05 or (NAMED_TEXT.search(name) and length > 15)
    return FREE_TEXT if varied and long else None
