"""The people of a workshop: who they are, what they propose, vote, rule and sign. Pure."""
