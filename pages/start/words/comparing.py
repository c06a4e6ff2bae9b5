"""What everybody wrote, side by side by team: the terms on which the teams differ most come first."""

from __future__ import annotations

from html import escape

import streamlit as st

from alignment.actions.own_words import propose_own_words
from alignment.clashes import clash
from alignment.own_words import OwnWords
from alignment.people import VOTING_TEAMS, Team
from alignment.side_by_side import Answer, SideBySide, as_clause, side_by_side
from alignment.workshop import Phase
from definitions.team_words import OwnWord, marked
from pages.shared import session
from pages.shared.people import team_badge
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS
from pages.shared.text import label
from pages.start.words.review_chart import show_review

WHICH = "own_words.which"
REVIEW = "the self-review"
MOST_WORDS = 6
LEGEND = (
    "Marked: words that only this team uses. Shaded and underlined where several of its people do, with a "
    "dotted line where one does."
)


@st.fragment
def show_comparison(number: int) -> None:
    """One question at a time of a round that was revealed; its terms first, then the self-review."""
    found = session.look()
    if found is None:
        return
    asked = found.workshop.own_words[number - 1]
    rows = side_by_side(found.workshop, asked)
    terms = {row.question.id: row for row in rows if not row.question.reviews}
    review = [row for row in rows if row.question.reviews]
    chosen = _ask_which(number, terms, bool(review))
    if chosen in terms:
        _show_term(found, asked, terms[chosen])
    elif review:
        show_review(review)


def _ask_which(number: int, terms: dict[str, SideBySide], review: bool) -> str:
    key, options = f"{WHICH}.{number}", [*terms, *([REVIEW] if review else [])]
    if session.typed(key, None) not in options:
        session.fill(key, options[0])
    chosen: str = st.pills(
        "Differences first",
        options,
        format_func=lambda one: label(terms[one].question.term or "") if one in terms else "Self-review",
        key=key,
        required=True,
        wrap=True,
    )
    return chosen


def _show_term(found: Here, asked: OwnWords, row: SideBySide) -> None:
    st.subheader(label(row.question.term or ""), anchor=False)
    st.markdown(f"**{finding(row)}** :gray[{LEGEND}]")
    proposing = _may_propose(found, asked, row)
    session.show_refusal(_place(row))
    for team, column in zip(VOTING_TEAMS, st.columns(len(VOTING_TEAMS), gap="medium"), strict=True):
        with column:
            _show_team(found, row, team, proposing)


def finding(row: SideBySide) -> str:
    """How far apart the teams' words are, in a sentence."""
    heard = sum(bool(row.answers[team]) for team in VOTING_TEAMS)
    if heard < 2:
        return "Only one team has answered." if heard else "Nobody has answered."
    alike = round(100 * (1 - row.apart))
    if not alike:
        return "The teams have hardly a word in common."
    return f"Of the words that two teams use, {alike} % are common to both."


def _may_propose(found: Here, asked: OwnWords, row: SideBySide) -> bool:
    """Whether these texts can become clauses here; says why not to those who would do it."""
    drafts = found.workshop.phase is Phase.DRAFTING and asked is found.workshop.own_words[-1]
    if not drafts or not (found.me.votes or found.me.facilitator):
        return False
    said = next((answer.said for team in VOTING_TEAMS for answer in row.answers[team]), None)
    content = as_clause(row.question, said) if said is not None else None
    if content is None or clash(found.workshop, content) is None:
        return content is not None
    words = f"“{label(content.name)}” is in the glossary: discuss it there"
    st.page_link("pages/draft/glossary.py", label=words, icon=":material/menu_book:")
    return False


def _show_team(found: Here, row: SideBySide, team: Team, proposing: bool) -> None:
    own = row.own.get(team, ())
    st.markdown(f"{team_badge(team)}{_only(team, own)}")
    if not row.answers[team]:
        st.caption("Nobody has answered this.")
    for answer in row.answers[team]:
        st.html(_text(answer, team, own))
        if proposing:
            _ask_to_propose(row, answer)


def _only(team: Team, own: tuple[OwnWord, ...]) -> str:
    if not own:
        return ""
    words = [label(word.word) + (f" ({word.people})" if word.people > 1 else "") for word in own[:MOST_WORDS]]
    return f"  \n:small[Only {team.value}: {', '.join(words)}{'…' if len(own) > MOST_WORDS else ''}]"


def _text(answer: Answer, team: Team, own: tuple[OwnWord, ...]) -> str:
    pieces = (_piece(piece, people, team) for piece, people in marked(answer.said.text, own))
    look = "white-space:pre-wrap;line-height:1.55;margin:.1rem 0 0"
    return (
        f'<div style="border-left:3px solid {TEAM_INKS[team]};padding-left:.75rem;overflow-wrap:anywhere">'
        f'<strong>{escape(answer.person.name)}</strong><p style="{look}">{"".join(pieces)}</p></div>'
    )


def _piece(piece: str, people: int, team: Team) -> str:
    if not people:
        return escape(piece)
    ink = TEAM_INKS[team]
    look = f"border-bottom:2px {'solid' if people > 1 else 'dotted'} {ink};"
    ground = f"{ink}33" if people > 1 else "transparent"
    said = f"only {team.value} says this: {people} {'person' if people == 1 else 'people'}"
    return f'<mark title="{said}" style="color:inherit;background:{ground};{look}">{escape(piece)}</mark>'


def _place(row: SideBySide) -> str:
    return f"own_words.propose.{row.question.id}"


def _ask_to_propose(row: SideBySide, answer: Answer) -> None:
    key, args = f"{_place(row)}.{answer.person.id}", (_place(row), answer.person.id, row.question.id)
    words = "Make this a draft clause"
    st.button(words, key=key, type="tertiary", icon=":material/add:", on_click=_propose, args=args)


def _propose(place: str, writer_id: str, question_id: str) -> None:
    with session.attempt(place):
        session.act(propose_own_words, writer_id, question_id)
        session.said("It is a draft clause now, in its author's words: see the glossary.")
