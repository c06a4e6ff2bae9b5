"""Outcomes: what happened to leads and when, from a file, a warehouse or the assessments made here."""
