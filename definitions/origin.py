"""Where counted leads came from: a table that stays in its warehouse."""

from __future__ import annotations

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Origin(BaseModel):
    """The warehouse as its host names it, the table, and when its leads were counted (UTC)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    warehouse: str
    table: str
    counted_at: AwareDatetime
