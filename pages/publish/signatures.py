"""Who has signed a text and who has not."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from alignment.drafts import Frozen
from alignment.people import Team
from definitions.document import SignedDocument, Signer
from pages.shared import session
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import moment

SIGNED = ":green-badge[:material/check: Signed]"
REVIEWED = ":green-badge[:material/check: Reviewed]"
WAITING = ":orange-badge[:material/hourglass_empty: Not yet]"


def show_signatures(signed: SignedDocument, order: Sequence[str] = ()) -> None:
    """Everybody who must sign, each with whether and when they did; in the order asked, if there is one."""
    zone, signers = session.time_zone(), list(signed.document.signers)
    if order:
        signers.sort(key=lambda signer: order.index(signer.person_id))
    st.markdown("\n\n".join(_line(signed, signer, zone) for signer in signers))


def show_reviews(here: Here, draft: Frozen) -> None:
    """Everybody who reviews the text before it is signed, and what they remarked."""
    if draft.reviewers:
        st.markdown("\n\n".join(_review(here, draft, person) for person in draft.reviewers))


def _review(here: Here, draft: Frozen, person_id: str) -> str:
    who = f"**{label(here.workshop.name_of(person_id))}** :gray-badge[Reviews]"
    given = draft.reviews.get(person_id)
    if given is None:
        return f"{who}  \n{WAITING}"
    note = f"  \n{plain(given.note)}" if given.note else ""
    return f"{who}  \n{REVIEWED} {moment(given.at, session.time_zone())}{note}"


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
