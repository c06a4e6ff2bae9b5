"""The handoff on the page of threshold and handoff."""

from __future__ import annotations

from datetime import date, time

from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import revise_clause
from data.room import Room
from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff, ReasonKind, RejectReason, Stage, Supply, Upkeep
from tests.alignment.rooms import criterion
from tests.definitions.handoffs.fullest import FULLEST
from tests.pages.bridged import with_sample_leads
from tests.pages.rooms import HOSTILE, clause, keys, propose, put_to_vote, screen, shown, vote, words

PAGE = "pages/draft/handoff.py"


def test_the_handoff_is_proposed_and_revised(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.handoff.open").click().run()
    app.number_input(key="new.handoff.decide_hours").set_value(8)
    app.button(key="new.handoff.send").click().run()
    c = clause(room, "Handoff")
    assert c.content == Handoff(decide_hours=8)
    app.button(key=f"edit.{c.id}.open").click().run()
    app.number_input(key=f"edit.{c.id}.acceptance_percent").set_value(85)
    app.button(key=f"edit.{c.id}.save").click().run()
    assert clause(room, "Handoff").content == Handoff(decide_hours=8, acceptance_percent=85)
    assert "accepts 85 %" in shown(app).replace("\\", "")


def test_observers_see_that_nobody_has_proposed_one(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert shown(app).count("Nobody has proposed one yet") == 2
    assert not [key for key in keys(app) if key.startswith("new.")]


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))


def opened(room: Room, button: str = "new.handoff.open") -> AppTest:
    """Sal's page with the form for a handoff open."""
    app = screen(room, "Sal", PAGE)
    return app.button(key=button).click().run()


def to_tab(app: AppTest, tab: str, place: str = "new.handoff") -> AppTest:
    app.session_state[f"{place}.tabs"] = tab
    return app.run()


def rows(app: AppTest, what: str, field: str) -> list[str]:
    """The keys of a field in all rows, in the order on the screen."""
    found = [element.key for kind in ("text_input", "selectbox", "button") for element in app.get(kind)]
    return [
        key for key in found if key and key.startswith(f"new.handoff.{what}.") and key.endswith(f".{field}")
    ]


def test_the_usual_handoff_is_offered_with_the_reasons_that_name_clauses_there_are(room: Room) -> None:
    propose(room, criterion("Need"), criterion("Budget"))
    app = opened(room, "new.handoff.usual")
    app.button(key="new.handoff.send").click().run()
    content = clause(room, "Handoff").content
    assert isinstance(content, Handoff)
    assert [stage.name for stage in content.stages][:3] == ["Inquiry", "MQL", "SAL"]
    assert {reason.clause for reason in content.reject_reasons} == {"", "Need", "Budget"}
    assert content.upkeep == Upkeep()
    assert "A lead passes from Marketing to Sales at “SAL”" in words(app)


def test_the_clocks_get_a_calendar(room: Room) -> None:
    app = opened(room)
    app.toggle(key="new.handoff.calendar").set_value(True).run()
    app.selectbox(key="new.handoff.country").set_value("DE").run()
    app.selectbox(key="new.handoff.subdivision").set_value("BY")
    app.selectbox(key="new.handoff.time_zone").set_value("Europe/Berlin")
    app.button_group(key="new.handoff.days").set_value([3, 0, 1, 2])
    app.time_input(key="new.handoff.opens").set_value(time(8, 30))
    app.text_area(key="new.handoff.closed").set_value("2026-12-24 to 2026-12-26\n2026-05-15")
    app.button(key="new.handoff.send").click().run()
    content = clause(room, "Handoff").content
    assert isinstance(content, Handoff)
    assert content.business_hours == BusinessHours(
        time_zone="Europe/Berlin",
        days=(0, 1, 2, 3),
        opens=time(8, 30),
        country="DE",
        subdivision="BY",
        closed=(date(2026, 5, 15), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)),
    )
    assert "Monday to Thursday, 8:30 to 17:00, Europe/Berlin" in words(app)


