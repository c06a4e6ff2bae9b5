"""Draft: criteria, threshold and handoff, glossary."""
