"""Scoring a large file by a definition, beside Python row by row and pandas."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

import click
import pandas as pd

from benchmarks.many_leads import CRITERIA, DATE, OUTCOME, REVENUE, write_leads
from benchmarks.telling import json_option, leads_option, tell_of_leads
from benchmarks.timing import best_ms
from data.importing import Options, understand
from data.scoring.by_label import by_label
from data.scoring.receipts import joined, pieces, receipt_line
from data.scoring.results import Output
from data.scoring.scoring import Scoring, score_file
from definitions.document import compose, scorecard, sign
from definitions.scorecard import Verdict, score
from definitions.settled import Settled
from definitions.threshold import Threshold

TIMES = 3
TARGET_MS = 10_000
SOME = 100_000
"""Leads that the slow ways are timed on; their times are then told for all."""
CONTENTS = (*CRITERIA, Threshold(qualified_from=20, nurture_from=10))
SIGNED = sign(
    compose(
        workshop_id="w",
        workshop="W",
        company="C",
        offering="O",
        version=1,
        settled=[Settled(clause_id=str(n), revision=1, content=each) for n, each in enumerate(CONTENTS)],
    ),
    (),
    None,
)
CARD = scorecard(SIGNED.document)
SENTENCE = "{leads:,} leads scored in {all_ms} ms; row by row {python_times} times, pandas {pandas_times}"


@click.command()
@leads_option
@json_option
def main(leads: int, as_json: bool) -> None:
    """Measure from file to scored file; a million leads must take at most ten seconds."""
    tell_of_leads(measure, leads, SENTENCE, as_json)


def measure(folder: Path, leads: int) -> dict[str, object]:
    """The best of some times, each from the same file; the peers read and write the same columns."""
    source, target = _csv(folder, leads), folder / "scored.csv"
    read_ms = best_ms(lambda: understand(source, Options(), folder / "work"), TIMES)
    all_ms = best_ms(lambda: _score(folder, source, target), TIMES)
    some = _csv(folder, min(leads, SOME))
    peers = {
        name: best_ms(partial(way, some, folder / f"{name}.csv"), 1) * leads / min(leads, SOME)
        for name, way in PEERS.items()
    }
    return {
        "leads": leads,
        "csv_mb": round(source.stat().st_size / 1e6, 1),
        "read_ms": round(read_ms),
        "all_ms": round(all_ms),
        "target_ms": TARGET_MS,
        "scored_mb": round(target.stat().st_size / 1e6, 1),
        **{f"{name}_times": round(ms / all_ms, 1) for name, ms in peers.items()},
    }


def _csv(folder: Path, leads: int) -> Path:
    names = [f'c{number:02} AS "{each.name}"' for number, each in enumerate(CRITERIA, start=1)]
    return write_leads(folder, leads, ", ".join([*names, DATE, OUTCOME, REVENUE]))


def _score(folder: Path, source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    understood = understand(source, Options(), folder / "work")
    job = Scoring(understood, by_label(understood, CRITERIA), SIGNED)
    assert score_file(job, target, Output.CSV).leads == understood.rows_kept


def _by_python(source: Path, target: Path) -> None:
    """One lead after the other, as the rules are written."""
    with source.open(newline="") as read, target.open("w", newline="") as write:
        rows, out = csv.reader(read), csv.writer(write)
        head = next(rows)
        out.writerow([*head, "Verdict", "Points", "Receipt", "Version", "Fingerprint"])
        for row in rows:
            receipt = score(CARD, dict(zip(head, row, strict=True)))
            said = (receipt.verdict, receipt.points, receipt_line(receipt), 1, SIGNED.sha256)
            out.writerow([*row, *said])


def _by_pandas(source: Path, target: Path) -> None:
    """Column by column: a look-up for each criterion's points and words."""
    leads = pd.read_csv(source, dtype=str, keep_default_na=False)
    points, words, passed = 0, [], True
    for criterion in CRITERIA:
        said = dict(zip(criterion.labels, pieces(criterion)[1:], strict=True))
        worth = {answer.label: answer.points for answer in criterion.answers}
        points = points + leads[criterion.name].map(worth).fillna(0)
        words.append(leads[criterion.name].map(said).fillna(pieces(criterion)[0]))
        passed = passed & leads[criterion.name].map(criterion.passes)
    verdict = pd.Series(str(Verdict.NOT_QUALIFIED), leads.index)
    verdict[passed & (points >= 10)] = str(Verdict.NURTURE)
    verdict[passed & (points >= 20)] = str(Verdict.QUALIFIED)
    receipts = [joined(each) for each in zip(*words, strict=True)]
    leads.assign(Verdict=verdict, Points=points, Receipt=receipts, V=1, F=SIGNED.sha256).to_csv(
        target, index=False
    )


PEERS = {"python": _by_python, "pandas": _by_pandas}


if __name__ == "__main__":
    main()
