"""Choosing a class list at the desk, or none, and as many chairs as it has seats."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kit.screen.dialogs import Ask, Item, Picker
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


def offer_chairs(screen: TeachingScreen, listed: ClassList) -> None:
    """Ask whether as many chairs stand in the room as the list has seats, where these are not the same number."""
    from kit.session.seats import SeatPlan, sound
    from kit.session.turns import RoomArranged

    tr, plan = screen.tr, screen.room.state.talk.plan
    seats = max(listed.seats, default=0)
    if seats == plan.seats or not sound(SeatPlan(seats=seats)):
        return

    def arrange(sure: bool | None) -> None:
        if sure:
            screen.room.do(RoomArranged(shape=plan.shape, seats=seats))

    screen.app.push_screen(
        Ask(
            tr("How many chairs?"),
            tr(
                "The seats of {name} go up to {seats}; there are {chairs} chairs.",
                name=listed.name,
                seats=seats,
                chairs=plan.seats,
            ),
            yes=tr.plural("{count} chair", "{count} chairs", seats),
            no=tr("Leave them"),
        ),
        arrange,
    )
