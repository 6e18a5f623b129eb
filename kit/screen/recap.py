"""What the class thought, written from wall or desk: `kit recap` as a process of its own, and its page opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kit.screen.printing import open_path, run
from kit.screen.shelf import short_path, shown

if TYPE_CHECKING:
    from kit.screen.teaching import TeachingScreen


@dataclass(slots=True)
class RecapJob:
    """The page of one class on its way, and what came of it."""

    journal: Path
    language: str
    folder: Path
    paths: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    pid: int | None = None
    code: int | None = None

    def command(self) -> list[str]:
        """The command that writes it, run by the same Python."""
        options = [str(self.journal), "--lang", self.language, "--out", str(self.folder)]
        return [sys.executable, "-m", "kit", "recap", *options]


def write(screen: TeachingScreen, say: Callable[[str], None] | None = None) -> None:
    """Write the page in the background, as the class stands now, and open it where possible.

    `say` is told where it is, or why there is none; without it, the screen remarks it.
    """
    from kit.screen.print_dialog import can_hold_files, printing_folder
    from kit.session.faults import told

    tr, room = screen.tr, screen.room
    say = say or screen.remark
    if room.trouble is not None:
        say(told(room.trouble, tr))
        return
    if room.journal is None:
        say(tr("Nothing of this class is kept, so there is no page of it."))
        return
    folder = printing_folder()
    if not can_hold_files(folder):
        say(tr("Nothing can be written into {folder}.", folder=shown(short_path(folder))))
        return
    job = RecapJob(room.journal.path, room.state.course.language, folder)
    screen.remark(tr("Writing what the class thought…"))
    screen.app.run_worker(_work(screen, job, say), group="recap", exclusive=True)


async def _work(screen: TeachingScreen, job: RecapJob, say: Callable[[str], None]) -> None:
    await run(job, screen.kit.interface, lambda: None)
    if not screen.is_attached:
        return
    tr = screen.tr
    if job.code or not job.paths:
        why = shown(job.said[-1]) if job.said else tr("the printing process ended without a word")
        say(tr("Not written: {why}", why=why))
        return
    path = job.paths[0]
    open_path(path)
    told = tr("What the class thought: {path}", path=shown(short_path(path)))
    # That a sentence may name somebody is for the teacher alone.
    say(" · ".join((told, *map(shown, job.said[-1:]))) if screen.PRIVATE else told)
