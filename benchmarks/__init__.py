"""Measurements through the real parts: `python -m benchmarks.<name> --json`."""
