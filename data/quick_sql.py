"""The one GROUP BY as DuckDB runs it fastest: what a text means is found once a text, not once a lead.

DuckDB tries the branches of a CASE, and the regular expressions in them, for each row. Measured on ten
million leads: months of dates 0.08 s instead of 0.83 s, 60 spellings an answer 0.5 s instead of 5.4 s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlglot import exp

MANY_SPELLINGS = 16
"""From here on a list is searched faster than branches are tried."""


def slow_columns(inner: exp.Select) -> list[str]:
    """The columns whose texts are tried against patterns."""
    patterned = (_patterned(each) for each in inner.expressions)
    return sorted({column for column in patterned if column is not None})


def quick(query: exp.Select, few: Collection[str]) -> exp.Select:
    """The same query with look-ups: in a list for spellings, by a join for patterns.

    ``few``: the columns with so few different texts that a table of them is worth making.
    """
    found = query.copy()
    inner = innermost(found)
    for case in [node for node in inner.find_all(exp.Case) if _is_whole(node)]:
        case.replace(_looked_up(case))
    leads = inner.args["from_"].this
    for number, each in enumerate(list(inner.expressions)):
        column = _patterned(each)
        if column is not None and column in few:
            name = f"meaning{number}"
            joined = _texts(leads, column, each.unalias(), name)
            same = exp.NullSafeEQ(
                this=exp.column(column, table=leads.name, quoted=True), expression=exp.column("k", table=name)
            )
            inner.join(joined, on=same, join_type="left", copy=False)
            each.replace(exp.column("v", table=name).as_(each.alias))
        else:
            _qualify(each, leads.name)
    return found


def _is_whole(case: exp.Case) -> bool:
    return case.find_ancestor(exp.Case) is None


def innermost(query: exp.Select) -> exp.Select:
    """The query that reads the leads themselves."""
    found = query.find(exp.Subquery)
    return found.this if found is not None and isinstance(found.this, exp.Select) else query


def _patterned(each: exp.Expression) -> str | None:
    """The one column of an expression that tries patterns; ``None`` for every other expression."""
    columns = {column.name for column in each.find_all(exp.Column)}
    return columns.pop() if len(columns) == 1 and each.find(exp.RegexpLike) else None


def _texts(leads: exp.Table, column: str, meaning: exp.Expression, name: str) -> exp.Subquery:
    """A table of a column's different texts, ``k``, and what they mean, ``v``."""
    text = exp.column(column, quoted=True)
    different = exp.select(text.copy()).distinct().from_(leads.copy()).subquery("texts")
    return exp.select(text.as_("k"), meaning.copy().as_("v")).from_(different).subquery(name)


def _qualify(each: exp.Expression, table: str) -> None:
    """Say that its columns are the leads': a column there may be called k, too."""
    for column in each.find_all(exp.Column):
        column.set("table", exp.to_identifier(table))


def _looked_up(case: exp.Case) -> exp.Expression:
    """The CASE's first branches, as far as they name spellings of one column, as a look-up."""
    branches: Sequence[exp.If] = case.args["ifs"]
    column = _column(branches[0])
    if case.this is not None or column is None:
        return case
    named = next((place for place, b in enumerate(branches) if _column(b) != column), len(branches))
    meanings: dict[exp.Expression, exp.Expression] = {}
    for branch in branches[:named]:
        for text in branch.this.expressions:
            meanings.setdefault(text, branch.args["true"])
    if len(meanings) < MANY_SPELLINGS:
        return case
    place = _call("LIST_POSITION", _array(meanings), column)
    found = _call("LIST_EXTRACT", _array(meanings.values()), place)
    return exp.Coalesce(this=found, expressions=[_rest(case, branches[named:])])


def _column(branch: exp.If) -> exp.Expression | None:
    """The column whose spellings a branch names, if that is all it does."""
    test = branch.this
    if not (isinstance(test, exp.In) and isinstance(test.this, exp.Column) and test.expressions):
        return None
    number = branch.args["true"]
    plain = isinstance(number.this if isinstance(number, exp.Neg) else number, exp.Literal)
    return test.this if plain and all(isinstance(each, exp.Literal) for each in test.expressions) else None


def _rest(case: exp.Case, branches: Sequence[exp.If]) -> exp.Expression:
    """What the CASE says when none of its first branches applies."""
    otherwise: exp.Expression = (case.args.get("default") or exp.null()).copy()
    return exp.Case(ifs=[branch.copy() for branch in branches], default=otherwise) if branches else otherwise


def _array(parts: Iterable[exp.Expression]) -> exp.Expression:
    return exp.Array(expressions=[part.copy() for part in parts])


def _call(name: str, *arguments: exp.Expression) -> exp.Expression:
    return exp.Anonymous(this=name, expressions=[argument.copy() for argument in arguments])
