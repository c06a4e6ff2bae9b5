"""Lead sets: what is kept of a file, and what is refused."""

import hashlib
from pathlib import Path

import pytest

from data.adding_leads import add_csv
from data.lead_sets import lead_set
from data.leads_refused import LeadsRefused
from data.samples import sample_leads
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.lead_set import UnknownValue

CRITERIA = tuple(c for c in classic_scorecard() if isinstance(c, Criterion))


def test_the_sample_leads_are_understood_to_the_last_value(tmp_path: Path) -> None:
    added = add_csv(tmp_path, sample_leads(), CRITERIA, "Sample leads")
    text = sample_leads().decode()
    assert added.hash == hashlib.sha256(sample_leads()).hexdigest()
    assert (added.name, added.rows, added.months) == ("Sample leads", 3_000, ("2026-01", "2026-06"))
    assert (added.won, added.lost, added.open) == tuple(text.count(f",{o},") for o in ("won", "lost", "open"))
    assert added.criteria == ("Budget", "Role", "Need", "Timing", "Size")
    assert (added.not_understood, added.not_understood_leads) == ((), 0)


def test_names_and_answers_are_matched_whatever_their_case_and_blanks(tmp_path: Path) -> None:
    raw = '\ufeffbudget ;  NEED;Note\r\nready;CLEAR;a\r\n  being  formulated;"not clear";b\r\n'.encode()
    added = add_csv(tmp_path, raw, CRITERIA)
    assert (added.rows, added.criteria, added.not_understood_leads) == (2, ("Budget", "Need"), 0)
    assert (added.months, added.won, added.lost, added.open) == ((), 0, 0, 2)


def test_what_is_not_understood_is_counted_and_named_and_no_lead_is_dropped(tmp_path: Path) -> None:
    raw = b"Budget,Outcome,Date,Revenue\n"
    raw += b"huge,won,2026-03-01,5\nhuge,maybe,soon,1\nnone,LOST,2026-02,a lot\n,,,\n"
    added = add_csv(tmp_path, raw, CRITERIA)
    assert (added.rows, added.won, added.lost, added.open) == (4, 1, 1, 2)
    assert added.months == ("2026-02", "2026-03")
    assert set(added.not_understood) == {
        UnknownValue("Budget", "huge", 2),
        UnknownValue("Outcome", "maybe", 1),
        UnknownValue("Date", "soon", 1),
        UnknownValue("Revenue", "a lot", 1),
    }
    assert (added.not_understood[0].value, added.not_understood_leads) == ("huge", 5)


def test_the_same_file_is_kept_once_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    first = add_csv(tmp_path, sample_leads(), CRITERIA)
    assert add_csv(tmp_path, sample_leads(), CRITERIA) == first
    assert [path.name for path in tmp_path.iterdir()] == [f"{first.hash}.parquet"]


def test_a_criterion_that_came_later_finds_its_column(tmp_path: Path) -> None:
    added = add_csv(tmp_path, b"Budget,Need\nReady,Clear\n", CRITERIA[:1])
    assert (added.criteria, lead_set(tmp_path, added.hash, CRITERIA).criteria) == (
        ("Budget",),
        ("Budget", "Need"),
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\n", "empty"),
        (b"Budget,Need\n", "no leads"),
        (b"\xff\xfeB\x00u\x00", "not text"),
        (b"PK\x03\x04\x00\x00Budget", "not text"),
        ("Budget\nprêt\n".encode("latin-1"), "not text"),
        (b"Company,City\nAcme,Oslo\n", "No column"),
        (b"Budget,budget\nReady,Ready\n", "Two columns"),
        (b"Budget,Need\nReady,Clear\nReady\n", "Line 3 "),
        (b"Budget,Need\nReady,Clear,more\n", "Line 2 "),
        (b'Budget,Need\nReady,"Clear\n', "cannot be read"),
        (b"Budget\n" + b"Ready\n" * 200, "larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence_and_leaves_nothing(
    tmp_path: Path, raw: bytes, said: str
) -> None:
    with pytest.raises(LeadsRefused, match=said) as refused:
        add_csv(tmp_path, raw, CRITERIA, most_bytes=1_000)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../secret", "f" * 64, ""])
def test_leads_that_are_not_there_are_said_to_be_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(LeadsRefused):
        lead_set(tmp_path, name, CRITERIA)


@pytest.mark.parametrize("kept", [0, 100, 5_000, -100])
def test_a_damaged_file_is_said_to_be_so_and_adding_it_again_mends_it(tmp_path: Path, kept: int) -> None:
    added = add_csv(tmp_path, sample_leads(), CRITERIA)
    path = tmp_path / f"{added.hash}.parquet"
    sound = path.read_bytes()
    path.write_bytes(sound[:kept] + b"\0" * len(sound[kept:]))
    with pytest.raises(LeadsRefused, match="cannot be read any more"):
        lead_set(tmp_path, added.hash, CRITERIA)
    assert add_csv(tmp_path, sample_leads(), CRITERIA) == added


@pytest.mark.parametrize(
    "name", ["a'b", 'say "x"', "{{ x }}", "x); DROP TABLE leads; --", "[Budget] 😀", "Größe"]
)
def test_any_folder_column_or_answer_name_is_only_data(tmp_path: Path, name: str) -> None:
    criterion = CRITERIA[0].model_copy(
        update={"name": name, "answers": (CRITERIA[0].answers[0].model_copy(update={"label": name}),)}
    )
    quoted = '"' + name.replace('"', '""') + '"'
    folder = tmp_path / name.replace("/", "")
    added = add_csv(folder, f"{quoted},file_row_number\n{quoted},1\nother,2\n".encode(), [criterion])
    assert (added.rows, added.criteria) == (2, (name,))
    assert added.not_understood == (UnknownValue(name, "other", 1),)


def test_a_disk_that_takes_nothing_is_not_blamed_on_a_line_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "leads").write_text("a file where the folder should be")
    with pytest.raises(LeadsRefused, match="could not be kept"):
        add_csv(tmp_path / "leads", sample_leads(), CRITERIA)
