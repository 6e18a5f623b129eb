"""Profiles: the same handout set anew for readers who need larger or wider print. No line changes its number.

The sizes are those of the UK Association for Accessible Formats and RNIB (large print from 16 pt, better 18; giant
from 24) and the British Dyslexia Association (12 to 14 pt, letters and words spaced together, rows 1.5 apart). No font
is offered as a cure: the evidence does not support one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.words import N_

ProfileName = Literal["standard", "large", "giant", "dyslexia", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One way of setting a handout; its style sheet is `css/profile-<id>.css`."""

    id: ProfileName
    name: str
    points: float
    """The size of what is read."""
    least: float
    """The size nothing may be under, in points: headings of columns, labels, running heads."""
    stacked: bool = True
    """Whether nothing stands beside anything: a translation is under its line, and there is no column for notes."""
    words_first: bool = False
    """Whether the words that are explained stand before the texts."""
    leading: float = 1.42
    """From row to row of numbered lines, in heights of the type."""
    tracking: float = 0.0
    """What stands between letters beside their own room, in heights of the type."""
    word_gap: float = 0.0
    """What stands between words beside a space, in heights of the type."""
    ruling: str = ""
    """The ruling such a reader can see; "" for the usual one."""


PROFILES: dict[str, Profile] = {
    profile.id: profile
    for profile in (
        Profile(id="standard", name=N_("Standard print"), points=12, least=8, stacked=False, leading=1.36),
        Profile(id="large", name=N_("Large print, 18 pt"), points=18, least=16, ruling="12mm"),
        Profile(id="giant", name=N_("Giant print, 24 pt"), points=24, least=18, ruling="16mm"),
        Profile(
            id="dyslexia", name=N_("Wider spacing"), points=13, least=12, leading=1.66, tracking=0.05, word_gap=0.2
        ),
        Profile(id="plain", name=N_("Plain: one thing after another"), points=14, least=12, words_first=True),
    )
}
"""Every profile by its id, which is also its name on the command line."""