def test_a_calendar_that_cannot_be_is_refused_and_stays(room: Room) -> None:
    app = opened(room)
    app.toggle(key="new.handoff.calendar").set_value(True).run()
    app.text_area(key="new.handoff.closed").set_value("Christmas")
    app.button(key="new.handoff.send").click().run()
    assert "Closed days have “Christmas”" in app.error[0].value.replace("\\", "")
    assert app.text_area(key="new.handoff.closed").value == "Christmas"
    app.text_area(key="new.handoff.closed").set_value("")
    app.time_input(key="new.handoff.closes").set_value(time(9, 30))
    app.button(key="new.handoff.send").click().run()
    assert "Work must end at least an hour after it begins" in app.error[0].value
    assert not room.workshop().clauses


def test_another_country_forgets_the_part_of_the_one_before(room: Room) -> None:
    app = opened(room)
    app.toggle(key="new.handoff.calendar").set_value(True).run()
    app.selectbox(key="new.handoff.country").set_value("DE").run()
    app.selectbox(key="new.handoff.subdivision").set_value("BY").run()
    app.selectbox(key="new.handoff.country").set_value("GB").run()
    assert app.selectbox(key="new.handoff.subdivision").value == ""


def test_stages_are_rows_that_come_go_and_change_places(room: Room) -> None:
    app = to_tab(opened(room), "Stages")
    for name in ("SAL", "MQL", "Gone"):
        app.button(key="new.handoff.stage.add").click().run()
        app.text_input(key=rows(app, "stage", "name")[-1]).set_value(name).run()
    app.button(key=rows(app, "stage", "up")[1]).click().run()
    app.button(key=rows(app, "stage", "remove")[2]).click().run()
    app.text_input(key=rows(app, "stage", "owner")[0]).set_value("Marketing").run()
    app.button(key="new.handoff.stage.add").click().run()
    to_tab(app, "Clocks")
    app.button(key="new.handoff.send").click().run()
    content = clause(room, "Handoff").content
    assert content == Handoff(stages=(Stage(name="MQL", owner="Marketing"), Stage(name="SAL")))


def test_two_stages_of_one_name_are_refused_and_stay(room: Room) -> None:
    app = to_tab(opened(room), "Stages")
    for _ in range(2):
        app.button(key="new.handoff.stage.add").click().run()
        app.text_input(key=rows(app, "stage", "name")[-1]).set_value("MQL").run()
    app.button(key="new.handoff.send").click().run()
    assert "Two stages have the same name" in app.error[0].value
    assert [app.text_input(key=key).value for key in rows(app, "stage", "name")] == ["MQL", "MQL"]


def test_a_definitional_reason_names_a_clause_of_the_workshop(room: Room) -> None:
    propose(room, criterion("Need"))
    app = to_tab(opened(room), "Reasons")
    app.button(key="new.handoff.reason.add").click().run()
    app.text_input(key=rows(app, "reason", "words")[0]).set_value("No need at all").run()
    app.selectbox(key=rows(app, "reason", "kind")[0]).set_value(ReasonKind.DEFINITIONAL).run()
    app.button(key="new.handoff.send").click().run()
    assert "A definitional reason names the clause" in app.error[0].value
    chosen = app.selectbox(key=rows(app, "reason", "clause")[0])
    assert chosen.options == ["Choose the clause", "Need"]
    chosen.set_value("Need").run()
    app.button(key="new.handoff.send").click().run()
    reason = RejectReason(kind=ReasonKind.DEFINITIONAL, words="No need at all", clause="Need")
    assert clause(room, "Handoff").content == Handoff(reject_reasons=(reason,))


def test_a_renamed_clause_is_flagged_beside_the_reason_that_names_it(room: Room) -> None:
    reason = RejectReason(kind=ReasonKind.DEFINITIONAL, words="No need", clause="Need")
    propose(room, criterion("Need"), Handoff(reject_reasons=(reason,)))
    assert "Was it renamed" not in words(screen(room, "Sal", PAGE))
    need = clause(room, "Need")
    room.act(revise_clause, "p1", need.id, 1, criterion("Business need"))
    app = screen(room, "Obi", PAGE)
    assert "“No need” names the clause “Need”, and there is none of that name" in words(app)


