"""Whose words are whose: the words that only one team uses, and how far teams' answers lie apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from definitions.own_words import InPlace
from definitions.texts import fold_name

SHORTEST = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_COMMON = """
    a about above after again all also although always am an and another any anybody anyone anything are
    as at away be because been before being both but by can cannot could did do does doing done down each
    either else enough even ever every everybody everyone everything few for from further get gets getting
    give given gives go goes going got had has have having he her here hers him his how however i if in into
    is it its itself just kind know known less let like lot made make makes many may maybe me mean means
    might mine more most much must my need needs neither never no nobody nor not nothing now of off often
    on once one only onto or other others our ours out over own per perhaps please quite rather really right
    said same say says see seen shall she should since so some somebody someone something sometimes somewhat
    soon still such sure take taken takes than that the their theirs them themselves then there these they
    thing things think this those though through thus to together too toward towards two under until up upon
    us use used very via want wants was way we well were what whatever when where whether which while who
    whoever whom whose why will with within without would yes yet you your yours it's that's don't doesn't
    isn't can't won't we're they're there's i'm
"""
STOPWORDS = frozenset(_COMMON.split())
"""Words that everybody uses and that say nothing about a lead."""


@dataclass(frozen=True)
class OwnWord:
    """A word that only one team uses, and how many of its people do."""

    word: str
    people: int


@lru_cache(maxsize=1_024)
def words(text: str) -> tuple[str, ...]:
    """The words of a text that say something, in order: folded, without stopwords and numbers."""
    found = (match.group().replace("’", "'") for match in _WORD.finditer(fold_name(text)))
    plain = (word.removesuffix("'s") for word in found)
    return tuple(w for w in plain if len(w) >= SHORTEST and w not in STOPWORDS and not w.isdigit())


def stem(word: str) -> str:
    """A word without the ending of its plural, so that "budgets" and "budget" are one word."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "suix" else word


@lru_cache(maxsize=1_024)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=8_192)
def _roots(piece: str) -> frozenset[str]:
    """As the vocabulary, kept apart since pieces are many and small."""
    return frozenset(map(stem, words.__wrapped__(piece)))


def only_one_team(texts: Mapping[str, Iterable[str]]) -> dict[str, tuple[OwnWord, ...]]:
    """For each team, given its people's texts, the words that no other team uses; the commonest first.

    A word is given as its team writes it most. Nothing is marked where fewer than two teams said anything.
    """
    used = {team: [_vocabulary(text) for text in said] for team, said in texts.items()}
    vocabularies = {team: frozenset().union(*people) for team, people in used.items()}
    if sum(bool(vocabulary) for vocabulary in vocabularies.values()) < 2:
        return dict.fromkeys(texts, ())
    spelt = _spelling(text for said in texts.values() for text in said)
    own = {}
    for team, people in used.items():
        others = frozenset().union(*(v for other, v in vocabularies.items() if other != team))
        counts = Counter(root for person in people for root in person - others)
        ranked = sorted(counts.items(), key=lambda item: (-item[1], spelt[item[0]]))
        own[team] = tuple(OwnWord(spelt[root], people) for root, people in ranked)
    return own


def marked(text: str, own: Iterable[OwnWord]) -> Iterator[tuple[str, int]]:
    """A text in pieces that join to it, each with how many people of its team use it; 0 is no own word."""
    people = {stem(word.word): word.people for word in own}
    text, end = unicodedata.normalize("NFC", text), 0
    for match in _WORD.finditer(text):
        users = max((people.get(root, 0) for root in _roots(match.group())), default=0)
        if users:
            yield text[end : match.start()], 0
            yield match.group(), users
            end = match.end()
    yield text[end:], 0


def _spelling(texts: Iterable[str]) -> dict[str, str]:
    """How each stem is written most often; the first by the alphabet among equals."""
    counts = Counter(word for text in texts for word in words(text))
    spelt: dict[str, str] = {}
    for word in sorted(counts, key=lambda w: (-counts[w], w)):
        spelt.setdefault(stem(word), word)
    return spelt


def apart_in_words(texts: Mapping[str, Iterable[str]]) -> float:
    """How little the teams' words overlap, 0 (the same words) to 1 (none in common).

    One minus the mean Jaccard index of each two teams' words (P. Jaccard, Bulletin de la Société vaudoise des
    sciences naturelles 37 (1901), 547-579); 0 where fewer than two teams said anything.
    """
    vocabularies = [frozenset[str]().union(*map(_vocabulary, said)) for said in texts.values()]
    pairs = list(combinations([v for v in vocabularies if v], 2))
    if not pairs:
        return 0.0
    return 1 - sum(len(a & b) / len(a | b) for a, b in pairs) / len(pairs)


def apart_in_review(choices: Mapping[str, Iterable[InPlace]]) -> float:
    """How far apart the two teams lie that differ most, 0 to 1: half the sum of the differences of shares.

    That is the total variation distance of their answers; 0 where fewer than two teams answered.
    """
    counted = [Counter(said) for said in choices.values()]
    teams = [counts for counts in counted if counts.total()]
    return max((_distance(one, other) for one, other in combinations(teams, 2)), default=0.0)


def _distance(one: Counter[InPlace], other: Counter[InPlace]) -> float:
    return sum(abs(one[c] / one.total() - other[c] / other.total()) for c in InPlace) / 2
