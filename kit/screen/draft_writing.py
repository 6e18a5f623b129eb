"""Writing a draft from its screen: under which name, what stands in the way, and what can be done with it then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kit.screen.dialogs import Ask
from kit.screen.notice import Notice
from kit.screen.shelf import short_path, shown
from kit.screen.text_dialog import TextDialog

if TYPE_CHECKING:
    from kit.files.problems import Problem
    from kit.screen.drafting import DraftScreen


def write(screen: DraftScreen) -> None:
    """Ask for the name of the lesson's folder and write the draft; a draft without a question is not written."""
    from kit.draft.write import lesson_name

    tr = screen.tr
    if not screen.draft.accepted:
        screen.app.push_screen(
            Notice(tr("Not written"), tr("The lesson has no question yet. Accept one with a, then write it with w."))
        )
        return
    heading = tr("Write the lesson into {folder}, under the name", folder=shown(short_path(_lessons(screen))))
    name = lesson_name(screen.draft, screen.name_wanted)
    keys = tr("Enter writes the lesson · Esc goes back")
    dialog = TextDialog(heading, tr("A name for the folder"), partial(_wrong, screen), name, keys)
    screen.app.push_screen(dialog, partial(_write, screen))


def _lessons(screen: DraftScreen) -> Path:
    return screen.library.home.lessons


def _wrong(screen: DraftScreen, name: str) -> str:
    """Why a lesson cannot be called `name`, or nothing."""
    from kit.lesson.new import NotANameError, folder_name

    tr = screen.tr
    try:
        folder = folder_name(name)
    except NotANameError:
        return tr("A name needs at least one letter or digit.")
    if (_lessons(screen) / folder).exists():
        return tr("You have a lesson “{name}” already; it stays as it is. Choose another name.", name=folder)
    return ""


def _write(screen: DraftScreen, name: str | None) -> None:
    if name is None:
        return
    from kit.draft.write import DamagedCatalogueError
    from kit.draft.write import write as write_files
    from kit.lesson.new import NotANameError
    from kit.words import words

    tr, draft = screen.tr, screen.draft
    try:
        written = write_files(draft, screen.library.home, words(draft.article.language), tr, name)
    except DamagedCatalogueError as error:
        why = tr("{path} has errors, so nothing was added to it. “kit check” says where.", path=shown(str(error)))
    except (FileExistsError, NotANameError) as error:
        why = _wrong(screen, name) or tr("{path} is in the way.", path=shown(str(getattr(error, "filename", name))))
    except OSError as error:
        why = tr("{path} cannot be written: {reason}.", path=shown(str(error.filename)), reason=str(error.strerror))
    else:
        screen.written, screen.folder = draft, written.lesson.parent
        offer(screen)
        return
    screen.app.push_screen(Notice(tr("Not written"), why))


def offer(screen: DraftScreen) -> None:
    """What can be done with the lesson now: look through what Kit guessed, hold it, or go on here."""
    tr, folder = screen.tr, screen.folder
    assert folder is not None
    text = tr(
        "It lies in {folder}. What you have not confirmed is marked “# guessed” in the file.",
        folder=shown(short_path(folder)),
    )
    ask = Ask(
        tr("The lesson is written"),
        text,
        yes=tr("Start class"),
        no=tr("Stay here"),
        other=(tr("Check"), partial(_later, screen, folder)),
    )

    def answered(yes: bool | None) -> None:
        if yes:
            start(screen, folder)

    screen.app.push_screen(ask, answered)


def _later(screen: DraftScreen, folder: Path) -> None:
    """Check from the screen itself: the question that is being answered will not be there to hear of the end."""
    screen.call_later(check, screen, folder)


def check(screen: DraftScreen, folder: Path) -> None:
    """What `kit check` says of the lesson in `folder`; then the offer again."""
    from kit.lesson.check import check as checked
    from kit.screen.problems import ProblemsScreen, RemarksScreen

    library = screen.library
    catalogue, problems = library.catalogue()
    reading = checked(folder, catalogue, bundled=False, cache=library.cache)
    found: Sequence[Problem] = [*problems, *reading.problems]
    if reading.lesson is None or any(problem.is_error for problem in found):
        screen.app.push_screen(ProblemsScreen(screen.draft.title, folder.name, found))
        return
    screen.app.push_screen(RemarksScreen(screen.draft.title, folder.name, found), lambda _: offer(screen))


def unless_lost(screen: DraftScreen, then: Callable[[], object]) -> None:
    """Do `then`; ask first where something would be lost."""
    if screen.draft == screen.written:
        then()
        return

    def answered(yes: bool | None) -> None:
        if yes:
            then()

    tr = screen.tr
    text = tr("What you have changed since then is not in any file. w writes it.")
    screen.app.push_screen(
        Ask(tr("Leave without writing?"), text, yes=tr("Leave"), no=tr("Stay here")),
        answered,
    )


def start(screen: DraftScreen, folder: Path) -> None:
    """The lesson on the wall."""
    from kit.screen.classroom import start_class
    from kit.screen.problems import ProblemsScreen

    lesson, problems = screen.library.open(folder)
    if lesson is None:
        screen.app.push_screen(ProblemsScreen(screen.draft.title, folder.name, problems))
    else:
        start_class(screen.kit, lesson, language=lesson.language)
