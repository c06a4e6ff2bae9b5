"""On the page of lead sets: mapping a set again, which set is in use, and the next export."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all
from alignment.actions.leads import remove_lead_set
from data.profiles import profiles
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from tests.pages.lead_files import CSV, PAGE, add, field, left_behind, read, upload, words
from tests.pages.rooms import HOST, clause, keys, propose, screen, staffed_room

ANSWERS = (Answer(label="Clear", points=5), Answer(label="Not clear", points=0))
PLAN = Criterion(name="Plan", question="Is the plan clear?", answers=ANSWERS)


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def kept(room: Room, by: str = "Sal") -> str:
    """The small file, added as it is; gives the lead set."""
    app = upload(screen(room, by, PAGE), CSV)
    field(app, "name").set_value("March leads")
    add(app)
    return list(room.workshop().lead_sets)[-1]


def again(room: Room, lead_set: str, by: str = "Sal") -> AppTest:
    app = screen(room, by, PAGE)
    app.button(key=f"leads.again.{lead_set}").click().run()
    return read(app)


def test_a_criterion_that_came_later_is_matched_by_mapping_again(room: Room) -> None:
    first = kept(room)
    propose(room, PLAN)
    assert "Answers Budget, Need. Not matched: Role, Timing, Size, Plan." in words(screen(room, "Sal", PAGE))
    app = again(room, first)
    assert "4 leads of March leads, to be mapped again." in words(app)
    assert field(app, "value", clause(room, "Budget").id, "c03", "Ready").value == ["Ready"]
    field(app, "match", clause(room, "Plan").id).select("c04").run()
    add(app)
    one, two = room.workshop().lead_sets.values()
    assert (one.fact.lead_set, two.fact.mapped_from) == (first, first)
    assert two.fact.raw_sha256 == one.fact.raw_sha256
    assert two.fact.name == "March leads (mapped again)"
    assert two.fact.criteria == ("Budget", "Need", "Plan")
    assert profiles(settings().leads, two.fact.lead_set, [PLAN]).leads.sum() == 4
    assert "Mapped again on" in words(app)
    assert "From the file march.csv." in words(app)
    assert left_behind() == []


def test_the_same_mapping_again_is_refused_and_stays_to_be_changed(room: Room) -> None:
    first = kept(room)
    app = add(again(room, first))
    assert "Nothing was mapped differently" in app.error[0].value
    assert "leads.add" in keys(app)
    assert list(room.workshop().lead_sets) == [first]
    app.button(key="leads.drop").click().run()
    assert f"leads.again.{first}" in keys(app)


def test_leads_that_are_removed_meanwhile_are_refused_in_words(room: Room) -> None:
    first = kept(room)
    propose(room, PLAN)
    app = again(room, first)
    room.act(remove_lead_set, HOST, first)
    field(app, "match", clause(room, "Plan").id).select("c04").run()
    add(app)
    assert "removed meanwhile" in app.error[0].value
    assert not room.workshop().lead_sets


def test_leads_whose_file_is_gone_say_so(room: Room) -> None:
    first = kept(room)
    (settings().leads / f"{first}.parquet").unlink()
    app = again(room, first)
    assert "no longer here" in app.error[0].value


def test_columns_that_were_left_out_are_not_there_and_known_leaks_still_need_insisting(room: Room) -> None:
    app = again(room, kept(room))
    options = field(app, "match", clause(room, "Role").id).options
    assert "E-mail" not in options
    assert "Budget" in options


def test_the_sample_leads_can_be_mapped_again_too(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="leads.sample").click().run()
    (sample,) = room.workshop().lead_sets
    add(again(room, sample))
    two = list(room.workshop().lead_sets.values())[-1]
    assert (two.fact.rows, two.fact.mapped_from) == (3_000, sample)
    assert len(two.fact.criteria) == 5


def test_an_observer_cannot_map_again(room: Room) -> None:
    first = kept(room)
    assert f"leads.again.{first}" not in keys(screen(room, "Obi", PAGE))


def test_the_facilitator_chooses_the_leads_in_use_and_the_what_if_page_begins_with_them(room: Room) -> None:
    screen(room, "Sal", PAGE).button(key="leads.sample").click().run()
    kept(room)
    sample, newest = room.workshop().lead_sets
    assert not any(key.startswith("leads.use") for key in keys(screen(room, "Sal", PAGE)))
    host = screen(room, "Hana", PAGE)
    assert f"leads.use.{newest}" not in keys(host)
    host.button(key=f"leads.use.{sample}").click().run()
    assert room.workshop().lead_set_in_use == sample
    assert f"leads.use.{newest}" in keys(host)
    assert screen(room, "Sal", "pages/simulate/what_if.py").selectbox(key="what_if.lead_set").value == sample


def test_choosing_twice_is_refused_in_words(room: Room) -> None:
    first = kept(room)
    kept_sample = screen(room, "Sal", PAGE)
    kept_sample.button(key="leads.sample").click().run()
    both = [screen(room, "Hana", PAGE) for _ in range(2)]
    for host in both:
        host.button(key=f"leads.use.{first}").click().run()
    assert "in use already" in both[1].error[0].value


def test_new_values_of_the_next_export_are_shown_first() -> None:
    room = staffed_room()
    propose(room, *(c for c in classic_scorecard() if isinstance(c, Criterion)))
    kept(room)
    fresh = (
        CSV.replace(b"Not clear", b"Foggy").replace(b"lost", b"gone").replace(b"perhaps", b"being formulated")
    )
    app = upload(screen(room, "Sal", PAGE), fresh, "april.csv")
    assert "New since march.csv: Foggy (1, not sorted yet)." in words(app)
    assert "New since march.csv: gone (1, not sorted yet)." in words(app)
    assert "New since march.csv: being formulated (1, taken for “Being formulated”)." in words(app)
    shown = words(app)
    need, role = (shown.index(f"\n{clause(room, name).content.question}") for name in ("Need", "Role"))
    assert need < role
    field(app, "value", clause(room, "Need").id, "c04", "Not clear").select("Foggy").run()
    assert "Foggy (1, taken for “Not clear”)" in words(app)
