"""What came of the file: how many leads have which verdict, what was not understood, and the files."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath

import streamlit as st

from data.scoring.results import Output, Result, Unread
from data.scoring.sheets import MOST_ROWS
from data.scoring.task import Task
from definitions.phrases import counted, listed, number
from definitions.scorecard import Verdict
from pages.shared.text import label
from pages.simulate.adding.set_aside import show_set_aside
from pages.use.scored.running import drop, forget

ICONS = {Verdict.QUALIFIED: "check_circle", Verdict.NURTURE: "eco", Verdict.NOT_QUALIFIED: "cancel"}
FILES = {
    Output.CSV: ("CSV", "text/csv", "csv"),
    Output.XLSX: ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "table_view"),
    Output.PARQUET: ("Parquet", "application/vnd.apache.parquet", "view_column"),
}
MOST_NAMED = 6


def show_result(done: Task, result: Result) -> None:
    """The verdicts, the files to take along, and what was not understood."""
    document = done.job.signed.document
    leads = counted(result.leads, "lead")
    st.subheader("Scored", anchor=False)
    st.markdown(
        f"{leads[0].upper()}{leads[1:]} by version {document.version}, fingerprint "
        f"`{done.job.signed.sha256[:16]}`. Each row tells both."
    )
    with st.grid(3, min_column_width=160):
        for verdict, count in result.verdicts.items():
            st.metric(f":material/{ICONS[verdict]}: {verdict.capitalize()}", number(count), border=True)
    _offer_files(done, result)
    show_set_aside(done.job.understood)
    if result.unread:
        with st.container(border=True, gap="xsmall"):
            for each in result.unread:
                st.markdown(_unread(each))
    with st.container(horizontal=True):
        st.button("Change the mapping", key="scoring.back", icon=":material/schema:", on_click=forget)
        st.button("Take another file", key="scoring.drop", type="tertiary", on_click=drop)


def _offer_files(done: Task, result: Result) -> None:
    """A button a kind of file; a workbook only for as many leads as one takes."""
    with st.container(horizontal=True):
        for kind, (words, mime, icon) in FILES.items():
            if kind is Output.XLSX and result.leads > MOST_ROWS:
                continue
            st.download_button(
                f"Download as {words}",
                partial(done.made, kind),
                file_name=f"{file_stem(done.job.understood.file_name)} scored.{kind}",
                mime=mime,
                key=f"scoring.download.{kind}",
                icon=f":material/{icon}:",
                type="primary" if kind is Output.CSV else "secondary",
                on_click="ignore",
            )


def file_stem(name: str) -> str:
    """A file's name without its ending and without what a file system may not take."""
    stem = re.sub(r"[^\w ()-]+", "_", PurePath(name.replace("\\", "/")).stem).strip(" _")
    return stem[:80] or "leads"


def _unread(each: Unread) -> str:
    criterion = label(each.criterion)
    if not each.column:
        return f":material/help: **{criterion}** is not answered for any lead: no column was matched."
    named = [f"“{label(value)}” ({number(leads)})" for value, leads in each.values[:MOST_NAMED]]
    more = [f"{len(each.values) - MOST_NAMED} more"] if len(each.values) > MOST_NAMED else []
    leads = counted(each.leads, "lead")
    return f":material/help: **{criterion}** is not answered for {leads} with {listed([*named, *more])}."
