"""Parts of the page on own words: asking, writing, what has come in, and side by side."""
