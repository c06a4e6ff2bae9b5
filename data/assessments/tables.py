"""Where assessments are kept: beside the facts, because data about leads must be deletable."""

from __future__ import annotations

import sqlalchemy as sa

from data.databases import tables

assessments = sa.Table(
    "assessments",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("workshop_id", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("contact", sa.Text, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("begun_from", sa.Text, nullable=False),
    sa.Column("waits", sa.Boolean, nullable=False),
    sa.Column("sought", sa.Text, nullable=False),
    sa.Index("assessments_by_time", "workshop_id", "made_at", "id", "verdict", "channel", "by_id"),
    sa.Index("assessments_waiting", "workshop_id", "waits"),
)
"""One row an assessment. ``waits``: nobody looks after this lead yet. ``sought``: what a search looks in.

The first index holds all that a list is chosen by, so that a page of it is found without reading other rows.
"""

assessment_events = sa.Table(
    "assessment_events",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("assessment_id", sa.Text, nullable=False, index=True),
    sa.Column("workshop_id", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("clause", sa.Text, nullable=False),
    sa.Column("revenue", sa.Double),
    sa.Index("assessment_events_by_time", "workshop_id", "at", "id"),
)
"""What became of leads. Rows are added, never changed; they go only with their assessment."""
