"""What people can do: one function an action. It returns facts, or refuses with a sentence."""
