"""Parts of the page on understanding: judging leads by the text, and what came of it."""
