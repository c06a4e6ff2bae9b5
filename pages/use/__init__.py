"""Using the definition: qualifying leads, one by one and many at a time."""
