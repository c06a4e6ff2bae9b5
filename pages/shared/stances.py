"""How the four stances are offered: in words for approval or consent, each with its sign and its question."""

from __future__ import annotations

from alignment.stances import Mode, Stance

ICONS: dict[Stance, str] = {
    Stance.AGREE: ":material/thumb_up:",
    Stance.RESERVATIONS: ":material/thumbs_up_down:",
    Stance.DISAGREE: ":material/thumb_down:",
    Stance.ABSTAIN: ":material/remove:",
}
SHORT = {Stance.RESERVATIONS: "With reservations"}
"""What a button says in fewer words than the record."""
REASONS: dict[Mode, dict[Stance, str]] = {
    Mode.APPROVAL: {
        Stance.RESERVATIONS: "What are your reservations?",
        Stance.DISAGREE: "Why do you disagree, and what would change your mind?",
    },
    Mode.CONSENT: {
        Stance.RESERVATIONS: "What concerns you?",
        Stance.DISAGREE: "Why can you not live with it, and what would change that?",
    },
}
"""The stances that ask for a reason, and how."""


def in_words(mode: Mode, stance: Stance) -> str:
    """A stance as a button says it."""
    words = mode.words(stance)
    if mode is Mode.APPROVAL:
        words = SHORT.get(stance, words.capitalize())
    return f"{ICONS[stance]} {words}"
