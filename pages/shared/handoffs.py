"""What a handoff says beside its paragraph: each stage with its owner and entry, each reason by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from definitions.handoff import Handoff, RejectReason, Stage
from definitions.handoffs.wording import KINDS, by_kind
from pages.shared.text import label


def handoff_details(handoff: Handoff) -> str:
    """Stages and reasons as a Markdown list; empty where there are none."""
    return "\n".join((*_stages(handoff), *_reasons(handoff)))


def _stages(handoff: Handoff) -> Iterator[str]:
    for stage in sorted(handoff.stages, key=lambda stage: stage.aside):
        yield f"- {_stage(stage)}"


def _stage(stage: Stage) -> str:
    aside = " :gray[(aside)]" if stage.aside else ""
    owner = f" · {label(stage.owner)}" if stage.owner else ""
    entry = f": {label(stage.entry)}" if stage.entry else ""
    return f"**{label(stage.name)}**{aside}{owner}{entry}"


def _reasons(handoff: Handoff) -> Iterator[str]:
    for kind, reasons in by_kind(handoff):
        words = "; ".join(_reason(reason) for reason in reasons)
        yield f"- **Rejected for {KINDS[kind]}** :gray[({kind.value})]: {words}"


def _reason(reason: RejectReason) -> str:
    return label(reason.words) + (f" :gray[(clause {label(reason.clause)})]" if reason.clause else "")
