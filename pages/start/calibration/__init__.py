"""Parts of the page on calibration: drawing leads, judging them, who is done, and what was revealed."""
