"""Who has signed a text and who has not."""

from __future__ import annotations

import streamlit as st

from alignment.people import Team
from definitions.document import SignedDocument, Signer
from pages.shared import session
from pages.shared.people import team_badge
from pages.shared.text import label
from pages.shared.times import moment

SIGNED = ":green-badge[:material/check: Signed]"
WAITING = ":orange-badge[:material/hourglass_empty: Not yet]"


def show_signatures(signed: SignedDocument) -> None:
    """Everybody who must sign, each with whether and when they did."""
    zone = session.time_zone()
    st.markdown("\n\n".join(_line(signed, signer, zone) for signer in signed.document.signers))


def _line(signed: SignedDocument, signer: Signer, zone: str) -> str:
    given = signed.signature_of(signer)
    decides = " :gray-badge[Decider]" if signer.decider else ""
    who = f"**{label(signer.name)}** {team_badge(Team(signer.team))}{decides}"
    if given is None:
        return f"{who}  \n{WAITING}"
    return f"{who}  \n{SIGNED} {moment(given.signed_at, zone)}"


def signed_by(signed: SignedDocument) -> str:
    """Who signed, in one line of Markdown."""
    names = [f"{label(line.name)} ({line.team})" for line in signed.signatures]
    return f"Signed by {', '.join(names)}" if names else "Not signed yet"
