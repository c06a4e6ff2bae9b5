"""Files of leads, read in a process of their own: what they hold, and their rows as text."""

from data.importing.importing import ImportCancelled, understand
from data.importing.understood import Column, Kind, Options, Progress, SetAside, Sheet, Type, Understood

__all__ = [
    "Column",
    "ImportCancelled",
    "Kind",
    "Options",
    "Progress",
    "SetAside",
    "Sheet",
    "Type",
    "Understood",
    "understand",
]
