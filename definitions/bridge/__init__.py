"""The bridge search: the smallest changes of a scorecard that every team can live with."""
