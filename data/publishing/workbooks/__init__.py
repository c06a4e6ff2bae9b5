"""The sheets of the scorecard's workbook."""
