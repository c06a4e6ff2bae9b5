"""The page that scores a file: dropped, mapped, scored, handed back; refused, called off, left."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.leads import add_lead_set
from data.importing import Options, understand
from data.keeping import keep
from data.lead_sets import added
from data.room import Room
from data.scoring import task as tasks
from data.scoring.results import Output
from data.settings import settings
from data.suggestions import suggest
from definitions.criteria import Answer, Criterion
from pages.use.scored.handing_back import file_stem
from tests.pages.definitions import BUDGET, frozen_room, published_room
from tests.pages.lead_files import words
from tests.pages.rooms import HOSTILE, keys, person, screen, shown

PAGE = "pages/use/score_file.py"
LEADS_PAGE = "pages/simulate/leads.py"
CSV = b"Lead,budget,Note\n1,READY,x\n2,perhaps,=1+1\n3,None,\n"
PATIENCE = 30


def settled(app: AppTest) -> AppTest:
    """Wait until nothing is read or scored."""
    until = time.monotonic() + PATIENCE
    while {"leads.cancel", "scoring.cancel"} & keys(app):
        assert time.monotonic() < until, "it was not done in time"
        time.sleep(0.1)
        app.run()
    assert not app.exception, app.exception[0]
    return app


def upload(app: AppTest, raw: bytes = CSV, name: str = "march.csv") -> AppTest:
    app.file_uploader[0].upload(name, raw)
    return settled(app.run())


def score(app: AppTest) -> AppTest:
    app.button(key="scoring.go").click().run()
    return settled(app)


def task_of(app: AppTest) -> Any:
    return app.session_state["_notes" if "_notes" in app.session_state else "notes"]["scoring.task"]


def files(app: AppTest) -> set[str]:
    return {element.proto.label for element in app.get("download_button")}


def metrics(app: AppTest) -> list[str]:
    return [element.value for element in app.metric]


def left_behind() -> list[Path]:
    place = settings().folder / "importing"
    return list(place.iterdir()) if place.exists() else []


def test_a_stranger_meets_the_gate() -> None:
    assert "not in a workshop" in shown(screen(published_room(), None, PAGE))


def test_before_a_definition_is_in_force_the_page_says_so() -> None:
    app = screen(frozen_room(), "Sal", PAGE)
    assert "No definition is in force yet" in shown(app)
    assert not app.get("file_uploader")


def test_an_observer_is_told_who_can_score_files() -> None:
    app = screen(published_room(), "Obi", PAGE)
    assert "can score files" in shown(app)
    assert not app.get("file_uploader")


def test_a_file_whose_columns_speak_for_themselves_is_scored_in_one_click() -> None:
    app = upload(screen(published_room(), "Sal", PAGE))
    assert "three leads read from march.csv" in words(app)
    assert "Matched with a column: 1 of 1" in words(app)
    score(app)
    assert metrics(app) == ["1", "0", "2"]
    assert "Budget is not answered for one lead with “perhaps” (1)." in words(app)
    assert files(app) == {"Download as CSV", "Download as Excel", "Download as Parquet"}
    rows = list(csv.reader(task_of(app).made(Output.CSV).decode().splitlines()))
    assert rows[0][:4] == ["Lead", "budget", "Note", "Verdict"]
    assert [row[2:5] for row in rows[1:]] == [
        ["x", "qualified", "5"],
        ["'=1+1", "not qualified", "0"],
        ["", "not qualified", "0"],
    ]
    assert len(task_of(app).made(Output.XLSX)) > 1_000
    assert task_of(app).made(Output.PARQUET).startswith(b"PAR1")


def test_another_mapping_gives_other_verdicts() -> None:
    app = upload(screen(published_room(), "Sal", PAGE))
    column = next(each for each in app.selectbox if each.label == "Column")
    assert column.value == "c02"
    column.select("").run()
    score(app)
    assert "No column answers a criterion" in words(app)
    next(each for each in app.selectbox if each.label == "Column").select("c02").run()
    score(app)
    assert metrics(app) == ["1", "0", "2"]
    app.button(key="scoring.back").click().run()
    assert "scoring.go" in keys(app)
    assert len(list(left_behind()[0].glob("scored-*"))) == 0


def test_the_mapping_of_a_lead_set_is_used_again_also_when_the_file_has_no_outcome(tmp_path: Path) -> None:
    room = published_room()
    past = tmp_path / "past.csv"
    past.write_text("Funds state,Outcome\nyes indeed,won\nnothing,lost\n")
    understood = understand(past, Options(), tmp_path / "work")
    mapping = suggest(understood, (BUDGET,)).model_dump()
    answers = [{"answer": "Ready", "values": ["yes indeed"]}, {"answer": "None", "values": ["nothing"]}]
    mapping["criteria"] = [{"criterion": "Budget", "column": "c01", "answers": answers}]
    kept = keep(understood, type(suggest(understood, ())).model_validate(mapping), settings().leads)
    room.act(add_lead_set, person(room, "Sal"), added(kept))
    app = upload(screen(room, "Sal", PAGE), b"Id,funds state\n1,yes indeed\n2,nothing\n")
    assert "Mapped like past.csv" in words(app)
    assert metrics(score(app)) == ["1", "0", "1"]


@pytest.mark.parametrize(("raw", "why"), [(b"", "empty"), (b"<html><body>x</body></html>", "web page")])
def test_a_file_that_cannot_be_used_is_refused_in_words_and_leaves_nothing(raw: bytes, why: str) -> None:
    app = upload(screen(published_room(), "Sal", PAGE), raw)
    assert why in app.error[0].value.replace("\\", "")
    assert "scoring.go" not in keys(app)
    assert left_behind() == []


def test_hostile_names_and_cells_are_shown_as_they_are() -> None:
    odd = Criterion(
        name=HOSTILE,
        question=HOSTILE,
        answers=(Answer(label=HOSTILE, points=5), Answer(label="=2", points=0)),
    )
    room = published_room(odd)
    cell = HOSTILE.replace('"', '""')
    raw = f'Lead,"{cell}",Budget\n1,<i>z</i>,:smile: **x**\n2,=2,Ready\n'.encode()
    app = score(upload(screen(room, "Sal", PAGE), raw, f"{HOSTILE}\\..\\x.csv"))
    assert metrics(app) == ["1", "0", "1"], words(app)
    for body in (element.value for element in app.markdown):
        assert ":smile:" not in body
        assert "<b>" not in body.replace("\\<b\\>", "")
    (button, *_) = app.get("download_button")
    assert not set("<>/\\:|*") & set(file_stem(f"{HOSTILE}\\..\\x.csv"))
    assert button.proto.label == "Download as CSV"


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a/b\\c.csv", "c"), ("..", "leads"), ("x" * 300 + ".csv", "x" * 80), ("März (2).xlsx", "März (2)")],
)
def test_the_scored_file_has_a_name_that_any_file_system_takes(name: str, stem: str) -> None:
    assert file_stem(name) == stem


def test_scoring_that_takes_long_is_watched_and_called_off(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def slow(job: Any, target: Path, kind: Output, tell: Any, cancelled: Event) -> None:
        begun.set()
        cancelled.wait(PATIENCE)

    monkeypatch.setattr("data.scoring.task.score_file", slow)
    monkeypatch.setattr("pages.use.scored.running.PATIENCE", 0.1)
    app = upload(screen(published_room(), "Sal", PAGE))
    app.button(key="scoring.go").click().run()
    assert begun.wait(PATIENCE)
    assert "scoring.cancel" in keys(app)
    app.button(key="scoring.cancel").click().run()
    assert "scoring.go" in keys(app)
    assert not app.metric


def test_a_fault_of_ours_is_said_and_the_file_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("data.scoring.task.score_file", broken)
    app = score(upload(screen(published_room(), "Sal", PAGE)))
    assert tasks.BROKEN in words(app)
    assert "scoring.go" in keys(app)


def test_taking_another_file_leaves_nothing_of_the_first() -> None:
    app = score(upload(screen(published_room(), "Sal", PAGE)))
    assert len(left_behind()) == 1
    app.button(key="scoring.drop").click().run()
    assert left_behind() == []
    assert app.get("file_uploader")


def test_a_file_to_score_and_a_file_of_past_leads_do_not_mix(room: Room) -> None:
    room = published_room()
    app = upload(screen(room, "Sal", PAGE))
    app.switch_page(LEADS_PAGE).run()
    assert "leads.add" not in keys(app)
    upload(app, b"Budget,Outcome\nReady,won\nNone,lost\n", "past.csv")
    assert "past.csv" in words(app)
    app.switch_page(PAGE).run()
    assert "march.csv" in words(app)
    assert "past.csv" not in words(app)
    assert metrics(score(app)) == ["1", "0", "2"]
    app.switch_page(LEADS_PAGE).run()
    app.button(key="leads.add").click().run()
    assert not app.exception, app.exception[0]
    assert len(room.workshop().lead_sets) == 1
