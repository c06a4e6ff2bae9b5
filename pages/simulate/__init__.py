"""Trying a threshold on leads."""
