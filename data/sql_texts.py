"""Small pieces of SQL about texts, which every warehouse understands."""

from __future__ import annotations

from functools import reduce

from sqlglot import exp

NONE = -1
"""The number of what means nothing."""
END = ";"
"""Put behind a text that is matched: "$" alone lets a line feed pass in some engines."""


def integer(value: int) -> exp.Expr:
    """A whole number."""
    return exp.Literal.number(value) if value >= 0 else exp.Neg(this=exp.Literal.number(-value))


def matches(value: exp.Expr, shape: str) -> exp.Expr:
    """Whether a regular expression describes the text from its beginning to its end."""
    ended = exp.DPipe(this=value.copy(), expression=exp.Literal.string(END))
    return exp.RegexpLike(this=exp.paren(ended), expression=exp.Literal.string(f"^{shape}{END}$"))


def piece(value: exp.Expr, start: int, length: int) -> exp.Expr:
    """Some characters of the text, counted from 1."""
    return exp.Substring(this=value.copy(), start=integer(start), length=integer(length))


def replaced(value: exp.Expr, characters: str, by: str) -> exp.Expr:
    """The text with each of the characters replaced."""
    new = exp.Literal.string(by)
    return reduce(
        lambda done, each: (
            exp.Replace(this=done, expression=exp.Literal.string(each), replacement=new.copy())
            if each != by
            else done
        ),
        characters,
        value.copy(),
    )
