"""The substance of a definition: criteria, glossary, handoff, scorecard, wording, document. Pure."""
