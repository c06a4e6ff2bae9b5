"""What a revealed calibration shows: agreement, the leads in dispute, and what tells the teams apart."""

from __future__ import annotations

from dataclasses import dataclass

from alignment.judging import Judgements
from alignment.people import VOTING_TEAMS
from definitions.calibration.alpha import Reliability, reliability
from definitions.calibration.contrasts import Contrast, contrasts
from definitions.calibration.disputes import Dispute, disputes
from definitions.calibration.pairs import PairAgreement, pair_agreements
from definitions.calibration.votes import Tally, tally
from definitions.drawn_leads import DrawnLeads


@dataclass(frozen=True, eq=False)
class Calibrated:
    """The statistics of one calibration; teams are indexes into the voting teams.

    ``pairs``: within and between teams. ``disputed``: the most disputed lead first. ``apart``: the answers
    that tell teams apart, the surest first.
    """

    judgements: Judgements
    counted: Tally
    together: Reliability
    pairs: tuple[PairAgreement, ...]
    disputed: tuple[Dispute, ...]
    apart: tuple[Contrast, ...]


def calibrated(found: Judgements, drawn: DrawnLeads) -> Calibrated:
    """Everything that is computed once when a calibration is revealed: some 60 ms for 40 people."""
    counted = tally(found.votes, found.teams, len(VOTING_TEAMS))
    return Calibrated(
        judgements=found,
        counted=counted,
        together=reliability(counted),
        pairs=pair_agreements(counted),
        disputed=disputes(counted),
        apart=contrasts(found.answers, drawn.sizes, counted),
    )
