"""The form for prospects: what it asks, what it keeps, what it refuses, and that anybody can use it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from alignment.actions.definition import open_draft
from alignment.actions.self_qualification import change_self_qualification
from data.assessments.assessment import Channel
from data.assessments.wanted import Wanted
from data.rooms import rooms
from definitions.scorecard import Verdict
from definitions.self_qualification import Wish
from http_routes import qualify
from tests.http_routes.conftest import Browser
from tests.http_routes.prospects import PATH, TIMING, Page, asking, form, kept, with_budget
from tests.pages.definitions import agree, freeze_for, published_room, sign_by
from tests.pages.rooms import HOST, HOSTILE

ANN = {"q0": "0", "email": "ann@example.org"}


@pytest.fixture(autouse=True)
def no_haste() -> None:
    """Nobody has sent anything yet."""
    qualify.VISITORS.forget_all()
    qualify.FORMS.forget_all()


def test_it_asks_in_the_words_for_prospects_and_tells_nothing_else(browser: Browser) -> None:
    room = asking()
    answer = browser().get(PATH)
    assert answer.status_code == 200
    assert "When do you want to begin?" in answer.text
    assert "This quarter" in answer.text
    for secret in ("When do they want to buy", "Soon", "point", "Is there a budget", room.workshop().name):
        assert secret not in answer.text
    assert "set-cookie" not in answer.headers


def test_everything_is_text(browser: Browser) -> None:
    asking(intro=HOSTILE, privacy=HOSTILE, thanks=HOSTILE)
    client = browser()
    shown = client.get(PATH, params={"source": f'">{HOSTILE}'}).text
    sent = client.post(PATH, data=Page(shown).filled(**{**ANN, "email": HOSTILE})).text
    thanks = client.post(PATH, data=Page(shown).filled(**ANN)).text
    for html in (shown, sent, thanks):
        assert "<b>" not in html
        assert "&lt;b&gt;x&lt;/b&gt;" in html


@pytest.mark.parametrize("faulty", [False, True])
def test_every_field_is_labelled_grouped_and_reachable(browser: Browser, faulty: bool) -> None:
    asking(name=Wish.OPTIONAL, company=Wish.NEEDED)
    html = browser().get(PATH).text
    if faulty:
        html = browser().post(PATH, data=Page(html).filled(q0="", email="no", company="")).text
    page = Page(html)
    assert page.lang == "en"
    assert len(page.ids) == len(set(page.ids))
    for given, grouped in zip(page.inputs, page.in_fieldset, strict=True):
        if given.get("type") == "hidden":
            continue
        assert given["id"] in page.labels
        assert grouped == (given.get("type") == "radio")
        assert not any(name.startswith("on") for name in given)
    assert page.tags.count("fieldset") == page.tags.count("legend") == 1
    assert page.tags.count("h1") == page.tags.count("main") == 1
    assert "script" not in page.tags
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert set(page.described) <= set(page.ids)
    assert len(page.links) == (3 if faulty else 0)


def test_an_answer_becomes_a_lead_that_waits_with_our_verdict(browser: Browser) -> None:
    room = asking(company=Wish.OPTIONAL)
    client = browser()
    page = Page(client.get(PATH, params={"source": "Webinar"}).text)
    answer = client.post(PATH, data=page.filled(**ANN, company="Globex"))
    assert answer.status_code == 200
    assert "Thank you." in answer.text
    assert "qualified" not in answer.text
    (lead,) = kept(room)
    version = room.workshop().in_force
    assert version is not None
    assert (lead.channel, lead.by_id, lead.waits) == (Channel.SELF_QUALIFIED, "", True)
    assert (lead.reference, lead.source) == ("Globex", "Webinar")
    assert lead.contact == {"company": "Globex", "email": "ann@example.org"}
    assert lead.answers == {"Timing": "Soon"}
    assert (lead.points, lead.verdict) == (3, Verdict.NOT_QUALIFIED)
    assert (lead.version, lead.sha256) == (1, version.draft.sha256)


def test_the_verdict_is_the_scorecards(browser: Browser) -> None:
    room = asking()
    room.act(change_self_qualification, HOST, True, with_budget())
    client = browser()
    page = Page(client.get(PATH).text)
    client.post(PATH, data=page.filled(q0="0", q1="-", email="a@b.example"))
    (lead,) = kept(room)
    assert lead.answers == {"Budget": "Ready", "Timing": None}
    assert (lead.points, lead.verdict) == (5, Verdict.QUALIFIED)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"q0": ""}, "Choose an answer."),
        ({"q0": "7"}, "Choose an answer."),
        ({"q0": "Soon"}, "Choose an answer."),
        ({"email": ""}, "Enter your e-mail address."),
        ({"email": "ann at example"}, "such as name@example.com"),
        ({"email": "a@" + "x" * 300 + ".example"}, "at most 200 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_entered_is_lost(
    browser: Browser, wrong: dict[str, str], said: str
) -> None:
    room = asking(name=Wish.OPTIONAL)
    client = browser()
    page = Page(client.get(PATH, params={"source": "Fair"}).text)
    answer = client.post(PATH, data=page.filled(**{**ANN, "name": "Ann", "q0": "2", **wrong}))
    assert answer.status_code == 422
    assert said in answer.text
    assert 'role="alert"' in answer.text
    again = Page(answer.text).filled()
    assert again["name"] == "Ann"
    assert again["source"] == "Fair"
    assert "q0" in wrong or again["q0"] == "2"
    assert kept(room) == []


def test_a_form_sent_twice_is_one_lead(browser: Browser) -> None:
    room = asking()
    client = browser()
    data = Page(client.get(PATH).text).filled(**ANN)
    assert [client.post(PATH, data=data).status_code for _ in range(2)] == [200, 200]
    assert len(kept(room)) == 1


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(browser: Browser) -> None:
    room = asking()
    client = browser()
    data = Page(client.get(PATH).text).filled(**ANN, website="https://example.org")
    assert "Thank you." in client.post(PATH, data=data).text
    assert kept(room) == []


def test_a_form_that_is_closed_unknown_or_of_no_definition_is_the_same_page(browser: Browser) -> None:
    room = asking()
    client = browser()
    data = Page(client.get(PATH).text).filled(**ANN)
    room.act(change_self_qualification, HOST, False, form())
    paths = (PATH, "/qualify/nowhere", "/qualify/%00", "/qualify/" + "x" * 3_000)
    answers = [client.get(path) for path in paths] + [client.post(path, data=data) for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert kept(room) == []


def test_before_anybody_opens_it_there_is_no_form(browser: Browser) -> None:
    published_room(TIMING)
    assert browser().get(PATH).status_code == 404


def test_a_new_version_is_asked_by_and_answers_to_the_old_one_are_not_taken_for_its(browser: Browser) -> None:
    room = asking()
    client = browser()
    before = Page(client.get(PATH).text).filled(**ANN)
    room.act(open_draft, HOST)
    new = TIMING.model_copy(update={"name": "Place"})
    agree(room, new)
    freeze_for(room, "Mark", "Dee", "Eve")
    sign_by(room, "Mark", "Dee", "Eve")
    answer = client.post(PATH, data=before)
    assert answer.status_code == 422
    assert "The questions have changed" in answer.text
    assert Page(answer.text).filled()["email"] == "ann@example.org"
    assert client.post(PATH, data=Page(answer.text).filled(q0="1")).status_code == 200
    (lead,) = kept(room)
    assert lead.version == 2
    assert lead.answers == {"Timing": HOSTILE}


def test_one_visitor_sends_only_so_often_and_loses_nothing(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = asking()
    monkeypatch.setattr(qualify.VISITORS, "_most", 2)
    client = browser()
    answers = [client.post(PATH, data=Page(client.get(PATH).text).filled(**ANN)) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["retry-after"] == "600"
    assert Page(answers[-1].text).filled()["email"] == "ann@example.org"
    assert "Nothing you entered is lost" in answers[-1].text
    assert len(kept(room)) == 2


def test_one_form_takes_only_so_many_an_hour(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    room = asking()
    monkeypatch.setattr(qualify.FORMS, "_most", 1)
    client = browser()
    answers = [client.post(PATH, data=Page(client.get(PATH).text).filled(**ANN)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert len(kept(room)) == 1


def test_a_body_longer_than_any_form_is_not_read(browser: Browser) -> None:
    room = asking()
    assert browser().post(PATH, data={"email": "x" * 40_000}).status_code == 413
    assert browser().post(PATH, data={f"f{n}": "" for n in range(100)}).status_code == 400
    assert browser().post(PATH, content=b"\xff\xfe=%ff").status_code in (400, 422)
    assert kept(room) == []


def test_another_sites_form_does_nothing(browser: Browser) -> None:
    room = asking()
    data = Page(browser().get(PATH).text).filled(**ANN)
    assert browser(origin="https://evil.example").post(PATH, data=data).status_code == 403
    assert kept(room) == []


def test_characters_that_cannot_be_kept_do_no_harm(browser: Browser) -> None:
    room = asking(name=Wish.OPTIONAL)
    client = browser()
    data = Page(client.get(PATH, params={"source": "\x00\u202e" + "s" * 900}).text).filled(
        **ANN, name="A\x00nn\n"
    )
    assert client.post(PATH, data=data).status_code == 200
    assert kept(room)[0].contact["name"] == "Ann"
    assert len(kept(room)[0].source) == 200


def test_the_page_is_as_closed_as_our_others(browser: Browser) -> None:
    asking()
    headers = browser().get(PATH).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_while_the_database_is_away_it_says_so(browser: Browser) -> None:
    room = asking()
    client = browser()
    data = Page(client.get(PATH).text).filled(**ANN)

    def away(connection: object, cursor: object, statement: str, *_: object) -> None:
        if "assessments" in statement:
            raise sa.exc.OperationalError("INSERT", {}, OSError("no route to host"))

    engine = rooms().ledger._engine
    sa.event.listen(engine, "before_cursor_execute", away)
    answer = client.post(PATH, data=data)
    assert answer.status_code == 503
    assert Page(answer.text).filled()["email"] == "ann@example.org"
    sa.event.remove(engine, "before_cursor_execute", away)
    assert client.post(PATH, data=Page(answer.text).filled()).status_code == 200
    assert rooms().ledger.assessments.count(room.id, Wanted(waiting=True)) == 1
