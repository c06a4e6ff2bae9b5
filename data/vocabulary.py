"""Words that files of leads use for the same things, as far as a first suggestion needs them."""

from __future__ import annotations

import re

from definitions.mapping_edits import Meaning
from definitions.suspects import words

HEADERS: dict[Meaning, tuple[str, ...]] = {
    Meaning.OUTCOME: (
        *("outcome", "status", "result", "converted", "conversion", "won", "is won", "win", "y", "target"),
        *("deal status", "lead status", "opportunity status", "stage", "closed won", "sold", "ergebnis"),
    ),
    Meaning.DATE: (
        *("created", "created at", "created on", "created date", "create date", "date", "month", "lead date"),
        *("date created", "first contact date", "first contact", "inquiry date", "received", "datum"),
        *("engage date", "engaged on", "entered on", "opened on"),
        *("won date", "closed date", "close date", "last modified"),
    ),
    Meaning.REVENUE: (
        *("revenue", "amount", "deal value", "deal amount", "contract value", "order value", "value"),
        *("declared monthly revenue", "sales", "umsatz", "won amount", "close value", "closed amount"),
    ),
    Meaning.SOURCE: (
        *("source", "lead source", "channel", "origin", "lead origin", "campaign", "utm source", "medium"),
        *("how did they find us", "how did you hear about us", "quelle"),
    ),
    Meaning.QUALIFIED_BY: ("qualified by", "qualification", "vetted", "vetted by", "lead type"),
    Meaning.LEAD: (
        *("lead", "lead id", "id", "lead number", "prospect id", "mql id", "record id", "opportunity id"),
        *("contact id", "deal id", "inquiry id"),
    ),
}
"""What columns with a meaning are often called; the most telling first."""
WON = {
    *("won", "closed won", "win", "converted", "customer", "sold", "success", "signed", "deal", "gewonnen"),
    *("gagne", "ganado"),
}
LOST = {
    *("lost", "closed lost", "loss", "not converted", "dead", "failed", "disqualified", "rejected"),
    *("churned", "no deal", "verloren", "perdu", "perdido", "unqualified", "junk"),
}
OPEN = {
    *("open", "new", "in progress", "pending", "working", "qualified", "proposal", "negotiation"),
    *("contacted", "nurture", "nurturing", "active", "on hold", "recycled", "offen"),
}
YES = {"yes", "y", "true", "t", "1", "x", "✔", "✓", "ja", "oui", "si", "sim"}
NO = {"no", "n", "false", "f", "0", "✘", "✗", "nein", "non", "nao", "não"}
SELF = {"self qualified", "self", "prospect", "self service", "form", "web form", "self reported"}
VETTED = {"vetted", "qualified", "sdr", "bdr", "human", "phone", "called", "verified"}
UNQUALIFIED = {"unqualified", "not qualified", "none", "nobody", "not vetted", "raw"}
LEVELS = (
    {"very high", "very important", "excellent", "a", "hot", "strong"},
    {"high", "big", "large", "important", "good"},
    {"medium", "mid", "middle", "moderate", "average", "average important", "warm", "b"},
    {"low", "small", "poor", "weak", "unimportant", "bad", "cold", "c"},
)
"""Words for how much there is of something, from much to little."""
TOPICS = (
    {"budget", "budgt", "funds", "funding", "money", "finance"},
    {"role", "authority", "position", "function", "decision", "title", "influence", "buyer"},
    {"need", "needs", "problem", "pain", "requirement", "requirements", "interest", "fit"},
    {"timing", "timeline", "timeframe", "when", "horizon", "purchase", "urgency", "months"},
    {"size", "amount", "scope", "volume", "employees", "seats", "headcount", "turnover", "value"},
    {"project", "initiative", "approved"},
    {"source", "channel", "origin", "campaign", "medium", "find", "found", "hear", "heard"},
)
"""Words about one topic; a criterion and a column that speak of the same may belong together."""
DENIALS = re.compile(r"\b(not|no|non|without|un(?!der\b|til\b|it|ique|ion|ivers)\w+|none|never)\b")


def plain_words(text: str) -> str:
    """A value or a name as words: case, marks and underscores do not count, unless there is nothing else."""
    whole = re.fullmatch(r"\s*([0-9]+)[.,]0+\s*", text)
    return whole[1] if whole else words(text) or text.strip()


def topics(text: str) -> frozenset[int]:
    """The topics that a name speaks of."""
    spoken = set(plain_words(text).split())
    return frozenset(number for number, topic in enumerate(TOPICS) if spoken & topic)
