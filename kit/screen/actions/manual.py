"""The manual's page of keys, made from the registry: ``python -m kit.screen.actions.manual > docs/keys.md``."""

from __future__ import annotations

import sys

from kit.screen.actions import ACTIONS, Action, Place, key_name
from kit.words import N_, Words, words

TITLES: dict[Place, str] = {
    "everywhere": N_("On every screen"),
    "library": N_("In the library"),
    "plan": N_("On the plan"),
    "print": N_("While printing"),
    "wall": N_("On the wall"),
    "desk": N_("At the desk"),
    "vote": N_("While the class votes"),
    "talk": N_("While the class talks"),
    "board": N_("On the board"),
    "draw": N_("While drawing"),
    "draft": N_("While drafting a lesson"),
}


def manual(tr: Words) -> str:
    """Markdown: a table for each screen."""
    parts = [f"# {tr('Keys')}\n"]
    for place in dict.fromkeys(action.place for action in ACTIONS):
        parts.append(f"## {tr(TITLES[place])}\n")
        parts.append(f"| {tr('Key')} | {tr('What it does')} |\n|---|---|")
        parts += [_row(action, tr) for action in ACTIONS if action.place == place]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _row(action: Action, tr: Words) -> str:
    keys = " ".join(f"`{key_name(key, tr)}`" for key in action.keys)
    return f"| {keys} | {tr(action.help)} |"


if __name__ == "__main__":
    sys.stdout.write(manual(words("en")))
