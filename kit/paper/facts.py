"""What a handout says, ready to be set: the same for every template, taken from the lesson and its plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kit.lesson.lines import resolve
from kit.lesson.model import Edition, Lesson, LessonStep, LooseSource, Question, Starter, Term
from kit.lesson.plan import Plan, plan
from kit.lesson.reading_load import ReadingLoad, load_of_lines
from kit.lesson.scene import Passage, passages
from kit.lesson.step_names import question_numbers
from kit.paper.ballots import BallotSet, ballot_sets
from kit.paper.columns import columns
from kit.paper.kinds import Kind, Page
from kit.paper.labels import line_label
from kit.paper.profiles import PROFILES, Profile
from kit.paper.rulings import RULINGS, Ruling, usual
from kit.paper.schedule import Schedule
from kit.sources.model import Note, Source
from kit.words import Words, words
from kit.words.terms import LANGUAGE, SIDES, SOURCE_KIND


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of a source head: “When”, “March 2024”."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text the lines come from, with its source head."""

    letter: str
    """A, B, C …: the same on every page."""
    title: str
    title_is_ours: bool
    title_language: str
    facts: tuple[Fact, ...]
    """Who, when, what kind of text, and what nobody knows: what pupils ask of every text."""
    upstream: str
    """Private: where the article says it has its facts from."""
    lines: str
    """“lines 1–6, 15–26”."""
    proved: bool
    """Whether all its lines were found in a file of the article."""
    notes: tuple[Note, ...]
    """Private: for the teacher."""
    load: ReadingLoad
    """Private: how heavy its lines are to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPassage:
    """Lines of one excerpt; the source head stands only above the first passage of an article."""

    passage: Passage
    article: Article
    is_first: bool
    """Whether no passage of this article stands before it."""
    language_name: str
    bilingual: bool
    """Whether our translation stands beside the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQuestion:
    """A question with its number on paper and the lines it needs."""

    number: int
    id: str
    question: Question
    lines: str
    """“lines 3–7”, or "" where it needs none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a debated statement and the lines that speak for it."""

    name: str
    lines: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """A statement the class takes sides on, or the positions it chooses between."""

    statement: str
    sides: tuple[Side, ...]
    positions: tuple[str, ...]


