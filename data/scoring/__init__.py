"""Scoring a whole file of leads by a signed definition."""
