"""Leads from a file: understood, mapped, and kept only when they are added."""

from __future__ import annotations

import re

import pytest

from alignment.actions.clauses import propose_all
from data.profiles import profiles
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from tests.pages.lead_files import CSV, PAGE, add, criterion, field, left_behind, read, upload, words
from tests.pages.rooms import HOST, HOSTILE, clause, keys, propose, screen, shown, staffed_room


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def test_a_file_is_understood_first_and_kept_only_when_it_is_added(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    assert "4 leads were read from march.csv" in words(app)
    assert not room.workshop().lead_sets
    assert not settings().leads.exists()
    field(app, "name").set_value("March leads")
    add(app)
    (entry,) = room.workshop().lead_sets.values()
    assert (entry.fact.name, entry.fact.rows, entry.fact.won, entry.fact.lost) == ("March leads", 4, 2, 1)
    assert entry.fact.months == ("2026-01", "2026-02")
    assert entry.fact.criteria == ("Budget", "Need")
    assert "2 won, 1 lost and 1 still open; of those decided 67 % were won (21 to 94 %)." in words(app)
    assert "leads.add" not in keys(app)
    assert left_behind() == []


def test_e_mail_addresses_are_left_out_unless_they_are_chosen(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    assert "Left out: E-mail" in words(app)
    assert "ann@example.invalid" not in str(app.dataframe[0].value)
    field(app, "kept").select("c06").run()
    assert "Kept although it may be about persons: E-mail" in words(app)
    assert "ann@example.invalid" in str(app.dataframe[0].value)


def test_another_delimiter_reads_the_file_anew(room: Room) -> None:
    raw = CSV.replace(b",", b";").replace(b"perhaps", b"per,haps")
    app = upload(screen(room, "Sal", PAGE), raw)
    assert "Values are parted by semicolons." in words(app)
    read(field(app, "delimiter").select(",").run())
    assert "Values are parted by semicolons." not in words(app)
    read(field(app, "delimiter").select(";").run())
    assert "Values are parted by semicolons." in words(app)
    assert "4 leads were read" in words(app)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "web page"),
        (b"Budget,Need\n", "no leads"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_leaves_nothing(
    room: Room, raw: bytes, why: str
) -> None:
    app = upload(screen(room, "Sal", PAGE), raw)
    assert why in app.error[0].value.replace("\\", "")
    assert "leads.add" not in keys(app)
    assert left_behind() == []
    upload(app, CSV)
    assert not app.error
    assert "leads.add" in keys(app)


def test_what_means_an_answer_is_suggested_and_can_be_changed(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    place = ("value", clause(room, "Budget").id, "c03")
    labels = [answer.label for answer in criterion(room, "Budget").answers]
    best = next(label for label in labels if "Ready" in field(app, *place, label).value)
    assert "not answered: 1, such as perhaps (1)" in words(app)
    field(app, *place, best).select("perhaps").run()
    assert "not answered: 1, such as perhaps" not in words(app)
    assert f"{best}: 3" in words(app)
    add(app)
    (lead_set,) = room.workshop().lead_sets
    counted = profiles(settings().leads, lead_set, [criterion(room, "Budget")])
    answered = counted.answers[:, 0] == labels.index(best)
    assert int(counted.leads[answered].sum()) == 3


def test_numbers_are_sorted_by_ranges_and_what_two_answers_claim_is_said() -> None:
    room = staffed_room()
    answers = (Answer(label="Large", points=5), Answer(label="Small", points=1))
    propose(room, Criterion(name="Size", question="How many people work there?", answers=answers))
    rows = "".join(f"{people},{'won' if people % 2 else 'lost'}\n" for people in range(100))
    app = upload(screen(room, "Sal", PAGE), f"People,Outcome\n{rows}".encode())
    size = clause(room, "Size").id
    field(app, "match", size).select("c01").run()
    field(app, "at_least", size, "c01", "Large").set_value(50.0).run()
    field(app, "below", size, "c01", "Small").set_value(60.0).run()
    assert "Large and Small both claim 50 to below 60" in "".join(w.value for w in app.warning)
    field(app, "below", size, "c01", "Small").set_value(40.0).run()
    assert not app.warning
    assert "No answer covers 40 to below 50." in words(app)
    assert "Large: 50 · Small: 40 · not answered: 10" in words(app)
    field(app, "below", size, "c01", "Large").set_value(20.0).run()
    assert app.error
    assert "Large: 50 · Small: 40" in words(app)


def leaky() -> bytes:
    """Leads whose call lasts long if they were won, which nobody can know before."""
    ends = ["won" if n % 4 == 0 else "lost" for n in range(200)]
    seconds = [n + (300 if end == "won" else 10) for n, end in enumerate(ends)]
    budgets = ["Ready" if n % 3 else "None" for n in range(200)]
    rows = "".join(f"{n},{budgets[n]},{seconds[n]},{ends[n]}\n" for n in range(200))
    return f"Lead,Budget,Call duration,Outcome\n{rows}".encode()


def test_a_column_known_too_late_is_refused_until_somebody_insists(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), leaky())
    need = clause(room, "Need").id
    field(app, "match", need).select("c03").run()
    assert app.warning
    add(app)
    assert app.error
    assert not room.workshop().lead_sets
    field(app, "insist", need, "c03").check().run()
    field(app, "at_least", need, "c03", "Clear").set_value(300.0).run()
    add(app)
    assert not app.error
    (entry,) = room.workshop().lead_sets.values()
    assert set(entry.fact.criteria) == {"Budget", "Need"}


def test_rows_that_are_set_aside_are_counted_and_can_be_downloaded(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV + b"5,2026-02-07,Ready\n")
    assert "4 leads were read" in words(app)
    assert "1 row was set aside" in words(app)
    assert "leads.set_aside" in {each.key for each in app.get("download_button")}


def test_the_file_can_be_let_go_and_nothing_of_it_stays(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    assert left_behind()
    app.button(key="leads.drop").click().run()
    assert left_behind() == []
    assert app.file_uploader
    assert "leads.add" not in keys(app)


def test_names_headers_and_values_show_as_typed(room: Room) -> None:
    raw = f'Lead,"{HOSTILE}",Budget,Outcome\n1,"{HOSTILE}",Ready,won\n2,"{HOSTILE}",None,lost\n'
    app = upload(screen(room, "Sal", PAGE), raw.encode())
    assert "<b>" not in shown(app)
    field(app, "name").set_value(HOSTILE)
    add(app)
    (entry,) = room.workshop().lead_sets.values()
    assert entry.fact.name == HOSTILE
    assert "<b>" not in shown(app)


def test_the_next_export_of_the_same_shape_is_mapped_as_the_one_before(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    place = ("value", clause(room, "Budget").id, "c03", "Ready")
    field(app, *place).select("perhaps").run()
    add(app)
    upload(app, CSV.replace(b"2026-02-06", b"2026-03-06"), "april.csv")
    assert "Mapped like march.csv, which had the same columns." in words(app)
    assert field(app, *place).value == ["Ready", "perhaps"]
    add(app)
    assert not app.error
    assert len(room.workshop().lead_sets) == 2


def test_a_file_that_cannot_be_read_in_another_way_stays_as_it_was_read(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), CSV)
    read(field(app, "header_row").select(4).run())
    assert "What you see is still the reading before." in app.error[0].value
    assert "Row 1 names the columns." in words(app)
    add(app)
    assert len(room.workshop().lead_sets) == 1


def test_what_was_chosen_stays_when_the_file_is_read_in_another_way(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), b"Exported by me\n" + CSV)
    assert "Row 2 names the columns." in words(app)
    budget, need = clause(room, "Budget").id, clause(room, "Need").id
    field(app, "match", need).select("c01").run()
    field(app, "value", budget, "c03", "Ready").select("perhaps").run()
    field(app, "outcome", "c05", "Means lost").unselect("lost").run()
    field(app, "column", "source").select("c01").run()
    field(app, "column", "date").select("").run()
    field(app, "kept").select("c06").run()
    field(app, "name").set_value("March leads").run()
    read(field(app, "header_row").select(0).run())
    assert "Row 1 names the columns." in words(app)
    read(field(app, "header_row").select(1).run())
    assert field(app, "match", need).value == "c01"
    assert field(app, "value", budget, "c03", "Ready").value == ["Ready", "perhaps"]
    assert field(app, "outcome", "c05", "Means lost").value == []
    assert field(app, "column", "source").value == "c01"
    assert "c06" in field(app, "kept").value
    assert field(app, "name").value == "March leads"
    assert field(app, "column", "date").value == ""
    field(app, "match", need).select("c04").run()
    read(field(app, "encoding").select("cp1252").run())
    assert field(app, "match", need).value == "c04"


def test_every_value_that_is_no_number_can_be_seen_with_its_leads(room: Room) -> None:
    visits = ["1", "2", "3"] * 4 + ["twelve", "twelve", "€5", "n/a"]
    raw = "Lead,Visits\n" + "".join(f"L{n},{value}\n" for n, value in enumerate(visits))
    app = upload(screen(room, "Sal", PAGE), raw.encode())
    assert "In “Visits” 3 values are not numbers, such as “twelve”." in words(app)
    assert "€5 (1)" not in words(app)
    folded = re.search(r"leads\.[0-9.]+\.unread", repr(app.session_state))
    assert folded is not None
    app.session_state[folded.group()] = True
    app.run()
    assert "Visits: twelve (2), €5 (1)" in words(app)
    assert "Taken for nothing: n/a." in words(app)


def test_a_file_of_which_nothing_matches_says_what_to_do_next(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), b"Lead,Weather,Outcome\n1,sun,won\n2,rain,lost\n")
    assert "Choose one below for at least one of the criteria" in app.info[0].value
    field(app, "match", clause(room, "Need").id).select("c02").run()
    assert not app.info
