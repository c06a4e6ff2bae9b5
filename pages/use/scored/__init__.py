"""Scoring a file: taking it, mapping its columns, scoring it, and handing it back."""
