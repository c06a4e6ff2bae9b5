"""Leads from a warehouse: a look at its table, what the columns mean, and counting them there."""
