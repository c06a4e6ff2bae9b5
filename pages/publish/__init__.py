"""Screens about the text: sign it, read it."""
