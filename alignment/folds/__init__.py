"""How each kind of fact changes the workshop: one function a kind, one file a topic."""
