"""Words of the glossary are told where clauses use them."""

from __future__ import annotations

import pytest

from data.room import Room
from definitions.glossary import Term
from pages.shared.terms import used_in
from tests.alignment.rooms import criterion, term
from tests.pages.definitions import published_room
from tests.pages.rooms import HOSTILE, clause, propose, put_to_vote, screen, words

MQL = Term(
    name="Marketing qualified lead", definition="Ready for sales.", synonyms=("MQL",), owner="Marketing"
)
LEAD = term("Lead", "Somebody we can reach.")


@pytest.mark.parametrize(
    ("page", "place"), [("pages/draft/criteria.py", "card"), ("pages/decide/ballots.py", "ballot")]
)
def test_a_window_tells_what_a_clause_s_words_mean(room: Room, page: str, place: str) -> None:
    put_to_vote(room, criterion("Budget", question="Has the MQL money? A lead has."))
    propose(room, MQL, LEAD)
    app = screen(room, "Sal", page)
    key = f"terms.{place}.{clause(room, 'Budget').id}"
    assert "Marketing qualified lead, Lead: what it means" in labels(app)
    assert "Somebody we can reach" not in words(app)
    app.session_state[key] = True
    app.run()
    assert "**Marketing qualified lead** (also MQL): Ready for sales. Marketing answers for it." in words(app)
    assert "**Lead**: Somebody we can reach." in words(app)


def test_whoever_qualifies_a_lead_reads_what_the_words_of_a_question_mean() -> None:
    room = published_room(MQL, LEAD, criterion("Reach", question="Is the MQL a lead?"))
    app = screen(room, "Sal", "pages/use/qualify.py")
    app.text_input(key=f"qualify.reference.{room.id}").set_value("Globex")
    app.button(key="qualify.begin").click().run()
    assert "what it means" not in labels(app), "the first question uses no term"
    app.button(key="qualify.later").click().run()
    assert "Marketing qualified lead, Lead: what it means" in labels(app)
    app.session_state["terms.qualify.Reach"] = True
    app.run()
    assert "**Lead**: Somebody we can reach." in words(app)


def labels(app: object) -> str:
    blocks = app.get("popover")  # type: ignore[attr-defined]
    return "\n".join(b.proto.popover.label for b in blocks).replace("\\", "").replace("\u2060", "")


def test_neither_a_term_s_own_card_nor_a_clause_without_terms_has_a_window(
    room: Room,
) -> None:
    propose(room, criterion("Budget"), LEAD, MQL)
    workshop = room.workshop()
    assert used_in(workshop, clause(room, "Budget")) == ()
    assert used_in(workshop, clause(room, "Lead")) == ()
    assert used_in(workshop, clause(room, "Marketing qualified lead")) == ()


def test_terms_are_named_in_the_order_a_reader_meets_them_and_not_across_texts(room: Room) -> None:
    propose(room, term("big lead"), LEAD, MQL)
    propose(room, criterion("Big", question="Lead or MQL or lead?"))
    found = used_in(room.workshop(), clause(room, "Big"))
    assert [each.name for each in found] == ["Lead", "Marketing qualified lead"]


def test_hostile_words_show_as_typed(room: Room) -> None:
    propose(room, Term(name=HOSTILE, definition=HOSTILE, synonyms=(HOSTILE,)))
    propose(room, criterion("Budget", question=f"Is {HOSTILE} it?"))
    app = screen(room, "Sal", "pages/draft/criteria.py")
    app.session_state[f"terms.card.{clause(room, 'Budget').id}"] = True
    app.run()
    marked = "\n".join(element.value for element in app.markdown)
    assert not any(sign in marked for sign in ("**y**", "<b>", ":smile:", "->"))
    assert "x" in marked
