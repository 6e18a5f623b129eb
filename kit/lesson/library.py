"""The library: the lessons that come with Kit and the teacher's own, listed cheaply and opened in a blink.

A list needs only headers, and a lesson that was read once is kept in compiled form, so that neither pydantic nor a
YAML file stands between a teacher and her class.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.files import bundled
from kit.files.cache import Cache, State, checksum, key, stamps, state
from kit.files.compiled import MisfitError, from_plain, to_plain
from kit.lesson.home import Home
from kit.words import LANGUAGES

if TYPE_CHECKING:
    from kit.files.problems import Problem
    from kit.lesson.model import Lesson
    from kit.sources.catalogue import Catalogue
    from kit.sources.questions import PlacedQuestion

FILE = "lesson.yaml"
PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the list shows of a lesson, read from the heads of its files without checking them."""

    id: str
    folder: str
    own: bool
    """Whether it is the teacher's, not one that came with Kit."""
    shadows: bool = False
    """Whether a bundled lesson of the same name stands behind it."""
    readable: bool = True
    """False where the file has a syntax error: it is listed all the same, to be mended."""
    language: str = ""
    languages: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    """By language."""
    essential_questions: Mapping[str, str] = field(default_factory=dict)
    overviews: Mapping[str, str] = field(default_factory=dict)
    minutes: int = 50
    level: str = ""
    themes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The title in `language`, else in the lesson's first, else the folder's name."""
        return self.titles.get(language) or self.titles.get(self.language) or self.id


@dataclass(frozen=True, slots=True)
class Library:
    """The bundled lessons and articles plus one teacher's own folder; her lesson of the same name wins."""

    home: Home
    cache: Cache = field(default_factory=Cache.of_user)
    shipped: Path = field(default_factory=lambda: bundled.folder("lessons"))
    """The lessons that come with Kit."""

    def folders(self) -> dict[str, tuple[Path, bool]]:
        """Lesson folders by name, each with whether it is her own, in the order of their names."""
        found: dict[str, tuple[Path, bool]] = {}
        for own, parent in ((False, self.shipped), (True, self.home.lessons)):
            if parent.is_dir():
                for path in sorted(parent.iterdir()):
                    if (path / FILE).exists() and not path.name.startswith("."):
                        found[path.name] = (path, own)
        return dict(sorted(found.items()))

    def entries(self) -> list[Entry]:
        """Every lesson's header; unchanged ones come from the cache."""
        result = []
        for name, (folder, own) in self.folders().items():
            named, now = key("entry", folder, own), state(stamps(sorted(folder.glob("*.yaml"))))
            data = self.cache.get(named, now)
            if data is None:
                entry = read_entry(folder, own=own, shadows=own and (self.shipped / name / FILE).exists())
                self.cache.put(named, to_plain(entry), now)
            else:
                entry = from_plain(Entry, data)
            result.append(entry)
        return result

    def find(self, wanted: str) -> Path | None:
        """The folder of the lesson called `wanted`: a name in the library, or a path to a folder or its file."""
        folders = self.folders()
        if wanted in folders:
            return folders[wanted][0]
        path = Path(wanted).expanduser()
        if path.name == FILE:
            path = path.parent
        return path if (path / FILE).exists() else None

    def is_bundled(self, folder: Path) -> bool:
        """Whether a lesson folder is one of those that came with Kit."""
        return folder.resolve().parent == self.shipped.resolve()

    def catalogue(self) -> tuple[Catalogue, list[Problem]]:
        """The articles: bundled, and her own on top. One without problems is kept in compiled form."""
        from kit.sources.catalogue import compiled, read_catalogue, restored

        named, now = key("catalogue", self.home.seeds), state(stamps(self._seed_files()))
        data = self.cache.get(named, now)
        if data is not None:
            with contextlib.suppress(MisfitError, OSError, KeyError):
                return restored(data), []
        own = self.home.seeds
        catalogue, problems = read_catalogue(bundled.folder("seeds"), own=own if own.is_dir() else None)
        if not problems:
            self.cache.put(named, compiled(catalogue), now)
        return catalogue, problems

    def questions(self, catalogue: Catalogue) -> tuple[list[PlacedQuestion], list[Problem]]:
        """The questions the articles ask, the bundled ones first."""
        from kit.sources.questions import read_questions

        asked, problems = read_questions(bundled.folder("seeds"), catalogue)
        own, own_problems = read_questions(self.home.seeds, catalogue)
        return [*asked, *own], [*problems, *own_problems]

    def open(self, folder: Path) -> tuple[Lesson | None, list[Problem]]:
        """The lesson in `folder`, from its compiled form where nothing has changed; else read, checked and compiled.

        Without a lesson, the problems say why; with one, they are warnings.
        """
        from kit.lesson.model import Lesson  # a list of headers must not wait for it

        named, now = key("lesson", folder.resolve()), self._lesson_state(folder)
        data = self.cache.get(named, now)
        if data is not None:
            try:
                return from_plain(Lesson, data), []
            except MisfitError:
                pass  # written by another version of the models: read the files again
        from kit.files.problems import errors
        from kit.lesson.check import check

        catalogue, problems = self.catalogue()
        reading = check(folder, catalogue, bundled=self.is_bundled(folder), cache=self.cache)
        problems = [*problems, *reading.problems]
        lesson = reading.lesson
        if lesson is None or errors(problems):
            return None, problems
        self.cache.put(named, to_plain(lesson), now)
        return lesson, problems

    def problems(self, folder: Path, catalogue: Catalogue, *, strict: bool = False) -> list[Problem]:
        """What is wrong with the lesson in `folder`; a lesson nobody has changed since is not looked at again."""
        named = key("problems", folder, folder.absolute(), strict)  # the places hold the path as it was given
        now = self._lesson_state(folder)
        data = self.cache.get(named, now)
        if data is not None:
            from kit.files.kept_problems import from_data

            with contextlib.suppress(KeyError, TypeError, ValueError):
                return from_data(data)
        from kit.files.kept_problems import to_data
        from kit.lesson.check import check

        found = check(folder, catalogue, bundled=self.is_bundled(folder), strict=strict, cache=self.cache).problems
        self.cache.put(named, to_data(found), now)
        return found

    def _lesson_state(self, folder: Path) -> State:
        """The content of the lesson's files, and the stamps of everything else that goes into the compiled form."""
        texts = [checksum(path) for path in sorted(folder.glob("*.yaml")) if path.is_file()]
        used = [*sorted((PACKAGE / "protocols").glob("*/*.yaml")), *self._seed_files()]
        return state(texts, stamps(used))

    def _seed_files(self) -> list[Path]:
        folders = (bundled.folder("seeds"), self.home.seeds)
        return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*"))]


