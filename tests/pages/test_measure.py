"""The page of measures: the finding first, both promises, and tabs that say what they cannot tell."""

from __future__ import annotations

import numpy as np
import pytest

from alignment.actions.promises import state_promise
from data.description import parquet_path
from data.room import Room
from data.settings import settings
from definitions.measures.gains import Gain
from definitions.measures.journeys import Coded, Event, Journeys
from pages.use.measuring.tabs import TABS
from tests.pages.definitions import published_room
from tests.pages.measured import add_outcomes, hostile, measure, said, spring
from tests.pages.rooms import HOSTILE, person, shown

HEADLINE = (
    "Sales accepted 70 % (57 to 80) of 60 leads; the promise is 90 %. Need causes most rejections: 18 of 18"
)


def test_without_outcomes_the_page_says_what_to_do_and_takes_made_up_ones(room: Room) -> None:
    app = measure(room)
    assert "Nobody has said yet what became of the leads" in said(app)
    app.button(key="measure.sample").click().run()
    assert not app.exception
    assert "They are made up." in said(app)
    assert "Sales accepted" in said(app)


def test_an_observer_without_outcomes_is_asked_for_nothing(room: Room) -> None:
    app = measure(room, "Obi")
    assert "Members of the three teams can add outcomes" in said(app)
    assert not [each for each in app.button if each.key == "measure.sample"]


def test_the_first_line_says_whether_the_promise_is_kept_and_which_clause_is_named(room: Room) -> None:
    add_outcomes(room, spring())
    app = measure(room)
    assert HEADLINE in app.subheader[0].value.replace("\\", "").replace("\u2060", "")
    assert "Far below the promise" in said(app)


def test_both_promises_stand_side_by_side(room: Room) -> None:
    add_outcomes(room, spring())
    text = said(measure(room))
    assert "Marketing promised" in text
    assert "Sales promised" in text
    assert "A reason was given for 18 of 18 rejections" in text
    assert "Nothing promised" in text, "nobody promised a volume here"


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("name", ["Sal", "Obi"])
def test_every_tab_opens(room: Room, tab: str, name: str) -> None:
    add_outcomes(room, spring())
    measure(room, name, tab)


@pytest.mark.parametrize("tab", TABS)
def test_no_tab_takes_a_text_for_more_than_text(room: Room, tab: str) -> None:
    add_outcomes(room, *hostile(), name=f"{HOSTILE} set")
    app = measure(room, tab=tab)
    text = shown(app)
    assert "<b>x</b>" not in text
    assert "**y**" not in text
    assert ":smile:" not in text


def test_what_is_typed_in_a_file_is_read_as_it_was_typed(room: Room) -> None:
    add_outcomes(room, *hostile(), name=f"{HOSTILE} set")
    app = measure(room, tab="Standing still")
    assert f"{HOSTILE} set" in said(app)
    assert f"{HOSTILE} clause" in said(app)
    cells = app.dataframe[0].value
    assert cells["Lead"].str.startswith("=1+").all(), "a table shows what is; only files are made safe"


WITHOUT = {
    "Acceptance": (Event.REJECTED,),
    "What closes": (Event.WON, Event.LOST),
    "Surprises": (Event.LOST,),
    "Clocks": (Event.CONTACTED, Event.REJECTED),
}


@pytest.mark.parametrize("tab", WITHOUT)
def test_a_tab_that_lacks_its_columns_is_grey_and_says_which(room: Room, tab: str) -> None:
    add_outcomes(room, spring(without=WITHOUT[tab]))
    app = measure(room)
    grey = next(each.label for each in app.tabs if tab in each.label)
    assert grey == f":gray[{tab}]"
    app.session_state["measure.tab"] = grey
    app.run()
    assert not app.exception
    assert "The data do not tell when" in said(app)


def test_one_column_is_enough_for_the_page_to_open(room: Room) -> None:
    found = spring(without=[event for event in Event if event is not Event.MQL], version=Coded())
    add_outcomes(room, found)
    text = said(measure(room))
    assert "Whether sales accepts the leads cannot be told" in text


def test_a_filter_changes_what_is_counted_and_nothing_left_is_said(room: Room) -> None:
    key = add_outcomes(room, spring())[:12]
    app = measure(room)
    app.multiselect(key=f"measure.sources.{key}").select("fair").run()
    assert "of 30 leads" in app.subheader[0].value.replace("\\", "")
    assert "30 of 80 leads" in said(app)
    app.multiselect(key=f"measure.versions.{key}").select("1").run()
    assert "15 of 80 leads" in said(app)
    app.multiselect(key=f"measure.qualified.{key}").select("vetted").run()
    assert "No lead is left by this choice" in said(app)


def test_a_set_whose_file_is_gone_is_an_error_and_not_a_crash(room: Room) -> None:
    key = add_outcomes(room, spring())
    parquet_path(settings().leads, key).unlink()
    app = measure(room)
    assert "These outcomes are no longer here" in app.error[0].value


def both_versions() -> Journeys:
    """Leads that all tell their version; those of the first began earlier."""
    found = spring()
    return spring(version=Coded(("1", "2"), (np.arange(len(found)) >= 30).astype(np.int8)))


