"""Choosing a class list at the desk, or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kit.screen.dialogs import Item, Picker
from kit.session.places import classes_folder

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen
    from kit.session.class_list import ClassList

NONE = "none"
LIST = "list:"


def choose_class(screen: TeachingScreen, now: ClassList | None, chosen: Callable[[ClassList | None], None]) -> None:
    """Ask which of the class lists on this computer is in use; one that cannot be read is told and changes nothing."""
    from kit.session.class_list import class_names
    from kit.session.class_reading import read

    tr, folder = screen.tr, classes_folder()
    names = class_names(folder)
    if not names:
        command = "kit classes add 3B names.csv"
        screen.remark(tr("There is no class list, and you need none. To add one: {command}", command=command))
        return

    def answered(answer: str | None) -> None:
        if answer == NONE:
            chosen(None)
        elif answer is not None:
            name = answer.removeprefix(LIST)
            try:
                listed, _ = read((folder / f"{name}.csv").read_bytes(), name)
            except OSError:
                listed = None
            if listed is None:
                command = f"kit classes show {name}"
                told = tr("The list of {name} cannot be used as it is.", name=name)
                screen.remark(f"{told} {command}")
            else:
                chosen(listed)

    items = [Item(NONE, tr("No class list")), *(Item(f"{LIST}{name}", name) for name in names)]
    start = f"{LIST}{now.name}" if now is not None else NONE
    screen.app.push_screen(Picker(tr("Which class?"), items, start=start, numbered=False), answered)
