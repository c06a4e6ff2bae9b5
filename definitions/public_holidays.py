"""Public holidays by country and part of a country; the only file that asks the ``holidays`` package."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from holidays import country_holidays, list_supported_countries
from holidays.registry import COUNTRIES

_SPELLED = {"CD": "DR Congo", "GW": "Guinea-Bissau", "HK": "Hong Kong", "TL": "Timor-Leste"}
_SMALL_WORDS = frozenset({"and", "of", "the"})
_WITH_ARTICLE = frozenset({"Bahamas", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles"})


@cache
def countries() -> Mapping[str, str]:
    """The countries whose holidays are known: their two letters (ISO 3166) and their names, by name."""
    names = {codes[1]: _SPELLED.get(codes[1], _titled(key)) for key, codes in COUNTRIES.items()}
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: item[1])))


@cache
def _parts() -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(parts) for code, parts in list_supported_countries(include_aliases=False).items()}


@cache
def subdivisions(country: str) -> Mapping[str, str]:
    """The parts of a country that have holidays of their own: code and name; none of an unknown country."""
    if not _parts().get(country):
        return MappingProxyType({})
    known = getattr(country_holidays(country), "subdivisions_aliases", None) or {}
    names = {code: name for name, code in reversed(known.items())}
    return MappingProxyType({code: names.get(code, code) for code in _parts()[country]})


def check_place(country: str, subdivision: str) -> None:
    """Raises a ValueError with a sentence unless holidays are known there; no country at all will do."""
    if country and country not in countries():
        raise ValueError(f"no public holidays are known for a country called {country}")
    if subdivision and subdivision not in subdivisions(country):
        raise ValueError(f"{countries()[country]} has no part called {subdivision} with holidays of its own")


@cache
def public_holidays(country: str, subdivision: str, year: int) -> frozenset[date]:
    """The public holidays of a year; none of a country or in years that are not known.

    Of a part that is not known (any more), those of all the country.
    """
    if country not in countries():
        return frozenset()
    part = subdivision if subdivision in subdivisions(country) else None
    return frozenset(country_holidays(country, subdiv=part, years=year, expand=False))


def place_name(country: str, subdivision: str = "") -> str:
    """A country as it stands in a sentence, its part first: "Germany", "Bayern (Germany)"."""
    name = countries().get(country, country)
    if not subdivision:
        return f"the {name}" if _has_article(name) else name
    return f"{subdivisions(country).get(subdivision, subdivision)} ({name})"


def _has_article(name: str) -> bool:
    return name in _WITH_ARTICLE or name.startswith("United ") or name.endswith((" Islands", " Republic"))


def _titled(key: str) -> str:
    words = key.split("_")
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)