def test_both_sides_see_both_promises(room: Room) -> None:
    propose(room, Handoff(supply=Supply(leads_a_month=120), trigger="All questions are answered"))
    said = words(screen(room, "Obi", PAGE))
    assert "Marketing hands over at least 120 qualified leads a month." in said
    assert "The sign at which a lead changes hands: All questions are answered." in said
    assert "Sales makes first contact within 48 business hours of accepting a lead." in said
    assert "more than the 20 that can be worked" in said


def test_promises_and_upkeep_are_typed_and_what_is_empty_is_not_promised(room: Room) -> None:
    app = to_tab(opened(room), "Promises")
    app.number_input(key="new.handoff.complete_percent").set_value(95).run()
    app.text_area(key="new.handoff.recycle").set_value("Back to marketing").run()
    to_tab(app, "Upkeep")
    app.toggle(key="new.handoff.upkeep").set_value(True).run()
    app.number_input(key="new.handoff.challenges").set_value(None).run()
    app.button(key="new.handoff.send").click().run()
    assert "Challenges" in app.error[0].value
    app.number_input(key="new.handoff.challenges").set_value(5).run()
    app.button(key="new.handoff.send").click().run()
    assert clause(room, "Handoff").content == Handoff(
        supply=Supply(complete_percent=95), recycle="Back to marketing", upkeep=Upkeep(challenges=5)
    )


def test_a_full_handoff_is_edited_without_losing_anything(room: Room) -> None:
    propose(room, criterion("Need"), FULLEST)
    app = screen(room, "Sal", PAGE)
    c = clause(room, "Handoff")
    app.button(key=f"edit.{c.id}.open").click().run()
    app.number_input(key=f"edit.{c.id}.decide_hours").set_value(8)
    for tab in ("Stages", "Reasons", "Promises", "Upkeep", "Clocks"):
        to_tab(app, tab, f"edit.{c.id}")
    app.button(key=f"edit.{c.id}.save").click().run()
    assert clause(room, "Handoff").content == FULLEST.model_copy(update={"decide_hours": 8})


def test_with_leads_the_page_says_whether_the_clocks_can_be_kept(room: Room) -> None:
    propose(room, Handoff())
    app = screen(room, "Sal", PAGE)
    assert "With criteria and leads" in words(app)
    assert "what_if.people" not in keys(app), "nothing would come of what is typed there"
    with_sample_leads(room)
    said = words(screen(room, "Sal", PAGE))
    assert "With the leads “Sample leads" in said
    assert "The promise can" in said


def test_the_people_typed_here_are_those_of_the_what_if(room: Room) -> None:
    with_sample_leads(room)
    app = screen(room, "Sal", PAGE)
    app.number_input(key="what_if.people").set_value(7).run()
    app.switch_page("pages/simulate/what_if.py").run()
    app.switch_page(PAGE).run()
    assert app.number_input(key="what_if.people").value == 7


def test_what_is_hostile_in_a_handoff_is_shown_as_typed(room: Room) -> None:
    handoff = Handoff(
        trigger=HOSTILE,
        stages=(
            Stage(name=HOSTILE, owner=HOSTILE, entry=HOSTILE),
            Stage(name="x", owner=HOSTILE, aside=True),
        ),
        reject_reasons=(RejectReason(kind=ReasonKind.DEFINITIONAL, words=HOSTILE, clause=HOSTILE),),
    )
    propose(room, handoff)
    assert words(screen(room, "Sal", PAGE)).count(HOSTILE) >= 6


def test_who_votes_on_a_handoff_sees_its_stages_and_reasons(room: Room) -> None:
    put_to_vote(room, criterion("Need"), FULLEST)
    vote(room, "Sal", "Need")
    said = words(screen(room, "Sal", "pages/decide/ballots.py"))
    assert "**MQL** · marketing: It has the points." in said
    assert "**Recycled** :gray[(aside)]" in said
    assert "**Rejected for what qualified means** :gray[(definitional)]: No need :gray[(clause Need)]" in said
