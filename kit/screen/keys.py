"""Textual's key bindings, made from the action registry."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from kit.screen.actions import ACTIONS, Action, Place


def bindings(place: Place) -> list[BindingType]:
    """The bindings of one place's own actions; those of `everywhere` belong to the app."""
    return [binding for action in ACTIONS if action.place == place for binding in _bindings(action)]


def _bindings(action: Action) -> list[BindingType]:
    # The description stays the English message id: footer, help and palette translate it when they show it.
    return [Binding(key, action.name, action.label, show=False, priority=action.priority) for key in action.keys]
