"""Qualifying one lead: what is asked, and what comes of it."""
