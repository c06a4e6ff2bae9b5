"""Everything one judged so far, with the way back to each lead, and who else is done."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.calibrations import Calibration, Judged
from alignment.judgements import Judgement
from definitions.phrases import counted
from pages.shared.session import Here
from pages.shared.text import label
from pages.start.calibration.facts import in_short

SAID = {
    Judgement.QUALIFIED: ":green-badge[:material/check: Qualified]",
    Judgement.NOT: ":red-badge[:material/close: Not qualified]",
    Judgement.UNSURE: ":gray-badge[:material/question_mark: Unsure]",
}


def show_judged(found: Here, calibration: Calibration, go: Callable[[int], None]) -> None:
    """One's own judgements; ``go`` leads to a lead."""
    left = calibration.left_for(found.me.id)
    if left:
        st.info(f"{counted(left, 'lead').capitalize()} of {len(calibration.drawn.leads)} to go.")
    else:
        st.success(
            "You have judged every lead. You can change it until it is revealed.", icon=":material/task_alt:"
        )
    own = calibration.shown(found.me.id, found.me)
    with st.container(border=True, key="calibrate.judged"):
        st.caption(":material/lock: Only you can see this until it is revealed.")
        for lead in range(len(calibration.drawn.leads)):
            _show(calibration, lead, own.get(lead), go)


def _show(calibration: Calibration, lead: int, said: Judged | None, go: Callable[[int], None]) -> None:
    words, change = st.columns([4, 1.3], vertical_alignment="center")
    verdict = SAID[said.judgement] if said is not None else ":gray[Not judged yet]"
    reason = f"  \n:small[“{label(said.reason)}”]" if said is not None and said.reason else ""
    answers = f"  \n:small[{in_short(calibration.drawn, lead)}]"
    words.markdown(f"**{lead + 1}** {verdict}{answers}{reason}")
    verb = "Change" if said is not None else "Judge"
    key = f"calibrate.change.{calibration.id}.{lead}"
    change.button(verb, key=key, type="tertiary", icon=":material/edit:", on_click=go, args=(lead,))
