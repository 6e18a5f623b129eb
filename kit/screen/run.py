"""The two ways into the terminal: the library, and a lesson straight onto the wall."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kit.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from kit.draft.propose import Draft
    from kit.lesson.library import Library
    from kit.lesson.model import Lesson
    from kit.session.class_list import ClassList
    from kit.session.room import Room

BROKEN = 1
"""The exit code after a mistake of Kit's own."""

NO_TERMINAL = 2
"""The exit code where there is nothing to show a lesson on."""


def present(
    lesson: Lesson,
    *,
    language: str | None = None,
    minutes: int | None = None,
    from_step: str | None = None,
    interface: str = "en",
    theme: str | None = None,
    bell: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Show `lesson` on the wall and return the exit code: 0, 1 after something broke, 2 without a terminal.

    `minutes` is the length of the period, the lesson's own where absent; `from_step` is a step's number from 1,
    its id or its lesson step, and `language` one of the lesson's; with `bell` the end of a step can be heard.
    Raises LookupError where the plan has no such step and ValueError where it has none at all.
    """
    from kit.lesson.plan import plan
    from kit.session.course import begin

    length = minutes or lesson.edition(lesson.language).at_a_glance.minutes
    course = begin(plan(lesson, length), lesson.languages, language=language, from_step=from_step)

    def first() -> Any:
        from kit.screen.classroom import Attendance
        from kit.screen.wall import WallScreen
        from kit.session.places import sessions_folder

        return WallScreen(lesson, course, Attendance(lesson, course, sessions_folder()))

    return run(first, interface=interface, theme=theme, clock=clock, sound=bell)


def desk(
    lesson: Lesson | None = None,
    *,
    language: str | None = None,
    minutes: int | None = None,
    interface: str = "en",
    theme: str | None = None,
    class_list: ClassList | None = None,
    bell: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Open the teacher's desk and return the exit code.

    Without `lesson` it joins the class that is going on, the latest where there are several; with one, that lesson's
    class, or it begins one; `class_list` says who sits where, on this screen only. Raises LookupError where there is
    no class to join.
    """
    from kit.screen.classroom import Attendance, going_on
    from kit.session.places import sessions_folder

    alive = going_on(lesson)
    if alive is None and lesson is None:
        raise LookupError
    if alive is not None:
        room = _joined(alive.path, clock)

        def joined() -> Any:
            from kit.screen.desk import DeskScreen

            return DeskScreen(room.state.lesson, room.state.course, attend=lambda _: room, class_list=class_list)

        return run(joined, interface=interface, theme=theme, clock=clock, sound=bell)
    assert lesson is not None
    from kit.lesson.plan import plan
    from kit.session.course import begin

    length = minutes or lesson.edition(lesson.language).at_a_glance.minutes
    course = begin(plan(lesson, length), lesson.languages, language=language)

    def begun() -> Any:
        from kit.screen.desk import DeskScreen

        return DeskScreen(lesson, course, Attendance(lesson, course, sessions_folder()), class_list=class_list)

    return run(begun, interface=interface, theme=theme, clock=clock, sound=bell)


def _joined(path: Path, clock: Callable[[], float]) -> Room:
    """The class in `path`; one that the wall is opening at this moment gets a second to write its first word.

    Errors: JournalError.
    """
    from kit.session.faults import DamagedJournalError
    from kit.session.sessions import join

    for _ in range(20):
        try:
            return join(path, clock=clock)
        except DamagedJournalError:
            time.sleep(0.05)
    return join(path, clock=clock)


def library(*, interface: str = "en", theme: str | None = None, **options: Any) -> int:
    """Open the library and return the exit code; `options` are those of `kit.screen.library.LibraryScreen`."""

    def first() -> Any:
        from kit.screen.library import LibraryScreen

        return LibraryScreen(**options)

    return run(first, interface=interface, theme=theme)


def draft(proposed: Draft, lessons: Library, *, name: str = "", interface: str = "en", theme: str | None = None) -> int:
    """Open the draft of a lesson, which is written into the folder of `lessons`, and return the exit code.

    `name` is what its folder is to be called, made of the title where absent.
    """

    def first() -> Any:
        from kit.screen.drafting import DraftScreen

        return DraftScreen(proposed, lessons, name=name)

    return run(first, interface=interface, theme=theme)


def run(
    first: Callable[[], Any],
    *,
    interface: str = "en",
    theme: str | None = None,
    clock: Callable[[], float] = time.monotonic,
    sound: bool = False,
) -> int:
    """Run the terminal application, `first` making its first screen.

    Whatever breaks ends in a restored terminal, a log file and one sentence on stderr that names it; so does the lack
    of a terminal, without the log.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        tr = words(interface)
        sys.stderr.write(
            tr("Kit shows lessons in a terminal window, and there is none here. Open one and try again.") + "\n"
        )
        return NO_TERMINAL
    # Nothing that start-up makes is garbage yet, and looking for some takes a fifth of the time to the first paint;
    # the application looks again once it stands.
    gc.disable()
    from kit.screen.app import KitApp

    app = KitApp(first, interface=interface, theme=theme, clock=clock, sound=sound)
    try:
        app.run()
    except Exception as error:  # noqa: BLE001 - the last door: it is logged below, and nothing may pass it unsaid
        app.broken = app.broken or error
    finally:
        gc.enable()
    if app.last_words:
        sys.stderr.write(app.last_words + "\n")
    if app.broken is None:
        return app.return_code or 0
    from kit.files.crash import sentence

    sys.stderr.write(sentence(app.broken, words(app.interface)) + "\n")
    return BROKEN
