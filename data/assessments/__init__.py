"""Leads judged by the definition, one at a time, and what became of them; kept beside the record."""