def test_the_page_begins_with_the_version_in_force_and_other_leads_can_be_chosen() -> None:
    room = published_room()
    key = add_outcomes(room, both_versions())[:12]
    app = measure(room)
    assert "30 of 80 leads from Spring, under version 1, as of" in said(app)
    assert "of 30 leads" in app.subheader[0].value.replace("\\", "")
    app.multiselect(key=f"measure.versions.{key}").set_value([]).run()
    assert "80 leads from Spring, as of" in said(app)


def test_versions_are_compared_whichever_the_page_shows() -> None:
    room = published_room()
    add_outcomes(room, both_versions())
    text = said(measure(room, tab="Versions"))
    assert "Under version 2 sales accepted" in text


def test_nobody_is_said_to_stand_still_at_inquiry(room: Room) -> None:
    add_outcomes(room, spring())
    (stages,) = (
        each for each in measure(room, tab="Standing still").button_group if each.key == "measure.stage"
    )
    assert [option.split(" ")[0] for option in stages.options] == ["MQL", "SAL", "SQL", "opportunity"]


def test_of_several_sets_one_can_be_chosen(room: Room) -> None:
    add_outcomes(room, spring(), name="Old")
    add_outcomes(room, spring(without=[Event.REJECTED]), name="New")
    app = measure(room)
    assert "from New" in said(app)
    old = next(key for key, entry in room.workshop().outcome_sets.items() if entry.fact.name == "Old")
    app.selectbox(key="measure.set").select(old).run()
    assert "from Old" in said(app)


def test_what_is_wrong_with_leads_is_counted_and_said(room: Room) -> None:
    found = spring()
    reference = np.where(np.arange(len(found)) == 1, 0, found.reference)
    add_outcomes(room, spring(reference=reference))
    assert "One lead: each repeats an earlier lead's reference and counts nowhere" in said(measure(room))


def test_leads_that_stand_still_are_listed_by_name_the_longest_waiting_first(room: Room) -> None:
    found = spring()
    add_outcomes(room, found, [f"Lead {row}" for row in range(len(found))])
    app = measure(room, tab="Standing still")
    table = app.dataframe[0].value
    assert list(table["Days waiting"]) == sorted(table["Days waiting"], reverse=True)
    assert table["Lead"].str.startswith("Lead ").all()


def test_an_observer_reads_the_numbers_and_no_lead(room: Room) -> None:
    add_outcomes(room, spring())
    for tab in ("Standing still", "Surprises"):
        app = measure(room, "Obi", tab)
        assert not app.dataframe
        assert "Which leads these are is for the three teams" in said(app)


def test_leads_that_were_rejected_and_then_won_are_named(room: Room) -> None:
    found = spring()
    add_outcomes(room, found, [f"Lead {row}" for row in range(len(found))])
    app = measure(room, tab="Surprises")
    assert "Rejected and then won: 3" in said(app)
    assert list(app.dataframe[0].value["Lead"]) == ["Lead 0", "Lead 20", "Lead 40"]


def test_the_cost_of_unqualified_leads_follows_from_three_numbers(room: Room) -> None:
    add_outcomes(room, spring())
    app = measure(room, tab="Cost")
    assert "Say all three" in said(app)
    for name, value in (("rejected", 20.0), ("wasted", 60.0), ("hour", 100.0)):
        app.number_input(key=f"measure.cost.{name}").set_value(value).run()
    assert "Sales spent 6 hours or 600 on 18 leads that were not qualified" in said(app)


def test_an_executive_puts_numbers_on_record_with_their_source(room: Room) -> None:
    add_outcomes(room, spring())
    place = "measure.promise.QUOTA"
    app = measure(room, "Eve", "Five promises")
    app.session_state[f"{place}.open"] = True
    app.run()
    app.number_input(key=f"{place}.baseline").set_value(50.0)
    app.number_input(key=f"{place}.present").set_value(62.0)
    app.button(key=f"{place}.save").click().run()
    assert "Say where the numbers come from" in app.error[0].value
    app.text_input(key=f"{place}.source").input("Report of May")
    app.button(key=f"{place}.save").click().run()
    assert not app.error
    assert room.workshop().promises[Gain.QUOTA].present == 62
    assert "People making quota: 50 before, 62 now (%): better." in said(app)


def test_sales_reads_the_five_promises_and_states_none(room: Room) -> None:
    add_outcomes(room, spring())
    room.act(state_promise, person(room, "Eve"), Gain.PROSPECTING, 9, None, HOSTILE)
    app = measure(room, "Sal", "Five promises")
    assert HOSTILE in said(app)
    assert "Now: " in said(app)
    assert not app.text_input


def test_a_trip_wire_says_which_leads_it_looks_at() -> None:
    room = published_room()
    add_outcomes(room, spring())
    assert "Leads under version 1 alone count for this." in said(measure(room))
    assert "Whether version 1 of the definition works" in said(measure(room))


def test_a_filter_hides_the_trip_wires_which_are_of_all_leads() -> None:
    room = published_room()
    key = add_outcomes(room, spring())[:12]
    app = measure(room)
    app.multiselect(key=f"measure.sources.{key}").select("fair").run()
    assert "Trip-wire" not in said(app)


def test_a_page_of_a_list_that_is_gone_gives_way_to_the_last_one(room: Room) -> None:
    key = add_outcomes(room, spring())[:12]
    app = measure(room, tab="Standing still")
    app.session_state["measure.stage"] = "inquiry"
    app.session_state["measure.list.standing at inquiry.page"] = 2
    app.run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 10
    app.multiselect(key=f"measure.sources.{key}").select("fair").run()
    assert not app.exception
