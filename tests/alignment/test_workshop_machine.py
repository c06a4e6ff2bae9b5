"""Random people do random things at random times; what the record promises holds after each of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import timedelta
from typing import Any

import rfc8785
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from alignment.actions import (
    ballots,
    calibrations,
    challenges,
    clauses,
    connections,
    definition,
    discussion,
    golden_leads,
    joining,
    leads,
    opening,
    outcomes,
    own_words,
    people,
    presenting,
    promises,
    reading,
    reviewing,
    rulings,
    self_qualification,
    understanding,
)
from alignment.challenges import OutOfBand
from alignment.clauses import Clause, Status
from alignment.composing import frozen_document
from alignment.drafts import Frozen
from alignment.facts import (
    AnyFact,
    BallotCast,
    BallotOpened,
    DeciderNamed,
    LeadJudged,
    ObjectionLifted,
    OwnWordsWritten,
    PointsProposed,
    Recorded,
    RulingMade,
    UnderstandingAnswered,
)
from alignment.judgements import Judgement
from alignment.judging import judgements
from alignment.outcomes import Outcome
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.presenting import Scene
from alignment.refused import Refused
from alignment.rounds import Round
from alignment.sharing import Sharing
from alignment.side_by_side import side_by_side
from alignment.stances import Mode, Seal, Stance
from alignment.standing import status
from alignment.telling import tell
from alignment.workshop import Phase
from definitions.document import scorecard, sha256
from definitions.drawn_leads import OwnCard
from definitions.measures.gains import Gain
from definitions.own_words import InPlace
from definitions.scorecard import Verdict, score
from definitions.self_qualification import ProspectForm, usual_question
from tests.alignment.rooms import LEADS, OUTCOMES, Room, criterion, join, staffed_room, term, threshold
from tests.alignment.stages import DRAWN, QUESTIONS

PERSON = st.integers(0, 11)
CLAUSE = st.integers(0, 3)
STANCE = st.sampled_from([*Stance, Stance.AGREE, Stance.AGREE])
SEAL = st.sampled_from(list(Seal))
MODE = st.sampled_from(list(Mode))
LASTING = st.sampled_from([timedelta(seconds=1), timedelta(minutes=2), timedelta(days=7)])
CONTENT = st.one_of(
    st.builds(criterion, st.sampled_from(["Budget", "Role", "Timing"]), st.integers(5, 7)),
    st.builds(threshold, st.integers(1, 5)),
    st.builds(term, st.sampled_from(["Suspect", "Budget"])),
)
TEXT = st.text(alphabet=st.sampled_from("aé=<{$\u202e\x00\x1f \n\t😀"), max_size=6)


class Workshop(RuleBasedStateMachine):
    """A room of nine, one of whom was removed, and whoever joins."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.published: list[bytes] = []
        self.frozen_clauses: Any = None
        self.secrets = 0

    @initialize(contents=st.lists(CONTENT, max_size=3))
    def begin(self, contents: list[Any]) -> None:
        self.room = staffed_room()
        self.attempt(clauses.propose_all, "p1", [criterion(), threshold(), *contents])

    def attempt(self, action: Any, actor: str | None, *args: Any, **kw: Any) -> None:
        """Try something; being refused is fine, breaking is not, and a refusal leaves no trace."""
        before = (self.room.workshop, len(self.room.record))
        try:
            self.room.act(action, actor, *args, **kw)
        except Refused:
            assert (self.room.workshop, len(self.room.record)) == before

    def who(self, number: int) -> str:
        """A participant, who may have been removed, or somebody from elsewhere."""
        everybody = [*self.room.workshop.participants, "elsewhere"]
        return everybody[number % len(everybody)]

    def which(self, number: int) -> str:
        """A clause, or one that does not exist."""
        every = [*self.room.workshop.clauses, "c0"]
        return every[number % len(every)]

    def secret(self) -> str:
        """A reason that no other text contains."""
        self.secrets += 1
        return f"secret-{self.secrets}-"

    def votes_on(self, clause_id: str, stances: list[Stance]) -> None:
        voters = [person.id for person in self.room.workshop.voters()]
        for voter, stance in zip(voters, stances, strict=False):
            self.attempt(ballots.cast_ballot, voter, clause_id, stance, self.secret())

    # --- what people do

    @rule(person=PERSON, clause=CLAUSE, scene=st.sampled_from(list(Scene)))
    def show(self, person: int, clause: int, scene: Scene) -> None:
        about = self.which(clause) if scene is Scene.CLAUSE else ""
        self.attempt(presenting.show_scene, self.who(person), scene, about)

    @rule(person=PERSON, minutes=st.integers(-1, 61), stop=st.booleans())
    def time(self, person: int, minutes: int, stop: bool) -> None:
        if stop:
            self.attempt(presenting.stop_timer, self.who(person))
        else:
            self.attempt(presenting.start_timer, self.who(person), minutes)

    @rule(person=PERSON, content=CONTENT)
    def propose(self, person: int, content: Any) -> None:
        self.attempt(clauses.propose_clause, self.who(person), content)

    @rule(person=PERSON, clause=CLAUSE, content=CONTENT, note=TEXT, late=st.booleans())
    def revise(self, person: int, clause: int, content: Any, note: str, late: bool) -> None:
        found = self.room.workshop.clauses.get(self.which(clause))
        based_on = (len(found.revisions) if found else 1) - late
        self.attempt(clauses.revise_clause, self.who(person), self.which(clause), based_on, content, note)

    @rule(person=PERSON, clause=CLAUSE, text=TEXT)
    def leave_out_or_bring_back(self, person: int, clause: int, text: str) -> None:
        found = self.room.workshop.clauses.get(self.which(clause))
        if found is not None and found.withdrawn_reason is not None:
            self.attempt(clauses.restore_clause, self.who(person), found.id)
        else:
            self.attempt(clauses.withdraw_clause, self.who(person), self.which(clause), text)

    @rule(person=PERSON, clause=CLAUSE, text=TEXT)
    def comment(self, person: int, clause: int, text: str) -> None:
        self.attempt(clauses.comment, self.who(person), self.which(clause), text)

    @rule(person=PERSON, clause=CLAUSE, text=TEXT, place=st.integers(0, 2), resolve=st.booleans())
    def talk(self, person: int, clause: int, text: str, place: int, resolve: bool) -> None:
        found = self.room.workshop.clauses.get(self.which(clause))
        said = [comment.id for comment in found.comments] if found else []
        about = said[place] if place < len(said) else "m0"
        if resolve:
            self.attempt(discussion.resolve_comment, self.who(person), self.which(clause), about)
        else:
            self.attempt(clauses.comment, self.who(person), self.which(clause), f"@Sal {text}", about)

    @rule(person=PERSON, back=st.integers(-1, 9))
    def catch_up(self, person: int, back: int) -> None:
        self.attempt(discussion.catch_up, self.who(person), self.room.workshop.head - back)

    @rule(person=PERSON, reveal=st.booleans())
    def ask_for_own_words(self, person: int, reveal: bool) -> None:
        action = own_words.reveal_own_words if reveal else own_words.ask_own_words
        self.attempt(action, self.who(person), *([] if reveal else [QUESTIONS]))

    @rule(person=PERSON, choice=st.sampled_from(InPlace), empty=st.booleans())
    def write_own_words(self, person: int, choice: InPlace, empty: bool) -> None:
        self.attempt(own_words.ask_own_words, "p1", QUESTIONS)
        self.attempt(own_words.write_own_words, self.who(person), "q1", "" if empty else self.secret())
        self.attempt(own_words.write_own_words, self.who(person), "q2", in_place=choice)

    @rule(person=PERSON, writer=PERSON)
    def make_a_clause_of_own_words(self, person: int, writer: int) -> None:
        self.attempt(own_words.propose_own_words, self.who(person), self.who(writer), "q1")

    @rule(person=PERSON, reveal=st.booleans())
    def calibrate(self, person: int, reveal: bool) -> None:
        if reveal:
            for calibration in list(self.room.workshop.calibrations):
                self.attempt(calibrations.reveal_calibration, self.who(person), calibration)
        else:
            self.attempt(leads.add_lead_set, "p1", LEADS)
            name, lead_set = f"{len(self.room.record)}", LEADS.lead_set
            self.attempt(calibrations.open_calibration, self.who(person), name, lead_set, 1, DRAWN)

    @rule(person=PERSON, number=st.integers(0, 3), what=st.integers(0, 2))
    def measure(self, person: int, number: int, what: int) -> None:
        name = f"{number}" * 64
        asked = OUTCOMES.model_copy(update={"outcome_set": name}) if what == 0 else name
        wanted = (outcomes.add_outcome_set, outcomes.remove_outcome_set, outcomes.choose_outcome_set)
        self.attempt(wanted[what], self.who(person), asked)
        assert self.room.workshop.outcome_set_in_use in {None, *self.room.workshop.outcome_sets}

    @rule(person=PERSON, gain=st.sampled_from(Gain), number=st.none() | st.floats(-1, 1e13), source=TEXT)
    def state_a_promise(self, person: int, gain: Gain, number: float | None, source: str) -> None:
        self.attempt(promises.state_promise, self.who(person), gain, number, None, source)
        assert all(said.source or said.baseline is None for said in self.room.workshop.promises.values())

    @rule(lead=st.integers(-1, 4), said=st.sampled_from(Judgement), points=st.integers(0, 9))
    def everybody_judges(self, lead: int, said: Judgement, points: int) -> None:
        self.attempt(leads.add_lead_set, "p1", LEADS)
        name = f"{len(self.room.record)}"
        self.attempt(calibrations.open_calibration, "p1", name, LEADS.lead_set, 1, DRAWN)
        card = OwnCard(points=((points, 0), (3, 2, 0)), threshold=77_000 + points, gates=(0, -1))
        for latest in list(self.room.workshop.calibrations)[-1:]:
            for person in [*self.room.workshop.participants, "elsewhere"]:
                self.attempt(calibrations.judge_lead, person, latest, lead, said, self.secret())
                self.attempt(calibrations.propose_points, person, latest, card)

    @precondition(lambda self: self.room.workshop.published)
    @rule(person=PERSON, lead=st.integers(-1, 5), verdict=st.sampled_from([None, *Verdict]))
    def check_understanding(self, person: int, lead: int, verdict: Verdict | None) -> None:
        self.attempt(understanding.ask_understanding, "p1")
        self.attempt(understanding.answer_understanding, self.who(person), lead, verdict)

    @rule(person=PERSON, clause=CLAUSE, seal=SEAL, lasting=LASTING, mode=MODE)
    def open_ballot(self, person: int, clause: int, seal: Seal, lasting: timedelta, mode: Mode) -> None:
        self.attempt(ballots.open_ballot, self.who(person), self.which(clause), seal, lasting, mode)

    @rule(seal=SEAL, lasting=LASTING, mode=MODE, smallest=st.integers(0, 11))
    def open_all(self, seal: Seal, lasting: timedelta, mode: Mode, smallest: int) -> None:
        self.attempt(ballots.open_all_ballots, "p1", seal, lasting, mode)
        self.attempt(people.choose_smallest_group, "p1", smallest)

    @rule(person=PERSON, clause=CLAUSE, stance=STANCE)
    def cast(self, person: int, clause: int, stance: Stance) -> None:
        self.attempt(ballots.cast_ballot, self.who(person), self.which(clause), stance, self.secret())

    @rule(person=PERSON, clause=CLAUSE, reason=TEXT)
    def disagree(self, person: int, clause: int, reason: str) -> None:
        self.attempt(ballots.cast_ballot, self.who(person), self.which(clause), Stance.DISAGREE, reason)

    @rule(clause=CLAUSE, stances=st.lists(STANCE, min_size=6, max_size=9))
    def everybody_votes(self, clause: int, stances: list[Stance]) -> None:
        self.votes_on(self.which(clause), stances)

    @rule(person=PERSON, clause=CLAUSE)
    def lift(self, person: int, clause: int) -> None:
        self.attempt(ballots.lift_objection, self.who(person), self.which(clause))

    @rule(person=PERSON, clause=CLAUSE, close=st.booleans())
    def reveal_or_close(self, person: int, clause: int, close: bool) -> None:
        action = ballots.close_ballot if close else ballots.reveal_ballot
        self.attempt(action, self.who(person), self.which(clause))

    @rule(clause=CLAUSE, person=PERSON, seal=SEAL, lift=st.booleans(), reveal=st.booleans())
    def dispute(self, clause: int, person: int, seal: Seal, lift: bool, reveal: bool) -> None:
        clause_id, objector = self.which(clause), self.who(person)
        self.attempt(ballots.open_ballot, "p1", clause_id, seal)
        self.votes_on(clause_id, [Stance.AGREE] * 12)
        self.attempt(ballots.cast_ballot, objector, clause_id, Stance.DISAGREE, self.secret())
        if lift:
            self.attempt(ballots.lift_objection, objector, clause_id)
        if reveal:
            self.attempt(ballots.reveal_ballot, "p1", clause_id)

    @rule(clause=CLAUSE, note=TEXT, close=st.booleans())
    def escalate(self, clause: int, note: str, close: bool) -> None:
        if close:
            self.attempt(ballots.close_ballot, "p1", self.which(clause))
        self.attempt(rulings.escalate, "p1", self.which(clause), note)

    @rule(person=PERSON, clause=CLAUSE, outcome=st.sampled_from(Outcome), revision=st.integers(1, 2))
    def somebody_rules(self, person: int, clause: int, outcome: Outcome, revision: int) -> None:
        self.attempt(rulings.rule, self.who(person), self.which(clause), outcome, revision, "So be it.")

    @precondition(lambda self: any(c.escalation for c in self.room.workshop.clauses.values()))
    @rule(outcome=st.sampled_from(Outcome), again=st.booleans())
    def the_decider_rules(self, outcome: Outcome, again: bool) -> None:
        decider = self.room.workshop.decider_id
        for clause in [c for c in self.room.workshop.clauses.values() if c.escalation]:
            if again:
                self.attempt(rulings.reopen, decider, clause.id)
            self.attempt(rulings.rule, decider, clause.id, outcome, 1, "So be it.")

    @rule(team=st.sampled_from(Team))
    def join(self, team: Team) -> None:
        if self.hosted and len(self.room.workshop.people) < 12:
            join(self.room, f"New {len(self.room.record)}", team)

    @rule(host=PERSON, person=PERSON, team=st.sampled_from(Team))
    def move(self, host: int, person: int, team: Team) -> None:
        self.attempt(people.change_team, self.who(host), self.who(person), team)

    @rule(host=PERSON, person=PERSON, on=st.booleans())
    def make_facilitator(self, host: int, person: int, on: bool) -> None:
        self.attempt(people.set_facilitator, self.who(host), self.who(person), on)

    @rule(host=PERSON, person=PERSON)
    def name_decider(self, host: int, person: int) -> None:
        self.attempt(people.name_decider, self.who(host), self.who(person))

    @rule(host=PERSON, person=PERSON)
    def remove(self, host: int, person: int) -> None:
        self.attempt(people.remove_participant, self.who(host), self.who(person))

    @rule(person=PERSON)
    def go_to_another_device(self, person: int) -> None:
        token_hash = f"{len(self.room.record):064}"
        self.attempt(joining.make_device_link, self.who(person), token_hash)
        self.attempt(joining.use_device_link, None, token_hash)

    @rule(person=PERSON, name=TEXT, revoke=st.booleans())
    def key_for_a_system(self, person: int, name: str, revoke: bool) -> None:
        token_hash = f"{len(self.room.record):064}"
        self.attempt(connections.make_key, self.who(person), name, token_hash)
        for key in list(self.room.workshop.keys)[-1:] if revoke else ():
            self.attempt(connections.revoke_key, self.who(person), key)

    @rule(person=PERSON, path=TEXT, remove=st.booleans())
    def tell_a_system(self, person: int, path: str, remove: bool) -> None:
        action = connections.remove_webhook if remove else connections.set_webhook
        self.attempt(action, self.who(person), *([] if remove else [f"https://crm.example.org/{path}"]))

    @rule(person=PERSON, days=st.integers(0, 3))
    def invite_and_revoke(self, person: int, days: int) -> None:
        self.attempt(opening.invite_by_email, self.who(person), "nina@example.org", Team.SALES, days)
        self.attempt(joining.join_by_email, None, "nina@example.org", "Nina")
        self.attempt(opening.revoke_invitation, self.who(person), next(iter(self.room.workshop.invitations)))

    @rule(hours=st.sampled_from([1, 24, 24 * 8]))
    def time_passes(self, hours: int) -> None:
        self.room.wait(hours=hours)

    @rule(person=PERSON, name=TEXT, answer=st.sampled_from(["Yes", "No"]), expected=st.sampled_from(Verdict))
    def keep_an_example(self, person: int, name: str, answer: str, expected: Verdict) -> None:
        answers = {"Budget": answer}
        self.attempt(golden_leads.keep_golden_lead, self.who(person), name, answers, expected)

    @rule(person=PERSON, verdict=st.sampled_from(Verdict), reason=TEXT, drop=st.booleans())
    def give_up_on_examples(self, person: int, verdict: Verdict, reason: str, drop: bool) -> None:
        for lead in list(self.room.workshop.golden_leads):
            self.attempt(golden_leads.acknowledge_golden_flip, self.who(person), lead, verdict, reason)
            if drop:
                self.attempt(golden_leads.drop_golden_lead, self.who(person), lead)

    @precondition(lambda self: self.room.workshop.phase is Phase.DRAFTING)
    @rule(person=PERSON, reviewer=PERSON, reviewed=st.booleans(), in_order=st.booleans())
    def settle_what_is_left_and_freeze(
        self, person: int, reviewer: int, reviewed: bool, in_order: bool
    ) -> None:
        self.attempt(ballots.open_all_ballots, "p1")
        for clause in list(self.room.workshop.clauses.values()):
            if status(self.room.workshop, clause, self.room.now) is Status.OPEN:
                self.votes_on(clause.id, [Stance.AGREE] * 12)
                self.attempt(ballots.close_ballot, "p1", clause.id)
        everybody = [p.id for p in self.room.workshop.people]
        reviewers = [self.who(reviewer)] if reviewed else []
        request: dict[str, Any] = {"reviewers": reviewers, "in_order": in_order}
        self.attempt(definition.freeze, self.who(person), everybody, **request)
        self.attempt(definition.freeze, "p1", everybody[:7])

    @precondition(lambda self: self.room.workshop.phase is Phase.FROZEN)
    @rule(person=PERSON, text=TEXT, days=st.sampled_from([None, 0, 7]), back=st.booleans())
    def review(self, person: int, text: str, days: int | None, back: bool) -> None:
        frozen = self.room.workshop.frozen
        asked = [*(frozen.reviewers if frozen else ()), self.who(person)]
        for reviewer in asked:
            action = reviewing.send_back if back else reviewing.review_draft
            frozen = self.room.workshop.frozen
            self.attempt(action, reviewer, frozen.sha256 if frozen else "", text)
        self.attempt(definition.renew_request, self.who(person), days)

    @rule(person=PERSON, text=TEXT, take_back=st.booleans())
    def back_to_the_table(self, person: int, text: str, take_back: bool) -> None:
        if take_back:
            self.attempt(definition.thaw, self.who(person), text)
        elif self.room.workshop.frozen is not None:
            self.attempt(definition.decline, self.who(person), self.room.workshop.frozen.sha256, text)

    @precondition(lambda self: self.room.workshop.phase is Phase.FROZEN)
    @rule(number=st.integers(1, 12))
    def sign(self, number: int) -> None:
        for person in list(self.room.workshop.participants.values())[:number]:
            frozen = self.room.workshop.frozen
            self.attempt(definition.sign, person.id, frozen.sha256 if frozen else "", person.name)

    @precondition(lambda self: self.room.workshop.phase is Phase.PUBLISHED)
    @rule(person=PERSON, sharing=st.sampled_from(Sharing))
    def draft_again(self, person: int, sharing: Sharing) -> None:
        self.attempt(definition.share, self.who(person), sharing)
        self.attempt(definition.open_draft, self.who(person))

    @precondition(lambda self: self.room.workshop.published)
    @rule(person=PERSON, clause=CLAUSE, text=TEXT, figures=st.booleans(), only=st.booleans())
    def challenge(self, person: int, clause: int, text: str, figures: bool, only: bool) -> None:
        clause_id = self.which(clause)
        if figures:
            self.attempt(challenges.challenge_by_figures, None, clause_id, "Low.", {"Won": "3 %"}, clause_id)
            others = (self.which(clause + 1), self.which(clause + 2))
            found = [OutOfBand(each, "Low.", {"Won": "3 %"}, each) for each in others]
            self.attempt(challenges.challenge_by_all_figures, None, found)
        self.attempt(challenges.challenge, self.who(person), clause_id, text)
        self.attempt(challenges.challenge, self.who(person + 1), clause_id, self.secret())
        if only:
            self.attempt(definition.open_draft, "p1", [clause_id], text)

    @precondition(lambda self: self.room.workshop.published)
    @rule(person=PERSON, text=TEXT, withdraw=st.booleans())
    def end_challenges_and_read(self, person: int, text: str, withdraw: bool) -> None:
        self.attempt(definition.widen_draft, self.who(person))
        for challenge in list(self.room.workshop.challenges.values()):
            if withdraw:
                self.attempt(challenges.withdraw_challenge, challenge.by, challenge.id)
            else:
                self.attempt(challenges.answer_challenge, self.who(person), challenge.id, text)
        version = self.room.workshop.published[-1]
        text_sha256 = version.draft.sha256
        self.attempt(reading.acknowledge_reading, self.who(person), version.version, text_sha256)
        self.attempt(reading.hold_review, self.who(person), text)

    @precondition(lambda self: self.room.workshop.published)
    @rule(person=PERSON, open_=st.booleans(), content=CONTENT)
    def ask_prospects(self, person: int, open_: bool, content: Any) -> None:
        asked = content if content.kind == "criterion" else criterion()
        form = ProspectForm(questions=(usual_question(asked),))
        action = self_qualification.change_self_qualification
        self.attempt(action, self.who(person), open_, form)

    # --- what holds

    @property
    def hosted(self) -> bool:
        """Whether the opener still hosts."""
        return self.room.person("Hana").facilitator

    @invariant()
    def the_record_read_back_adds_up_to_the_same_workshop(self) -> None:
        if self.room.record:
            assert self.room.replayed() == self.room.workshop

    @invariant()
    def a_clause_is_agreed_by_the_rule_and_only_by_those_who_vote_now(self) -> None:
        if not self.room.record:
            return
        for clause in self.room.workshop.clauses.values():
            stands = status(self.room.workshop, clause, self.room.now)
            if clause.in_force or clause.ruling or clause.withdrawn_reason is not None:
                assert stands in {Status.AGREED, Status.RULED, Status.LEFT_OUT}
            elif clause.round is None:
                assert stands is Status.DRAFT
            elif stands is not Status.OPEN:
                assert stands is (Status.AGREED if self.agrees(clause.round) else Status.DISPUTED)

    def agrees(self, round_: Round) -> bool:
        """The rule of the domain, in whole numbers."""
        for team in VOTING_TEAMS:
            everybody = self.room.workshop.participants.values()
            members = [p.id for p in everybody if p.team is team and p.removed_at is None]
            cast = [round_.ballots[member] for member in members if member in round_.ballots]
            stances = Counter(ballot.stance for ballot in cast)
            positions = len(cast) - stances[Stance.ABSTAIN]
            objection = any(ballot.objects for ballot in cast)
            if not members or objection or not positions or len(cast) * 5 < len(members) * 3:
                return False
            enough = (positions - stances[Stance.DISAGREE]) * 4 >= positions * 3
            if round_.mode is Mode.APPROVAL and not enough:
                return False
        return True

    @invariant()
    def an_open_ballot_tells_nothing(self) -> None:
        """Somebody who may not see a result is not told it by where the clause stands."""
        if not self.room.record:
            return
        for clause in self.room.workshop.clauses.values():
            round_ = clause.round
            if round_ is None or round_.seal is not Seal.UNTIL_REVEAL or not self.sealed(round_, None):
                continue
            if clause.in_force is None and clause.ruling is None and clause.withdrawn_reason is None:
                assert status(self.room.workshop, clause, self.room.now) is Status.OPEN

    @invariant()
    def the_record_tells_no_sealed_vote(self) -> None:
        votes = [e for e in self.room.record if isinstance(e.fact, BallotCast | ObjectionLifted)][-6:]
        for entry in votes:
            assert isinstance(entry.fact, BallotCast | ObjectionLifted)
            clause = self.room.workshop.clauses[entry.fact.clause_id]
            for reader in (None, *self.room.workshop.participants.values()):
                hidden = self.sealed(clause.rounds[entry.fact.round - 1], reader)
                if hidden and (reader is None or reader.id != entry.actor):
                    told = tell(self.room.workshop, entry, reader, self.room.now)
                    assert told == f"voted on {clause.name}"

    @invariant()
    def nothing_of_a_round_is_loosened_once_it_is_open(self) -> None:
        for entry in self.room.record:
            if isinstance(entry.fact, BallotOpened):
                opened = entry.fact
                round_ = self.room.workshop.clauses[opened.clause_id].rounds[opened.round - 1]
                assert (round_.seal, round_.mode) == (opened.seal, opened.mode)
                assert (round_.revision, round_.closes_at) == (opened.revision, opened.closes_at)

    @invariant()
    def what_people_do_on_their_own_is_told_to_nobody_else_before_the_reveal(self) -> None:
        alone = OwnWordsWritten | LeadJudged | PointsProposed | UnderstandingAnswered
        entries = [e for e in self.room.record if isinstance(e.fact, alone) and self.kept_back(e)][-6:]
        for entry in entries:
            for reader in (None, *self.room.workshop.participants.values()):
                told = tell(self.room.workshop, entry, reader, self.room.now)
                own = reader is not None and reader.id == entry.actor
                assert own or not any(secret in told for secret in ("secret-", "77", "to be", "place", ": "))

    def kept_back(self, entry: Recorded[AnyFact]) -> bool:
        """Whether what somebody did on their own is still theirs only, by the words of the record."""
        if isinstance(entry.fact, OwnWordsWritten):
            return self.room.workshop.own_words[entry.fact.round - 1].revealed_at is None
        if isinstance(entry.fact, LeadJudged | PointsProposed):
            return self.room.workshop.calibrations[entry.fact.calibration_id].revealed is None
        return True

    @invariant()
    def what_is_sealed_is_computed_with_by_nobody(self) -> None:
        if not self.room.record:
            return
        workshop = self.room.workshop
        for calibration in workshop.calibrations.values():
            assert (judgements(workshop, calibration) is None) == (calibration.revealed is None)
        for asked in workshop.own_words:
            assert bool(side_by_side(workshop, asked)) == (asked.revealed_at is not None)
            for person in workshop.participants:
                others = (p for p in workshop.participants.values() if p.id != person)
                assert asked.revealed_at or not any(asked.shown(person, other) for other in others)

    def sealed(self, round_: Round, reader: Participant | None) -> bool:
        """Whether a round's votes are hidden from a reader, by the words of the seal."""
        over = round_.closed_at is not None or self.room.now >= round_.closes_at
        if over or round_.revealed_at is not None:
            return False
        if round_.seal is Seal.UNTIL_REVEAL:
            return True
        if round_.complete_at is not None:
            return False
        votes = reader is not None and reader.team in VOTING_TEAMS and reader.removed_at is None
        return not (votes and reader is not None and reader.id in round_.ballots)

    @invariant()
    def a_frozen_text_has_the_hash_that_is_signed(self) -> None:
        if not self.room.record:
            return
        workshop = self.room.workshop
        drafts = [workshop.frozen, workshop.declined, *(version.draft for version in workshop.published)]
        for draft in filter(None, drafts):
            text = rfc8785.dumps(dict(draft.document))
            assert draft.sha256 == hashlib.sha256(text).hexdigest() == sha256(frozen_document(draft))
            assert all(signature.sha256 == draft.sha256 for signature in draft.signatures.values())
            assert set(draft.signatures) <= set(draft.signatories)

    @invariant()
    def nobody_signs_before_the_reviews_or_out_of_order(self) -> None:
        if not self.room.record:
            return
        workshop = self.room.workshop
        for draft in filter(None, [workshop.frozen, *(version.draft for version in workshop.published)]):
            signed = tuple(draft.signatures)
            assert not signed or set(draft.reviewers) == set(draft.reviews)
            assert not draft.in_order or signed == draft.signatories[: len(signed)]

    @invariant()
    def a_draft_of_a_few_clauses_leaves_the_others_as_they_are_in_force(self) -> None:
        if not self.room.record or not self.room.workshop.only:
            return
        workshop = self.room.workshop
        signed = {c.clause_id: c.revision for c in frozen_document(workshop.published[-1].draft).clauses}
        stands = {c.id: c.revision.number for c in workshop.clauses.values() if not c.left_out}
        for clause_id in {*signed, *stands} - {*workshop.only}:
            assert signed.get(clause_id) == stands.get(clause_id)

    @invariant()
    def nobody_has_two_open_challenges_to_one_clause(self) -> None:
        if not self.room.record:
            return
        held = Counter((c.by, c.clause_id, c.key) for c in self.room.workshop.challenges.values() if c.open)
        assert max(held.values(), default=1) == 1

    @invariant()
    def what_is_frozen_judges_every_example_as_expected_or_as_acknowledged(self) -> None:
        if not self.room.record or self.room.workshop.frozen is None:
            return
        card = scorecard(frozen_document(self.room.workshop.frozen))
        for lead in self.room.workshop.golden_leads.values():
            accepted = lead.acknowledged.verdict if lead.acknowledged else None
            assert score(card, lead.answers).verdict in {lead.expected, accepted}

    @invariant()
    def a_published_version_never_changes(self) -> None:
        if not self.room.record:
            return
        for number, version in enumerate(self.room.workshop.published):
            assert not version.draft.missing
            assert version.version == number + 1
            now = fingerprint(version.draft)
            if number == len(self.published):
                self.published.append(now)
            assert self.published[number] == now
        assert len(self.published) == len(self.room.workshop.published)

    @invariant()
    def nothing_in_a_frozen_draft_changes_and_its_signers_stay(self) -> None:
        if not self.room.record:
            return
        frozen = self.room.workshop.frozen
        if frozen is None:
            self.frozen_clauses = None
            return
        now = {
            key: (c.revisions, [round_.ballots for round_ in c.rounds], c.ruling)
            for key, c in self.room.workshop.clauses.items()
        }
        self.frozen_clauses = self.frozen_clauses or (frozen.at, now)
        assert self.frozen_clauses == (frozen.at, now)
        signers = [self.room.workshop.participants[person] for person in frozen.signatories]
        assert all(person.votes for person in signers)
        assert {person.team for person in signers} == set(VOTING_TEAMS)
        assert self.room.workshop.decider_id in frozen.signatories

    @invariant()
    def only_the_decider_of_then_ever_ruled(self) -> None:
        decider, rulings_made = None, set()
        for entry in self.room.record:
            if isinstance(entry.fact, DeciderNamed):
                decider = entry.fact.participant_id
            if isinstance(entry.fact, RulingMade):
                assert entry.actor == decider
                rulings_made.add((entry.fact.clause_id, entry.at, entry.actor))
        for clause in self.room.workshop.clauses.values() if self.room.record else ():
            if status(self.room.workshop, clause, self.room.now) is Status.RULED:
                assert clause.ruling is not None
                assert (clause.id, clause.ruling.at, clause.ruling.by) in rulings_made

    @invariant()
    def no_two_clauses_that_stand_are_alike_and_somebody_hosts(self) -> None:
        if not self.room.record:
            return
        standing = [c for c in self.room.workshop.clauses.values() if not c.left_out]
        assert max(Counter(place(clause) for clause in standing).values(), default=1) == 1
        assert any(person.facilitator for person in self.room.workshop.people)


def place(clause: Clause) -> tuple[str, str]:
    return (clause.content.kind, clause.name if clause.content.kind in {"criterion", "term"} else "")


def fingerprint(draft: Frozen) -> bytes:
    signatures = sorted((s.by, s.at.isoformat(), s.typed_name, s.sha256) for s in draft.signatures.values())
    return rfc8785.dumps([dict(draft.document), draft.sha256, list(draft.signatories), signatures])


TestWorkshop = Workshop.TestCase
TestWorkshop.settings = settings(max_examples=40, stateful_step_count=40)