def read_entry(folder: Path, *, own: bool, shadows: bool = False) -> Entry:
    """The header of one lesson; a file that cannot be read makes an entry that says so."""
    from kit.files.document import read_document

    document, _ = read_document(folder / FILE)
    data = document.value if document is not None else None
    if not isinstance(data, dict):
        return Entry(id=folder.name, folder=str(folder), own=own, shadows=shadows, readable=False)
    language = _text(data.get("language"))
    texts: dict[str, dict[str, Any]] = {language: data}
    for code in LANGUAGES:
        path = folder / f"{code}.yaml"
        if path.is_file():
            translation, _ = read_document(path)
            if translation is not None and isinstance(translation.value, dict):
                texts[code] = translation.value
    glance = data.get("at_a_glance") if isinstance(data.get("at_a_glance"), dict) else {}
    assert isinstance(glance, dict)
    minutes = glance.get("minutes")
    steps = [step for step in _list(data.get("steps")) if isinstance(step, dict)]
    used = [_text(step.get(key)) for step in steps for key in ("protocol", "around")]
    return Entry(
        id=folder.name,
        folder=str(folder),
        own=own,
        shadows=shadows,
        language=language,
        languages=tuple(texts),
        titles=_each(texts, "title"),
        essential_questions=_each(texts, "essential_question"),
        overviews=_each(texts, "overview"),
        minutes=minutes if isinstance(minutes, int) else 50,
        level=_text(glance.get("level")),
        themes=tuple(_text(theme) for theme in _list(data.get("themes"))),
        subjects=tuple(_text(subject) for subject in _list(glance.get("subjects"))),
        protocols=tuple(dict.fromkeys(name for name in used if name)),
    )


def _text(value: object) -> str:
    return " ".join(value.split(" ")).strip() if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _each(texts: Mapping[str, Mapping[str, Any]], key: str) -> dict[str, str]:
    from kit.files.editions import tidy

    return {code: tidy(data[key]) for code, data in texts.items() if isinstance(data.get(key), str)}
