"""Telling another system of a publication: what is sent, where it may go, and that it arrives."""
