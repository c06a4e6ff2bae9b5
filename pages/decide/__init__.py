"""Decide: voting and disputes."""
