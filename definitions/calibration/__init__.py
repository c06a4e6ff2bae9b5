"""Blind calibration: which leads are drawn, and what people's blind judgements say when they are revealed."""
