"""What other systems ask for with a key: the definition in force, and verdicts on leads, as JSON."""
