"""Measures of a definition in use: from the events of leads to rates, clocks, lifts and trip-wires."""
