"""How the file was read, as sentences, each with a way to have it read otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data.importing import Kind, Options, Understood
from data.importing.understood import NO_HEADER
from definitions.phrases import number
from pages.shared import session
from pages.shared.text import label, plain
from pages.simulate.adding import draft
from pages.simulate.adding.again import former_name
from pages.simulate.adding.columns import show_kept
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.set_aside import show_set_aside
from pages.simulate.adding.unread import show_unread

KINDS = {
    Kind.CSV: "a CSV file",
    Kind.TSV: "a tab-separated file",
    Kind.XLSX: "an Excel workbook",
    Kind.XLS: "an Excel workbook of the older kind",
    Kind.ODS: "an OpenDocument spreadsheet",
    Kind.PARQUET: "a Parquet file",
}
TEXT_KINDS = {Kind.CSV, Kind.TSV}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Western European (Windows-1252)",
    "iso8859-15": "Western European (ISO 8859-15)",
    "cp1250": "Central European (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "cp932": "Japanese (Shift JIS)",
    "gb18030": "Chinese (GB 18030)",
}
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
DECIMALS = {".": "a decimal point, as in 1234.50", ",": "a decimal comma, as in 1234,50"}
PREVIEW_ROWS = 5
MOST_WARNINGS = 12
SHOWN = 40
"""Letters of a first row that are shown where one chooses the row of the columns' names."""


def show_reading(now: Draft) -> None:
    """The preview, what was understood, and what was set aside."""
    understood = now.understood
    show_preview(now)
    with st.container(border=True, gap="xsmall"):
        kept = f"{number(understood.rows_kept)} {'lead' if understood.rows_kept == 1 else 'leads'}"
        st.markdown(f"**{kept}** {_came(now)}")
        if now.offer.reused is not None:
            earlier = label(now.offer.reused)
            st.markdown(f":material/history: Mapped like {earlier}, which had the same columns.")
        ask_read_otherwise(now)
        show_kept(now)
        show_warnings(understood)
        show_unread(now)
        show_not_read_again()


def ask_read_otherwise(now: Draft) -> None:
    """How the file was read, a sentence each, with a way to have it read otherwise."""
    for field, sentence in _sentences(now.understood).items():
        _ask_changed(now, field, sentence)


def show_warnings(understood: Understood) -> None:
    """What was set aside, and what else to know of the file."""
    show_set_aside(understood)
    for warning in understood.warnings[:MOST_WARNINGS]:
        st.markdown(f":material/info: {plain(warning)}")


def show_not_read_again() -> None:
    """Why the file could not be read in another way, if the latest try failed."""
    if why := draft.not_read_again():
        st.error(f"{plain(why)} What you see is still the reading before.", icon=":material/block:")


def _came(now: Draft) -> str:
    """From where the leads came, as the end of a sentence."""
    if now.offer.mapped_from:
        return (
            f"of {label(former_name(now))}, to be mapped again. What comes of it is a set of its own; "
            "the one there is stays as it is. Columns that were not kept are not there any more."
        )
    return f"were read from {label(now.understood.file_name)}, {KINDS[now.understood.kind]}."


def show_preview(now: Draft) -> None:
    """The first rows, as far as their columns are kept."""
    places = [n for n, column in enumerate(now.understood.columns) if column.name in now.mapping.kept]
    rows = [[row[place] for place in places] for row in now.understood.preview[:PREVIEW_ROWS]]
    headers = [now.understood.columns[place].header for place in places]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True, key=now.key("preview"))


def _sentences(understood: Understood) -> dict[str, str]:
    """What can be read otherwise, and how it was read now."""
    used = understood.options
    said: dict[str, str] = {}
    if len(understood.sheets) > 1:
        said["sheet"] = f"The sheet {label(used.sheet or '')} was read, one of {len(understood.sheets)}."
    if understood.kind in TEXT_KINDS:
        said["encoding"] = f"The text is {_encoding(used.encoding or '')}."
        said["delimiter"] = f"Values are parted by {_delimiter(used.delimiter or ',')}."
    if understood.kind is not Kind.PARQUET:
        said["header_row"] = _header_sentence(used.header_row)
    said["decimal"] = f"Numbers have {DECIMALS[used.decimal or '.'].split(',')[0]}."
    return said


def _header_sentence(row: int | None) -> str:
    if row == NO_HEADER:
        return "No row names the columns: the first row is a lead already."
    return f"Row {(row or 0) + 1} names the columns."


def _ask_changed(now: Draft, field: str, sentence: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(sentence, width="content")
        with st.popover("Change", type="tertiary", key=now.key("change", field)):
            options = _choices(now.understood, field)
            current = getattr(now.understood.options, field)
            st.selectbox(
                "Read it so",
                list(options),
                index=list(options).index(current) if current in options else None,
                format_func=lambda value: options.get(value, str(value)),
                key=now.key(field),
                on_change=_change,
                args=(now, field),
            )


def _choices(understood: Understood, field: str) -> dict[object, str]:
    """What a field can be, and what it is called."""
    current = getattr(understood.options, field)
    match field:
        case "encoding":
            return {current: _encoding(current), **ENCODINGS}
        case "delimiter":
            return {current: _delimiter(current), **DELIMITERS}
        case "decimal":
            return dict(DECIMALS)
        case "sheet":
            return {s.name: f"{s.name} (hidden)" if s.hidden else s.name for s in understood.sheets}
    rows = {n: f"Row {n + 1}: {_cut(row)}" for n, row in enumerate(understood.first_rows)}
    return {NO_HEADER: "None: the first row is a lead already", **rows}


def _cut(row: Sequence[str]) -> str:
    text = ", ".join(cell for cell in row if cell)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _encoding(name: str) -> str:
    return ENCODINGS.get(name.lower().replace("_", "-"), name.upper())


def _delimiter(character: str) -> str:
    return DELIMITERS.get(character, f"the character {character}")


def _change(now: Draft, field: str) -> None:
    """Read the file in this other way. What depends on the choice is found out anew."""
    chosen = session.typed(now.key(field), None)
    before = now.understood.options
    if chosen is None or chosen == getattr(before, field):
        return
    depends = {"sheet": {"header_row"}, "encoding": {"delimiter"}, "delimiter": {"header_row"}}
    forgotten = dict.fromkeys(depends.get(field, ()), None)
    draft.read_again(now, Options.model_validate({**dict(before), **forgotten, field: chosen}))
