"""Adding leads from a file: what was understood, what its columns mean, and only then keeping it."""
