"""Start: coming in, home, and who I am."""
