"""Leads for sales: one lead with its clock, and what can be said of it."""
