"""Adding outcomes: what was understood of a file or table, what its columns mean, and keeping it."""
