"""Host: people and the record."""
