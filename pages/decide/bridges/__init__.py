"""The parts of the bridge page."""
