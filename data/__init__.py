"""All input and output: the ledger, lead sets, profiles, starter and sample files."""
