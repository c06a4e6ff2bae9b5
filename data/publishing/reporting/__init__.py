"""The report as files: PDF, Word and a workbook, all with the same numbers, and its charts."""
