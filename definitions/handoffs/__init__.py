"""The handoff in words: its calendar, both promises, what changed, and what does not fit."""
