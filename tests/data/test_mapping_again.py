"""Mapping kept leads again, and the next export of the same shape."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from data.adding_leads import add_csv
from data.importing import ImportCancelled, Options, Understood
from data.keeping import keep
from data.lead_file import lead_file
from data.lead_sets import added
from data.leads_refused import LeadsRefused
from data.mapping_again import kept_leads
from data.offers import Offer, offer, offer_again
from data.profiles import profiles
from data.samples import sample_leads
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.mapping import CriterionMapping, Mapping
from definitions.mapping_edits import Meaning, with_criterion, with_kept, with_meaning
from tests.data.exports import COLUMNS, MAPPING
from tests.data.uploads import upload

CRITERIA = tuple(c for c in classic_scorecard() if isinstance(c, Criterion))
SOURCE = Criterion(
    name="Where from",
    question="How did they find us?",
    answers=(Answer(label="Fair", points=5), Answer(label="Web", points=1)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "leads"


@pytest.fixture
def first(tmp_path: Path, folder: Path) -> str:
    understood = upload(tmp_path / "work", COLUMNS, "Export.csv", decimal=",")
    return keep(understood, MAPPING, folder).hash


def again(folder: Path, lead_set: str, *criteria: Criterion, name: str = "") -> Offer:
    work = folder.parent / "again"
    work.mkdir(exist_ok=True)
    understood = kept_leads(folder, lead_set, Options(), work, lambda _: None, Event(), name=name)
    return offer_again(understood, criteria, folder, lead_set)


def kept_again(folder: Path, found: Offer, mapping: Mapping):
    return keep(found.understood, mapping, folder, former=found.former)


def test_only_what_was_kept_can_be_mapped_again(folder: Path, first: str) -> None:
    found = again(folder, first, *CRITERIA).understood
    assert [column.header for column in found.columns] == ["Money?", "Deal", "When", "End", "From"]
    assert [column.name for column in found.columns] == list(MAPPING.kept)
    assert (found.file_name, found.rows_kept, found.options.decimal) == ("Export.csv", 4, ",")
    assert {row[0] for row in found.preview} == {"yes", "no", "maybe", "n/a"}


def test_the_same_mapping_gives_the_same_set_and_another_one_a_new_set(folder: Path, first: str) -> None:
    found = again(folder, first, *CRITERIA)
    renewed = kept_again(folder, found, found.mapping).hash
    found = again(folder, renewed, *CRITERIA)
    assert kept_again(folder, found, found.mapping).hash == renewed
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    other = kept_again(folder, found, with_meaning(found.mapping, Meaning.SOURCE, None))
    fact = added(other, mapped_from=found.mapped_from)
    assert other.hash not in {first, renewed}
    assert (fact.raw_sha256, fact.file_name, fact.mapped_from) == ("a" * 64, "Export.csv", renewed)
    assert all((folder / name).read_bytes() == content for name, content in before.items())


def test_a_criterion_that_came_later_is_suggested_and_then_counted(folder: Path, first: str) -> None:
    found = again(folder, first, *CRITERIA, SOURCE)
    mapped = found.mapping.of("Where from")
    assert mapped is not None
    assert mapped.column == "c06"
    kept = kept_again(folder, found, found.mapping)
    counted = profiles(folder, kept.hash, [SOURCE])
    assert [int(counted.leads[counted.answers[:, 0] == place].sum()) for place in (0, 1)] == [1, 3]


def test_a_column_without_any_answer_in_it_answers_no_criterion(folder: Path, first: str) -> None:
    found = again(folder, first, *CRITERIA)
    role = CriterionMapping(criterion="Role", column="c06")
    kept = kept_again(folder, found, with_criterion(found.mapping, role))
    assert kept.criteria == ("Budget", "Size")


def test_what_was_chosen_stays_and_new_answers_get_what_means_nothing_yet(folder: Path, first: str) -> None:
    answers = (*CRITERIA[0].answers, Answer(label="Maybe", points=1))
    found = again(folder, first, CRITERIA[0].model_copy(update={"answers": answers}))
    budget = found.mapping.of("Budget")
    assert budget is not None
    assert {each.answer: each.values for each in budget.answers} == {
        "Ready": ("yes",),
        "Being formulated": (),
        "None": ("no",),
        "Maybe": ("maybe",),
    }
    assert [mapped.criterion for mapped in found.mapping.criteria] == ["Budget"], "the others are gone"


def test_the_next_export_is_known_by_the_columns_that_were_never_kept(
    folder: Path, first: str, tmp_path: Path
) -> None:
    found = again(folder, first, *CRITERIA)
    smaller = with_kept(with_meaning(found.mapping, Meaning.SOURCE, None), [])
    kept = kept_again(folder, found, smaller)
    file = lead_file(folder, kept.hash)
    assert file is not None
    assert list(file.headers.values()) == list(COLUMNS)
    following = upload(tmp_path / "next", COLUMNS, decimal=",")
    assert offer(following, CRITERIA, folder, [kept.hash]).reused == "Export.csv"


def test_leads_that_are_read_by_their_columns_names_can_be_mapped_too(folder: Path) -> None:
    sample = add_csv(folder, sample_leads(), CRITERIA)
    found = again(folder, sample.hash, *CRITERIA, name="Sample")
    mapped = kept_again(folder, found, found.mapping)
    assert (mapped.hash != sample.hash, mapped.raw_sha256) == (True, sample.hash)
    one, other = (profiles(folder, kept, CRITERIA) for kept in (sample.hash, mapped.hash))
    assert (one.answers == other.answers).all()
    assert (one.leads == other.leads).all()


def test_leads_that_are_gone_are_refused_and_calling_it_off_changes_nothing(
    folder: Path, first: str, tmp_path: Path
) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(ImportCancelled):
        kept_leads(folder, first, Options(), tmp_path, lambda _: None, cancelled)
    (folder / f"{first}.parquet").unlink()
    with pytest.raises(LeadsRefused, match="no longer here"):
        kept_leads(folder, first, Options(), tmp_path, lambda _: None, Event())


def following(work: Path, **columns: list[str]) -> Understood:
    return upload(work, {**COLUMNS, **columns}, "Next.csv", decimal=",")


def test_new_values_of_the_next_export_are_found_and_old_ones_are_not(
    folder: Path, first: str, tmp_path: Path
) -> None:
    budget = ["yes", "lease", "maybe", "lease"]
    changed = following(tmp_path / "next", **{"Money?": budget, "End": ["Won", "Lost", "Talking", "Gone"]})
    found = offer(changed, CRITERIA, folder, [first])
    assert found.reused == "Export.csv"
    assert found.news == {"c02": (("lease", 2),), "c05": (("Gone", 1),)}


def test_a_new_value_like_an_answer_is_taken_for_it_but_an_old_one_is_left_as_it_was(
    folder: Path, first: str, tmp_path: Path
) -> None:
    changed = following(tmp_path / "next", **{"Money?": ["yes", "being formulated", "maybe", "maybe"]})
    answers = (*CRITERIA[0].answers, Answer(label="Maybe", points=1))
    found = offer(changed, [CRITERIA[0].model_copy(update={"answers": answers})], folder, [first])
    budget = found.mapping.of("Budget")
    assert budget is not None
    assert budget.answers[1].values == ("being formulated",)
    assert budget.answers[3].values == ("maybe",), "a new answer may take what meant nothing"


def test_an_export_with_the_same_values_brings_no_news(folder: Path, first: str, tmp_path: Path) -> None:
    assert offer(following(tmp_path / "next"), CRITERIA, folder, [first]).news == {}
