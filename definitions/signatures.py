"""Who signs the definition, the words they sign, and the signature they give."""

from __future__ import annotations

from pydantic import AwareDatetime

from definitions.settled import Frozen
from definitions.texts import NeededText, ShortText


class Signer(Frozen):
    """Somebody who must sign, and the words they sign."""

    person_id: str
    name: ShortText
    team: ShortText
    decider: bool = False
    statement: NeededText


class SignatureLine(Frozen):
    """A signature: who gave it, the name they typed, the words and the text they signed."""

    person_id: str
    name: ShortText
    team: ShortText
    typed: ShortText
    statement: NeededText
    sha256: str
    signed_at: AwareDatetime


def statement(*, name: str, team: str, decider: bool, company: str, version: int) -> str:
    """The words somebody signs."""
    role = f"for {team} and as the decider" if decider else f"for {team}"
    return (
        f"I, {name}, {role}, accept version {version} of the definition of a qualified lead at {company} "
        "and will work by it."
    )
