"""How the demo's people vote and argue: clauses end in every state there is."""

from __future__ import annotations

from alignment.actions.ballots import cast_ballot, close_ballot, open_ballot
from alignment.actions.clauses import comment, propose_clause, revise_clause, withdraw_clause
from alignment.actions.rulings import escalate, rule
from alignment.outcomes import Outcome
from alignment.stances import Stance
from data.demo.script import Script
from definitions.criteria import Answer, Criterion

YES, MOSTLY, NO = Stance.AGREE, Stance.RESERVATIONS, Stance.DISAGREE
EVERYBODY = ("Mara", "Ben", "Chiara", "Jonas", "Priya", "Tomás", "Ruth", "Elena", "David")
HOST = "p1"
Votes = dict[str, tuple[Stance, str]]


def vote(play: Script, clause: str, votes: Votes, others: Stance | None = YES) -> None:
    """One round: the ballot opens, those named vote as given, everybody else as ``others``."""
    clause_id = play.id_of(clause)
    current = play.workshop.clauses[clause_id].round
    if current is None or not current.open(play.now):
        play.act(open_ballot, HOST, clause_id)
    for name in EVERYBODY:
        stance, reason = votes.get(name, (others, ""))
        if stance is not None:
            play.act(cast_ballot, play.person(name), clause_id, stance, reason)


def say(play: Script, clause: str, name: str, text: str) -> None:
    """One comment."""
    play.act(comment, play.person(name), play.id_of(clause), text)


def agree_on_budget(play: Script) -> None:
    """Disputed at first, agreed after a revision."""
    no = "“None” must not be a zero: a company without a budget line today may open one for a failing plant."
    vote(play, "Budget", {"Mara": (NO, no), "Chiara": (MOSTLY, "Nurture them at least.")})
    say(play, "Budget", "Jonas", "No money means no project this year. I would rather call somebody else.")
    say(
        play,
        "Budget",
        "Mara",
        "Then let us say that money may also be looked for. That is a different answer.",
    )
    old = play.workshop.clauses[play.id_of("Budget")].content
    assert isinstance(old, Criterion)
    answers = (*old.answers[:2], Answer(label="Being looked for", points=1), old.answers[-1])
    new = old.model_copy(update={"answers": answers})
    note = "A budget that somebody is looking for now has an answer of its own."
    play.act(revise_clause, HOST, play.id_of("Budget"), 1, new, note)
    vote(play, "Budget", {"David": (MOSTLY, "Let us look at it again after a quarter.")})


def dispute_timing(play: Script) -> None:
    """Sales wants six months, marketing a year: it waits for the decider."""
    far = "Six months is our sales cycle. What lies further out belongs in nurture, not in my calendar."
    near = "Plants plan their shutdowns a year ahead. With six months we come when the supplier is chosen."
    vote(
        play,
        "Timing",
        {
            "Mara": (NO, near),
            "Ben": (NO, "Half of my best leads said “next year” on the day they signed up."),
            "Chiara": (MOSTLY, "Nine months would do."),
            "Jonas": (YES, far),
            "Priya": (YES, ""),
            "Tomás": (YES, ""),
        },
    )
    say(play, "Timing", "Priya", "The starter list says nothing about six to twelve months. Whose are those?")
    play.act(
        escalate, HOST, play.id_of("Timing"), "Two discussions, no movement. We need a ruling before Friday."
    )


def rule_on_need(play: Script) -> None:
    """A gate that marketing found too hard, ruled on by the decider; the dissent stays."""
    old = play.workshop.clauses[play.id_of("Need")].content
    assert isinstance(old, Criterion)
    gated = old.model_copy(update={"gate": "Clear"})
    play.act(
        revise_clause,
        play.person("Jonas"),
        play.id_of("Need"),
        1,
        gated,
        "No need, no lead: make it a must-have.",
    )
    hard = "At a trade fair nobody tells you their problem in two minutes. We would throw half of them away."
    vote(play, "Need", {"Mara": (MOSTLY, "As long as vetting comes first."), "Ben": (NO, hard)})
    play.act(escalate, HOST, play.id_of("Need"))
    reason = (
        "Budget and rank without a problem we solve has never become an order here. "
        "Vet first, then hand over."
    )
    play.act(rule, play.person("Ruth"), play.id_of("Need"), Outcome.STANDS, 2, reason)


def dispute_threshold(play: Script) -> None:
    """Everybody voted, and the executives' objection is open."""
    easy = (
        "At 20 points three of nine combinations have no need, no budget or a deal under 100. "
        "That is not a threshold."
    )
    vote(
        play,
        "Threshold",
        {
            "Elena": (NO, easy),
            "Jonas": (MOSTLY, "I would start at 18 with the gate on need, and look at acceptance."),
            "Mara": (YES, "20 is what the starter card says, and we know it."),
        },
    )
    say(
        play,
        "Threshold",
        "Mara",
        "Try it on the sample leads: the page shows how many calls each point costs.",
    )


def leave_out_company_size(play: Script) -> None:
    """A criterion that nobody defended."""
    answers = (Answer(label="Over 250 people", points=3), Answer(label="Up to 250 people", points=0))
    size = Criterion(name="Head count", question="How many people work there?", answers=answers)
    play.act(propose_clause, play.person("Ben"), size)
    vote(
        play,
        "Head count",
        {"Jonas": (NO, "Our best customer has forty people."), "Ruth": (NO, "Says nothing.")},
    )
    play.act(withdraw_clause, HOST, play.id_of("Head count"), "The size of the deal says it better.")


def vote_on_the_rest(play: Script) -> None:
    """Agreed, open and still drafts."""
    vote(play, "Role", {"Chiara": (MOSTLY, "A recommender at a plant often decides.")})
    play.act(close_ballot, HOST, play.id_of("Role"))
    vote(play, "Marketing qualified lead", {})
    vote(play, "Sales accepted lead", {"Tomás": (MOSTLY, "New to us, but it shows where trust breaks.")})
    vote(
        play,
        "Size",
        {"Mara": (YES, ""), "Ben": (YES, ""), "Priya": (YES, ""), "Elena": (YES, "")},
        others=None,
    )
    late = "24 business hours over a trade-fair week? We are on the road."
    vote(play, "Handoff", {"Tomás": (NO, late), "Mara": (YES, ""), "David": (YES, "")}, others=None)
    vote(play, "Sales qualified lead", {"Chiara": (YES, "")}, others=None)
    say(play, "Handoff", "Mara", "You decide in 24, we promise complete leads. That is the deal, isn't it?")


def propose_a_project(play: Script) -> None:
    """A fresh draft, on which nobody could vote yet."""
    answers = (
        Answer(label="Approved", points=5),
        Answer(label="Planned", points=2),
        Answer(label="None", points=0),
    )
    project = Criterion(
        name="Project",
        question="Is there an approved project?",
        why="A project has a date, a budget and a person who answers for it.",
        answers=answers,
    )
    play.act(propose_clause, play.person("Elena"), project)
