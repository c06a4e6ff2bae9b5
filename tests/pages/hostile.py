"""Workshops in which every text that a person can type is one that a page could take for more than text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from alignment.actions.ballots import cast_ballot, open_all_ballots
from alignment.actions.challenges import answer_challenge, challenge, challenge_by_figures
from alignment.actions.clauses import comment, propose_clause, revise_clause, withdraw_clause
from alignment.actions.definition import decline, freeze, sign
from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.actions.own_words import ask_own_words, reveal_own_words, write_own_words
from alignment.actions.people import name_decider
from alignment.actions.reviewing import review_draft, send_back
from alignment.actions.rulings import escalate, rule
from alignment.actions.understanding import answer_understanding, ask_understanding
from alignment.outcomes import Outcome
from alignment.people import Team
from alignment.stances import Stance
from data.room import Room
from data.rooms import rooms
from data.starter import classic_scorecard
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.glossary import Relation, RelationKind, Term
from definitions.own_words import LONGEST, InPlace, Question
from definitions.problems import Problem
from definitions.texts import SHORT

HOST = "p1"
TEXTS = {
    "HTML": "<script>alert(1)</script><b>b</b><img src=x onerror=alert(1)> &amp; &#65; <!-- c --> </div>",
    "inline Markdown": "**b** __u__ *i* ~~s~~ `c` [l](https://a.example) ![p](x.png) [^1] [r][1] a\\*b \\",
    "a heading": "# heading",
    "a list": "- item",
    "a numbered list": "1. item",
    "a quote": "> quoted",
    "a rule": "---",
    "a table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "a code block": "```python\nprint(1)\n    four spaces\n```",
    "templates and formulas": "{{ secret }} {% if x %} {clause} ${HOME} %s $x^2$ $$y$$ \\(z\\) =1+1 @SUM(A1)",
    "Streamlit's signs": ":smile: :material/home: :red[r] :blue-badge[b] -> <- <-> => <= >= ~= -- --- :",
    "addresses": "https://a.example/?b=1&c=2 www.a.example a@b.example javascript:alert(1) ftp://a.example",
    "other scripts": "Привет, עולם שלום مرحبا 你好 ไทย 👩‍💻🙂 é ñ ﬁ ½ ¡",
    "a direction turned round": "\u202eabc\u202c \u2067שלום\u2069",
    "blanks": "a  b   c    d",
    "several lines": "one\ntwo\n\nfour\n- five\n    six",
    "a long word": "abcdefghij" * 1_000,
    "many words": "word " * 2_000,
}
"""What people could type, by what a page could take it for."""


@dataclass
class Hostile:
    """A workshop full of one text; ``typed`` has what was typed into each field, as the record keeps it."""

    text: str
    typed: dict[str, str] = field(default_factory=dict)
    room: Room = field(init=False)

    def short(self, name: str) -> str:
        """The text for a field of one line; its end says which field it is."""
        text = " ".join(self.text.split())
        self.typed[name] = " ".join(f"{text[: SHORT - 30]} {name}".split())
        return self.typed[name]

    def long(self, name: str) -> str:
        """The text for a field of many lines; its end says which field it is."""
        self.typed[name] = f"{self.text} {name}".strip()
        return self.typed[name]

    def id_of(self, name: str) -> str:
        """The id of the person or clause whose name is that of a field."""
        workshop = self.room.workshop()
        everything = [*workshop.participants.values(), *workshop.clauses.values()]
        return next(one.id for one in everything if one.name == self.typed[name])

    def open(self) -> None:
        """A workshop with one person in each team, the one of sales deciding."""
        self.room = rooms().open(
            open_workshop(
                name=self.short("workshop"),
                company=self.short("company"),
                offering=self.short("offering"),
                opener_name=self.short("host"),
                opener_team=Team.MARKETING,
                slug="hostile",
            )
        )
        for team in (Team.SALES, Team.EXECUTIVES):
            token = hashlib.sha256(team.encode()).hexdigest()
            self.room.act(invite_by_link, HOST, team, token, 7)
            self.room.act(join_by_link, None, token, self.short(team.value))
        self.room.act(name_decider, HOST, self.id_of("sales"))

    def in_own_words(self, *, reveal: bool) -> None:
        """Everybody is asked what a term and a thing in the self-review are, and says it."""
        term = Question(id="term", term=self.short("asked term"), text=self.long("question on the term"))
        thing = Question(id="thing", text=self.long("question on a thing"))
        self.room.act(ask_own_words, HOST, (term, thing))
        for person in self.room.workshop().people:
            name = f"own words of {person.team.value}"
            self.typed[name] = f"{self.text[: LONGEST - 50]} {name}".strip()
            self.room.act(write_own_words, person.id, "term", self.typed[name])
            self.room.act(write_own_words, person.id, "thing", in_place=InPlace.PARTLY)
        if reveal:
            self.room.act(reveal_own_words, HOST)

    def propose(self, *contents: Content) -> None:
        """The host proposes clauses and opens their ballots."""
        for content in contents:
            self.room.act(propose_clause, HOST, content)
        self.room.act(open_all_ballots, HOST)

    def vote(self, about: str, by: str, stance: Stance, reason: str = "") -> None:
        """Somebody votes on the clause whose name is that of a field."""
        self.room.act(
            cast_ballot, self.id_of(by), self.id_of(about), stance, self.long(reason) if reason else ""
        )

    def criterion(self, name: str) -> Criterion:
        """A criterion whose every text is of this kind."""
        answers = (
            Answer(label=self.short(f"{name} best"), points=5),
            Answer(label=self.short(f"{name} worst"), points=0),
        )
        return Criterion(
            name=self.short(name),
            question=self.long(f"{name} question"),
            why=self.long(f"{name} why"),
            answers=answers,
            gate=answers[0].label,
        )

    def term(self) -> Term:
        """A glossary term whose every text is of this kind."""
        return Term(
            name=self.short("term"),
            definition=self.long("definition"),
            synonyms=(self.short("synonym"),),
            owner=self.short("owner"),
            examples=(self.long("example"),),
            counter_examples=(self.long("counter-example"),),
            relations=(Relation(kind=RelationKind.BEFORE, to=self.short("related term")),),
            decided_by=self.short("deciding clause"),
        )

    def problem(self) -> Problem:
        """A business problem whose every text is of this kind."""
        texts = {"signs": self.long("signs"), "solution": self.long("solution")}
        return Problem(name=self.short("problem"), **texts)


def drafting(text: str) -> Hostile:
    """One clause is open, one disputed, one ruled on, one left out; there are comments, reasons and notes.

    Own words are revealed.
    """
    made = Hostile(text)
    made.open()
    made.in_own_words(reveal=True)
    made.propose(*(made.criterion(name) for name in ("open", "disputed", "ruled", "gone")))
    made.propose(made.term(), made.problem())
    made.vote("open", "executives", Stance.RESERVATIONS, "open reservation")
    for about in ("disputed", "ruled"):
        made.vote(about, "host", Stance.AGREE, f"{about} agreement")
        made.vote(about, "executives", Stance.AGREE)
        made.vote(about, "sales", Stance.DISAGREE, f"{about} objection")
        made.room.act(comment, HOST, made.id_of(about), made.long(f"{about} comment"))
        first = made.room.workshop().clauses[made.id_of(about)].comments[0].id
        answer = (made.id_of(about), made.long(f"{about} reply"), first)
        made.room.act(comment, made.id_of("sales"), *answer)
        made.room.act(escalate, HOST, made.id_of(about), made.long(f"{about} note"))
    ruling = (Outcome.STANDS, 1, made.long("ruling"))
    made.room.act(rule, made.id_of("sales"), made.id_of("ruled"), *ruling)
    made.room.act(withdraw_clause, HOST, made.id_of("gone"), made.long("left out because"))
    content = made.room.workshop().clauses[made.id_of("open")].content
    assert isinstance(content, Criterion)
    revised = content.model_copy(update={"question": made.long("new question")})
    made.room.act(revise_clause, HOST, made.id_of("open"), 1, revised, made.long("revision note"))
    return made


def published(text: str) -> Hostile:
    """The definition was declined once, then signed by everybody. Own words are being written."""
    made = Hostile(text)
    made.open()
    made.in_own_words(reveal=False)
    threshold = classic_scorecard()[-2].model_copy(update={"qualified_from": 4, "nurture_from": 1})
    made.propose(made.criterion("agreed"), made.term(), made.problem(), threshold)
    for clause in made.room.workshop().clauses.values():
        for person in made.room.workshop().people:
            made.room.act(cast_ballot, person.id, clause.id, Stance.AGREE, "")
    everybody = [person.id for person in made.room.workshop().people]
    made.room.act(freeze, HOST, everybody)
    made.room.act(decline, made.id_of("sales"), _text_of(made), made.long("declined because"))
    made.room.act(freeze, HOST, everybody, reviewers=everybody)
    made.room.act(review_draft, HOST, _text_of(made), made.long("remarked"))
    made.room.act(send_back, made.id_of("sales"), _text_of(made), made.long("sent back because"))
    made.room.act(freeze, HOST, everybody)
    for name in ("host", "sales", "executives"):
        made.room.act(sign, made.id_of(name), _text_of(made), made.typed[name])
    made.room.act(ask_understanding, HOST)
    made.room.act(answer_understanding, HOST, 0, None)
    _challenge(made)
    return made


def _challenge(made: Hostile) -> None:
    """What is challenged by a person and by figures, and answered."""
    clause_id = made.id_of("agreed")
    made.room.act(challenge, HOST, clause_id, made.long("challenged because"))
    challenge_id = next(iter(made.room.workshop().challenges))
    made.room.act(answer_challenge, HOST, challenge_id, made.long("answered"))
    made.room.act(challenge, made.id_of("sales"), clause_id, made.long("challenged again because"))
    figures = {made.short("figure"): made.short("value")}
    words = made.long("the figures say")
    made.room.act(challenge_by_figures, None, clause_id, words, figures, made.short("tripped"))


def _text_of(made: Hostile) -> str:
    frozen = made.room.workshop().frozen
    assert frozen is not None
    return frozen.sha256
