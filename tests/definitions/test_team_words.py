"""Words that only one team uses, and how far teams lie apart."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from data.starter import own_words_questions, own_words_terms
from definitions.own_words import InPlace
from definitions.team_words import apart_in_review, apart_in_words, marked, only_one_team, stem, words

TEXT = st.text(max_size=40)
TEXTS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(TEXT, max_size=3))


def test_words_are_folded_and_stripped_of_what_everybody_says() -> None:
    assert words("The BUYER’s budget, and a ready-made Straße in 2026!") == (
        "buyer",
        "budget",
        "ready-made",
        "strasse",
    )


def test_a_word_is_one_teams_own_if_no_other_team_uses_it_in_either_number() -> None:
    own = only_one_team({"marketing": ["Forms, forms, form", "Companies"], "sales": ["company budget"]})
    assert [(word.word, word.people) for word in own["marketing"]] == [("forms", 1)]
    assert [word.word for word in own["sales"]] == ["budget"]


def test_nothing_is_marked_while_only_one_team_has_said_something() -> None:
    assert only_one_team({"marketing": ["Budget"], "sales": ["The"]}) == {"marketing": (), "sales": ()}


@given(TEXTS)
def test_an_own_word_stands_in_its_teams_texts_and_in_no_others(texts: dict[str, list[str]]) -> None:
    for team, own in only_one_team(texts).items():
        for word in own:
            assert any(word.word in words(text) for text in texts[team])
            assert 1 <= word.people <= len(texts[team])
            others = [text for other, said in texts.items() if other != team for text in said]
            assert not any(word.word in words(text) for text in others)


def test_a_text_is_marked_where_it_uses_a_word_of_its_team_whatever_its_number_or_case() -> None:
    own = only_one_team({"sales": ["Budget, budgets.", "A BUDGET"], "marketing": ["forms"]})["sales"]
    assert [piece for piece in marked("No Budgets? A budget-line!", own) if piece[1]] == [("Budgets", 2)]


@given(TEXTS)
def test_a_marked_text_joins_to_itself_and_marks_every_own_word(texts: dict[str, list[str]]) -> None:
    for team, own in only_one_team(texts).items():
        roots = {stem(word.word) for word in own}
        for text in texts[team]:
            pieces = list(marked(text, own))
            assert "".join(piece for piece, _ in pieces) == unicodedata.normalize("NFC", text)
            assert all(roots & set(map(stem, words(piece))) for piece, people in pieces if people)


@given(TEXTS)
def test_the_distance_of_words_lies_between_0_and_1_and_does_not_depend_on_the_order(
    texts: dict[str, list[str]],
) -> None:
    apart = apart_in_words(texts)
    assert 0 <= apart <= 1
    assert apart_in_words(dict(reversed(texts.items()))) == apart


def test_the_self_review_differs_fully_where_two_teams_share_no_answer() -> None:
    yes, no, partly = InPlace.IN_PLACE, InPlace.NOT, InPlace.PARTLY
    assert apart_in_review({"a": [yes, yes], "b": [no], "c": [partly]}) == 1
    assert apart_in_review({"a": [yes, no], "b": [yes, yes]}) == 0.5
    assert apart_in_review({"a": [yes], "b": []}) == 0


def test_the_starter_asks_for_the_qualified_lead_first_then_the_terms_then_the_self_review() -> None:
    asked = own_words_questions()
    assert [question.term for question in asked[:4]] == ["Qualified lead", *own_words_terms()]
    assert all(question.reviews for question in asked[4:])
    assert len({question.id for question in asked}) == len(asked) == 10
    assert [question.term for question in own_words_questions(["Fit"])[:3]] == ["Qualified lead", "Fit", None]
