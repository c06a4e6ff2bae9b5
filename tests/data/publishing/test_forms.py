"""The other forms: the calendar of the review, JSON and its schema, the chart."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from jsonschema_rs import Draft202012Validator, meta

from data.publishing import files
from data.publishing.chart import chart
from data.publishing.forms import FORMS, SAVED
from data.publishing.json_schema import json_schema
from data.publishing.review_calendar import ics
from definitions.document import sign
from definitions.enclosures import CurvePoint
from definitions.handoff import Handoff, Upkeep
from tests.data.publishing.rich import EVIDENCE, rich
from tests.definitions.documents import NEED, THRESHOLD, document, published, settled

EARLIER = Path(__file__).parent / "signed_before.json"
"""A definition that was exported before there were enclosures."""


def test_every_form_has_an_ending_of_its_own_and_the_page_has_no_address_with_one() -> None:
    assert len({form.ending for form in FORMS}) == len(FORMS)
    assert "html" not in SAVED
    assert {"pdf", "docx", "md", "json", "ics"} <= set(SAVED)


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), 6, date(2027, 5, 20)),
        (datetime(2026, 8, 31, 23, 59, tzinfo=UTC), 6, date(2027, 2, 28)),
        (datetime(2027, 12, 31, tzinfo=UTC), 2, date(2028, 2, 29)),
    ],
)
def test_the_calendar_has_the_day_of_the_review(day: datetime, months: int, due: date) -> None:
    care = Handoff(upkeep=Upkeep(review_months=months))
    text = document([settled(NEED), settled(THRESHOLD), settled(care)], company="Pumps; & Söhne,\nInc.")
    signed = sign(text, [], day)
    entry = Calendar.from_ical(ics(signed)).events[0]
    assert entry.start == due
    assert str(entry["SUMMARY"]) == "Review: what a qualified lead is at Pumps; & Söhne, Inc."
    assert signed.sha256 in str(entry["DESCRIPTION"])
    assert str(entry["UID"]) == f"review-{signed.sha256}"
    assert len(entry.alarms.times) == 1
    assert "by " + due.strftime("%-d %B %Y") in files.markdown(signed).decode()


def test_a_definition_that_is_not_in_force_has_no_day_of_review() -> None:
    assert Calendar.from_ical(ics(sign(document(), [], None))).events == []
    assert (
        "The definition is reviewed every six months. A clause"
        in files.markdown(sign(document(), [], None)).decode()
    )


@pytest.mark.parametrize("signed", [published(), rich()], ids=["plain", "rich"])
def test_every_exported_definition_fits_the_published_schema(signed: object) -> None:
    schema = json.loads(json_schema())
    meta.validate(schema)
    exported = json.loads(files.json(signed))  # type: ignore[arg-type]
    assert list(Draft202012Validator(schema).iter_errors(exported)) == []
    assert list(Draft202012Validator(schema).iter_errors({**exported, "more": 1})) != []


def test_what_was_exported_earlier_is_read_holds_and_fits_the_schema() -> None:
    earlier = json.loads(EARLIER.read_text())
    assert list(Draft202012Validator(json.loads(json_schema())).iter_errors(earlier)) == []
    read = published().model_validate(earlier)
    assert read.intact
    assert files.json(read) == EARLIER.read_bytes()


def test_the_chart_is_sound_xml_and_lies_within_its_frame() -> None:
    picture = ElementTree.fromstring(chart(EVIDENCE, THRESHOLD, "All of it."))
    width, height = (float(value) for value in picture.attrib["viewBox"].split()[2:])
    for word in picture.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(word.attrib["x"]) <= width
        assert 0 <= float(word.attrib["y"]) <= height
    assert "".join(picture.itertext()).count("Wins among them") == 1


def test_the_chart_without_wins_has_one_line() -> None:
    picture = chart(EVIDENCE.model_copy(update={"won": 0}), THRESHOLD)
    assert "Wins" not in picture
    assert 'class="wins"' not in picture


@pytest.mark.parametrize("thresholds", [(0, 1), (-30, 90), (0, 20_000), (5, 5)])
def test_the_axis_has_a_few_round_numbers(thresholds: tuple[int, int]) -> None:
    points = tuple(CurvePoint(threshold=t, qualified=1, won=1) for t in thresholds)
    shown = chart(EVIDENCE.model_copy(update={"curve": points}), THRESHOLD)
    ticks = [line for line in shown.split("<text") if f'y="{246 + 20}"' in line]
    assert 1 <= len(ticks) <= 8
