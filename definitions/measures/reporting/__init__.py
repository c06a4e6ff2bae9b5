"""The report: what the measures say, on one page for those who decide."""
