"""Score a file: leads in, the same leads with their verdicts out, by the definition in force."""

from __future__ import annotations

import streamlit as st

from alignment.composing import signed_document
from definitions.criteria import Criterion
from definitions.document import SignedDocument
from pages.shared import session
from pages.shared.not_yet import show_not_in_force
from pages.shared.session import Here
from pages.simulate.adding import desk, draft
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.file import show_progress
from pages.simulate.adding.matching import ask_cards
from pages.use.scored.handing_back import show_result
from pages.use.scored.running import ask_score, show_scoring, task
from pages.use.scored.taking import ask_file, show_file


def show_work(here: Here, signed: SignedDocument) -> None:
    """The file on its way: read, mapped, scored, handed back."""
    file, latest = draft.intake(), task()
    if latest is not None and latest.running:
        show_scoring()
    elif latest is not None and latest.result is not None:
        show_result(latest, latest.result)
    elif file is not None and file.reading:
        show_progress()
    elif (now := draft.draft()) is not None:
        show_file(now)
        ask_mapping(here, signed, now)
        ask_score(now, signed)
    else:
        ask_file(here, signed.document)


def ask_mapping(here: Here, signed: SignedDocument, now: Draft) -> None:
    """Which columns answer the criteria of the definition in force."""
    st.subheader("How the leads answer the criteria", anchor=False)
    clauses = here.workshop.clauses
    settled = [(clauses[each.clause_id], each.content) for each in signed.document.clauses]
    ask_cards(now, [(clause, content) for clause, content in settled if isinstance(content, Criterion)])


here = session.here()
desk.sit_at(desk.SCORING)
st.title("Score a file")
st.caption("A file of leads comes back with verdict, points, receipt and version in every row.")
version = here.workshop.in_force
if version is None:
    show_not_in_force("Leads can be scored once it is signed.", "description")
elif here.me.votes or here.me.facilitator:
    show_work(here, signed_document(here.workshop, version.draft, version))
else:
    st.info("Members of the three teams and the facilitator can score files.", icon=":material/visibility:")
