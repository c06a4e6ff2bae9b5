"""One file a screen, in a folder for its menu section. Nothing else lies directly here."""
