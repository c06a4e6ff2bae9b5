"""The document on screen: live while drafting, with evidence and chart, and what changed."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from alignment.actions.definition import open_draft
from alignment.actions.golden_leads import keep_golden_lead
from alignment.actions.leads import add_lead_set
from alignment.composing import frozen_document
from data.adding_leads import add_csv
from data.lead_sets import added
from data.room import Room
from data.settings import settings
from definitions.enclosures import Fate
from definitions.glossary import Term
from definitions.scorecard import Verdict
from pages.publish.comparison import FATES
from pages.publish.sheet import GLOSSARY
from tests.pages.definitions import (
    BUDGET,
    DEFINITION,
    SIGN_OFF,
    SIGNATORIES,
    agree,
    draft_of,
    freeze_for,
    published_room,
    settled_room,
    sign_by,
)
from tests.pages.rooms import HOST, HOSTILE, everybody_votes, keys, put_to_vote, screen, shown

LEADS = (
    b"Budget,Created,Outcome\n" + b"Ready,2026-01-05,won\nNone,2026-02-03,lost\nReady,2026-02-09,lost\n" * 4
)


def with_leads(room: Room) -> Room:
    """Twelve leads of two months, of which four were won."""
    room.act(add_lead_set, HOST, added(add_csv(settings().leads, LEADS, [BUDGET], "Spring <b>")))
    return room


def pictures(app: AppTest) -> list[str]:
    """What each picture on the page shows, in words."""
    return [image.alt for element in app.get("image") for image in element.proto.imgs]


def read(app: AppTest) -> str:
    """The words on the screen without what keeps Streamlit from making signs of them."""
    return shown(app).replace("\u2060", "")


def second_version(*more: Term) -> Room:
    """A workshop in which a second version, with more terms, replaced the first."""
    room = published_room()
    room.act(open_draft, HOST)
    agree(room, *more)
    freeze_for(room, *SIGNATORIES)
    sign_by(room, *SIGNATORIES)
    return room


def test_the_preview_shows_what_is_settled_as_it_will_be_frozen() -> None:
    room = with_leads(settled_room())
    room.act(
        keep_golden_lead, HOST, "The big one", {"Budget": "Ready"}, Verdict.QUALIFIED, "It paid at once."
    )
    words = read(screen(room, "Hana", SIGN_OFF))
    assert "It would have sent 8 of them to sales" in words
    assert "Of the 4 that were won, 4 are among these" in words
    assert "Qualified: 5 of 5 points, and every must-have is met." in words
    assert "It paid at once." in words


def test_the_preview_follows_as_soon_as_another_clause_is_settled() -> None:
    room = settled_room()
    app = screen(room, "Hana", SIGN_OFF)
    term = Term(name="Prospect", definition="A suspect who asks.")
    put_to_vote(room, term)
    assert "who asks" not in shown(app.run())
    everybody_votes(room, term.name)
    assert f"A [suspect](#{GLOSSARY} " in shown(app.run())


def test_a_word_of_the_glossary_tells_what_it_means_where_it_stands() -> None:
    lead = Term(name="Lead", definition=f'Who \\ "asks"\n{HOSTILE} ' + "x" * 400)
    room = published_room(lead, Term(name="Prospect", definition="A lead | who waits."))
    told = read(screen(room, "Mark", DEFINITION))
    assert f'A [lead](#{GLOSSARY} "Who \\\\ \\"asks\\" ' in told
    assert r"\*\*y\*\*" in told
    assert "x" * 300 not in told.split("who waits")[0].rsplit("[lead]", 1)[1]


def test_the_chart_is_on_the_sheet_and_told_in_words() -> None:
    app = screen(with_leads(settled_room()), "Hana", SIGN_OFF)
    told = next(words for words in pictures(app) if words)
    assert told.startswith("Chart over all thresholds. From 5 points, 67\u00a0% of the leads qualify")


def test_what_is_frozen_holds_the_evidence_that_the_preview_showed() -> None:
    room = with_leads(settled_room())
    app = screen(room, "Hana", SIGN_OFF)
    for team, name in (("marketing", "Mark"), ("sales", "Dee"), ("executives", "Eve")):
        chosen = next(p.id for p in room.workshop().people if p.name == name)
        app.multiselect(key=f"freeze.{team}").set_value([chosen])
    app.button(key="freeze.go").click().run()
    evidence = frozen_document(draft_of(room)).evidence
    assert evidence is not None
    assert (evidence.lead_set, evidence.leads, evidence.qualified) == ("Spring <b>", 12, 8)
    assert "Spring \\<b\\>" in shown(app)


def test_a_lead_set_whose_file_is_gone_leaves_the_document_without_evidence() -> None:
    room = with_leads(settled_room())
    for file in Path(settings().leads).iterdir():
        file.unlink()
    app = screen(room, "Hana", SIGN_OFF)
    assert "Evidence" not in [element.value for element in app.subheader]
    assert not app.exception


def test_what_changed_is_offered_as_soon_as_there_are_two_versions() -> None:
    assert "definition.compare" not in keys(screen(published_room(), "Mark", DEFINITION))
    assert "definition.compare" in keys(screen(second_version(PROSPECT), "Mark", DEFINITION))


PROSPECT = Term(name="Prospect", definition="Somebody who asks.")


def compared(app: AppTest) -> AppTest:
    """The page with what changed on it."""
    app.toggle(key="definition.compare").set_value(True)
    return app.run()


def marked(app: AppTest) -> str:
    """The pieces that are marked as gone or new."""
    return "".join(element.proto.body for element in app.get("html"))


def test_two_versions_are_compared_by_the_word_and_can_be_printed() -> None:
    app = compared(screen(second_version(PROSPECT), "Obi", DEFINITION))
    assert f"**Prospect** {FATES[Fate.ADDED]}" in shown(app)
    assert "+Prospect: Somebody who asks.</ins>" in marked(app)
    link = next(element.proto for element in app.get("link_button"))
    assert link.url.endswith("/definition/acme-x?since=1&until=2")
    app.selectbox(key="definition.since").set_value(2)
    app.selectbox(key="definition.until").set_value(1)
    assert "<del" in marked(app.run())
    app.selectbox(key="definition.until").set_value(2)
    assert "No clause says anything else." in shown(app.run())


def test_what_people_typed_is_shown_as_typed_among_what_changed() -> None:
    hostile = Term(name=HOSTILE, definition=f"</ins><script>alert(1)</script> {HOSTILE}")
    app = compared(screen(second_version(hostile), "Mark", DEFINITION))
    assert "<script>" not in marked(app)
    assert "&lt;script&gt;" in marked(app)
    assert not app.exception


def test_the_second_version_says_what_changed_since_the_first() -> None:
    words = read(screen(second_version(PROSPECT), "Mark", DEFINITION))
    assert "What changed since version 1" in words
    assert "New: Prospect." in words
