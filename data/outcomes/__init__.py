"""Outcomes: what happened to leads and when, read from a file, a warehouse or the product's own assessments."""
