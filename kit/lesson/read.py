"""read(lesson folder): the lesson in all its languages, proved and numbered, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kit.files.cache import NOTHING_KEPT, Cache
from kit.files.editions import Editions, read_editions
from kit.files.problems import Place, Problem, Severity, errors, in_reading_order
from kit.files.validate import did_you_mean
from kit.lesson.kept_proofs import KeptProofs
from kit.lesson.model import Edition, Lesson, Line
from kit.lesson.plan import EXIT_TICKET
from kit.lesson.prove import prove_excerpts
from kit.protocols import reading as protocols
from kit.sources.catalogue import Catalogue
from kit.words import LANGUAGES, N_, Message

FILE = "lesson.yaml"


@dataclass(slots=True)
class Reading:
    """A lesson folder as it was found."""

    folder: Path
    id: str
    bundled: bool
    """Whether it comes with Kit, and so must speak all its languages."""
    catalogue: Catalogue
    editions: Editions[Edition]
    lines: tuple[Line, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson in all its languages; None where an error keeps it from being taught."""
        first = self.editions.first
        return None if first is None or errors(self.problems) else assemble(self, self.editions.by_language())


def read(folder: Path, catalogue: Catalogue, *, bundled: bool = False, cache: Cache = NOTHING_KEPT) -> Reading:
    """Read the lesson in `folder`. Never raises for what the files contain; the problems say what is wrong.

    What `cache` holds of files and excerpts that have not changed is neither parsed nor proved again.
    """
    problems: list[Problem] = []
    base = folder / FILE
    files = {path.stem: path for path in (folder / f"{code}.yaml" for code in LANGUAGES) if _exists(path)}
    refused = {path: problem for path in (base, *files.values()) for problem in _refused(folder, path)}
    problems += refused.values()
    files = {language: path for language, path in files.items() if path not in refused}
    if not _exists(base):
        problems.append(_missing_file(base))
    if base in refused or not _exists(base):
        return Reading(folder, folder.name, bundled, catalogue, Editions(Edition), problems=problems)
    editions = read_editions(Edition, base, files, cache)
    reading = Reading(folder, folder.resolve().name, bundled, catalogue, editions)
    proved = prove_excerpts(editions, catalogue.articles, KeptProofs(cache, folder))
    reading.lines = tuple(proved.lines)
    problems += [*editions.problems, *proved.problems, *_unknown_protocols(editions)]
    reading.problems = in_reading_order(problems)
    return reading


def _exists(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _refused(folder: Path, path: Path) -> Iterator[Problem]:
    """Links that lead out of the folder, and things that are no files."""
    if not _exists(path):
        return
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that lead to each other
        inside = True
    if not inside:
        yield Problem(
            "link-out-of-folder",
            Severity.ERROR,
            Place(path),
            Message.of(N_("This is a link to a file outside the lesson's folder.")),
            Message.of(N_("Copy the file itself into the folder.")),
        )
    elif not path.is_file():
        yield Problem("not-a-file", Severity.ERROR, Place(path), Message.of(N_("This is not an ordinary file.")))


def _missing_file(base: Path) -> Problem:
    return Problem(
        "missing-file",
        Severity.ERROR,
        Place(base),
        Message.of(N_("There is no file “{name}” in this folder."), name=FILE),
        Message.of(N_("A lesson is a folder with that file in it; “kit new” writes one to begin with.")),
    )


def used_protocols(edition: Edition) -> list[str]:
    """The ids of the protocols the steps name, wrappers included, and the exit ticket's."""
    used = [name for step in edition.steps for name in (step.around, step.protocol) if name]
    if edition.exit_ticket:
        used.append(EXIT_TICKET)
    return list(dict.fromkeys(used))


def _unknown_protocols(editions: Editions[Edition]) -> Iterator[Problem]:
    if editions.first is None:
        return
    known = protocols.names()
    for step in editions.first.steps:
        for key in ("protocol", "around"):
            name = getattr(step, key)
            if name and name not in known:
                yield Problem(
                    "unknown-protocol",
                    Severity.ERROR,
                    editions.place(("steps", step.id, key)),
                    Message.of(N_("There is no protocol “{name}”."), name=name),
                    did_you_mean(name, known),
                )


def assemble(reading: Reading, editions: Mapping[str, Edition]) -> Lesson:
    """The lesson in these languages, the first one first; rules plan it even where other things are wrong."""
    edition = next(iter(editions.values()))
    used_sources = dict.fromkeys(
        [excerpt.source for excerpt in edition.excerpts.values()]
        + [adapted.source for question in edition.questions.values() for adapted in question.adapted_from]
    )
    heads = reading.catalogue.sources
    return Lesson(
        id=reading.id,
        language=edition.language,
        editions=editions,
        lines=reading.lines,
        protocols={name: protocols.by_language(name) for name in used_protocols(edition)},
        sources={name: heads[name] for name in used_sources if name in heads},
    )