class Facts:
    """Everything a template may ask for. Built from one lesson, in one language, for one length of period."""

    def __init__(
        self,
        lesson: Lesson,
        kind: Kind,
        language: str,
        minutes: int | None = None,
        copies: int | None = None,
        *,
        page: Page = "a4",
        profile: Profile = PROFILES["standard"],
        ruling: str = "",
    ) -> None:
        self.lesson = lesson
        self.kind = kind
        self.edition: Edition = lesson.edition(language)
        self.language = self.edition.language
        self.tr: Words = words(self.language)
        self.minutes = minutes or self.edition.at_a_glance.minutes
        self.copies = copies
        """Pieces for each pupil, where there are any; None where nobody said how many pupils there are."""
        self.page = page
        self.profile = profile
        self.ruling: Ruling = RULINGS[ruling or profile.ruling or usual(self.language, page)]
        """How the rows to write on are ruled."""

    @cached_property
    def plan(self) -> Plan:
        """The plan for the minutes the teacher has."""
        return plan(self.lesson, self.minutes)

    @cached_property
    def schedule(self) -> Schedule:
        """The plan step by step, and the same lesson in other lengths."""
        return Schedule(self.lesson, self.edition, self.plan, self.tr)

    @cached_property
    def passages(self) -> tuple[PrintedPassage, ...]:
        """Every numbered line of the lesson under its source head."""
        articles: dict[str, Article] = {}
        result = []
        shown = passages(self.lesson, None, self.language)
        for passage in shown:
            id = self.edition.excerpts[passage.excerpt].source
            is_first = id not in articles
            if is_first:
                articles[id] = self._article(_letter(len(articles)), id, shown)
            result.append(
                PrintedPassage(
                    passage=passage,
                    article=articles[id],
                    is_first=is_first,
                    language_name=self.language_name(passage.language),
                    bilingual=any(line.translation for line in passage.lines),
                )
            )
        return tuple(result)

    @cached_property
    def original_share(self) -> float:
        """How wide the originals' column must be for originals and translations to be as long, in per cent of both."""
        pairs = [line for printed in self.passages if printed.bilingual for line in printed.passage.lines]
        original = sum(len(line.text) for line in pairs)
        both = original + sum(len(line.translation) for line in pairs)
        return min(60.0, max(40.0, 100 * original / both)) if both else 50.0

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The texts the lines come from, in the order of the lesson."""
        return tuple(printed.article for printed in self.passages if printed.is_first)

    @cached_property
    def questions(self) -> tuple[PrintedQuestion, ...]:
        """The questions from the warm-up to the exit, numbered from 1."""
        asked = self.edition.questions
        return tuple(
            PrintedQuestion(number=number, id=id, question=asked[id], lines=self.lines(asked[id].needs))
            for id, number in question_numbers(self.edition).items()
        )

    @cached_property
    def debates(self) -> tuple[Debate, ...]:
        """What the class takes sides on, step by step."""
        return tuple(
            self._debate(step) for step in self.edition.steps if step.statement or step.sides or step.positions
        )

    @cached_property
    def ballots(self) -> tuple[BallotSet, ...]:
        """The ballots of every vote that comes twice."""
        return ballot_sets(self.lesson, self.tr, self.copies)

    @cached_property
    def vocabulary(self) -> tuple[Sequence[Term], ...]:
        """The words pupils need, in one column or two."""
        terms = tuple(self.edition.vocabulary.values())
        return (
            (terms,)
            if self.profile.stacked
            else columns(terms, lambda term: f"{term.term} {term.means} {self.lines(term.lines)}")
        )

    @cached_property
    def starters(self) -> tuple[Sequence[Starter], ...]:
        """The beginnings of sentences, in one column or two."""
        starters = tuple(self.edition.starters.values())
        return (starters,) if self.profile.stacked else columns(starters, lambda starter: starter.text)

    @cached_property
    def deliberation(self) -> str:
        """The id of the question the class takes sides on, whose answer is a list for each side; "" for none."""
        asked = [id for id, question in self.edition.questions.items() if question.kind == "deliberation"]
        return asked[0] if asked and any(debate.sides for debate in self.debates) else ""

    @cached_property
    def deliberated(self) -> Debate | None:
        """The debate that stands under the deliberation question."""
        return next((debate for debate in self.debates if debate.sides), None) if self.deliberation else None

    def lines(self, references: Iterable[str]) -> str:
        """The lines meant by references such as `cost 2-3`, written out; "" where there are none."""
        return line_label(self.tr, self.numbers(references))

    def numbers(self, references: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the lines meant by references such as `cost 2-3`."""
        return tuple(line.number for line in resolve(references, self.lesson.lines))

    def source_title(self, id: str) -> str:
        """The title of a source of the lesson, or its id where the lesson has no line of it."""
        heads = self.lesson.sources.get(id)
        if heads:
            return (heads.get(self.language) or next(iter(heads.values()))).title
        return self.edition.sources[id].title if id in self.edition.sources else id

    def source_language(self, id: str) -> str:
        """The language a source is written in, or "" where the lesson does not say."""
        heads = self.lesson.sources.get(id)
        if heads:
            return next(iter(heads.values())).language
        return self.edition.sources[id].language if id in self.edition.sources else ""

    def language_name(self, code: str) -> str:
        """A language's name in the language of the handout, as a heading; its code where Kit has no name for it."""
        name = self.tr(LANGUAGE[code]) if code in LANGUAGE else code
        return name[:1].upper() + name[1:]

    def _notes(self, id: str) -> tuple[Note, ...]:
        """What the catalogue tells the teacher of an article; the wall's source heads come without it."""
        heads = self.lesson.sources.get(id)
        return tuple((heads.get(self.language) or next(iter(heads.values()))).notes.values()) if heads else ()

    def _article(self, letter: str, id: str, shown: Iterable[Passage]) -> Article:
        own = [passage for passage in shown if self.edition.excerpts[passage.excerpt].source == id]
        source = own[0].source
        numbers = {line.number for passage in own for line in passage.lines}
        title_is_ours = isinstance(source, Source) and source.title_is_ours
        return Article(
            letter=letter,
            title=source.title if source else "",
            title_is_ours=title_is_ours,
            title_language=self.language if title_is_ours else own[0].language,
            facts=self._head(source) if source else (),
            upstream=source.upstream if isinstance(source, Source) else "",
            lines=line_label(self.tr, numbers),
            proved=all(line.proved for line in self.lesson.lines if line.number in numbers),
            notes=self._notes(id),
            load=load_of_lines(line for line in self.lesson.lines if line.number in numbers),
        )

    def _head(self, source: Source | LooseSource) -> tuple[Fact, ...]:
        tr = self.tr
        if isinstance(source, LooseSource):
            rows = [(tr("Who"), source.author), (tr("When"), source.date), (tr("Kind of text"), source.kind)]
        else:
            rows = [
                (tr("Who"), source.author),
                (tr("When"), source.date),
                (tr("Kind of text"), tr(SOURCE_KIND[source.kind])),
                (tr("What we do not know"), source.unknown),
            ]
        return tuple(Fact(label=label, value=value) for label, value in rows if value)

    def _debate(self, step: LessonStep) -> Debate:
        return Debate(
            statement=step.statement,
            sides=tuple(
                Side(name=self.tr(SIDES[side]) if side in SIDES else side, lines=self.lines(references))
                for side, references in step.sides.items()
            ),
            positions=tuple(step.positions.values()),
        )


def _letter(index: int) -> str:
    """A, B … Z, then A2, B2 …: a lesson with more than 26 articles is a book, but it prints."""
    rounds, position = divmod(index, 26)
    return chr(ord("A") + position) + (str(rounds + 1) if rounds else "")
