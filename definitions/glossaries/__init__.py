"""A glossary as a whole: where its words occur, what is amiss with it, and its rows in a file."""
