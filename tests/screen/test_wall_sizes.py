"""At every size of terminal everything a step shows can be read: by paging, nothing is cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from kit.lesson.emphasis import plain
from kit.lesson.model import Lesson
from kit.lesson.plan import plan
from kit.lesson.scene import Scene, scene
from kit.screen.layout.deck import ClockFace
from kit.screen.layout.frame import MOST_ROWS, Frame
from kit.screen.layout.sheet import Sheet, lay_out
from kit.words import words
from kit.words.terms import VOICE
from tests.screen.wall_lessons import hostile, many_hands
from tests.screen.walls import painted, wall_app, wall_of

SIZES = [(60, 18), (80, 24), (100, 28), (160, 45), (240, 70)]
FACE = ClockFace("12:34", "running")


def shown_texts(seen: Scene) -> Iterable[str]:
    """Every text of a scene that its step shows."""
    yield from (seen.instruction, seen.rule, seen.title)
    blocks = {
        "question": [seen.question],
        "statement": [seen.statement],
        "positions": seen.positions,
        "norms": seen.norms,
        "starters": seen.starters,
        "roles": [text for role in seen.roles for text in role],
        "exit": seen.exit,
    }
    for block, texts in blocks.items():
        if block in seen.shows:
            yield from texts
    if "lines" in seen.shows:
        for passage in seen.passages:
            yield passage.about
            yield passage.speaker
            for line in passage.lines:
                yield from (line.text, line.translation, str(line.number))


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words, whichever apostrophe they are set with."""
    return Counter(word for text in texts for word in text.replace("’", "'").split())


def sheets(lesson: Lesson, language: str, size: tuple[int, int]) -> Iterable[Sheet]:
    whole = plan(lesson, 90)
    frame = Frame(size[0], size[1] - 1)
    for index, step in enumerate(whole.steps):
        yield lay_out(scene(lesson, step, language), lesson.edition(language).title, whole, index, frame, FACE)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", many_hands().languages)
def test_no_word_of_any_step_is_lost(size: tuple[int, int], language: str) -> None:
    for sheet in sheets(many_hands(), language, size):
        rows = [row.plain for page in range(len(sheet.pages)) for row in sheet.rows(page, FACE)]
        missing = words_of(plain(text) for text in shown_texts(sheet.scene)) - words_of(rows)
        assert not missing, f"{sheet.scene.step.id} at {size}"


@pytest.mark.parametrize("size", [*SIZES, (40, 10), (20, 5), (300, 90)])
def test_every_row_fits_the_terminal(size: tuple[int, int]) -> None:
    for lesson in (many_hands(), hostile()):
        for sheet in sheets(lesson, lesson.language, size):
            for page in range(len(sheet.pages)):
                rows = sheet.rows(page, FACE)
                assert len(rows) == size[1] - 1
                assert size[0] < 40 or max(row.cell_length for row in rows) <= size[0], sheet.scene.step.id
                assert sum(bool(row.plain.strip()) for row in rows) <= MOST_ROWS


@pytest.mark.parametrize("size", SIZES)
def test_a_word_longer_than_the_wall_is_broken_and_whole(size: tuple[int, int]) -> None:
    for sheet in sheets(hostile(), "en", size):
        for text in shown_texts(sheet.scene):
            assert "long" * 60 in text or text.isdecimal()
        joined = "".join("".join(row.plain.split()) for page in sheet.pages for row in page.rows)
        for sign in "▌→│╭╮╰╯─":
            joined = joined.replace(sign, "")
        if "question" in sheet.scene.shows:
            assert "long" * 60 in joined


@pytest.mark.parametrize("size", SIZES)
async def test_paging_through_a_reading_step_shows_every_line(size: tuple[int, int]) -> None:
    app = wall_app(many_hands(), from_step="deliberate.read")
    async with app.run_test(size=size) as pilot:
        wall = wall_of(app)
        step, texts, seen = wall.course.index, list(shown_texts(wall.sheet.scene)), ""
        while wall.course.index == step:
            seen += painted(app) + "\n"
            await pilot.press("pagedown")
    assert not words_of(plain(text) for text in texts) - words_of([seen])


@pytest.mark.parametrize("language", many_hands().languages)
def test_a_side_stands_beside_voice_and_grouping(language: str) -> None:
    for sheet in sheets(many_hands(), language, (80, 24)):
        if sheet.scene.step.side:
            last = sheet.deck.rows[-1].plain
            assert "▲" in last or "▼" in last
            assert words(language)(VOICE[sheet.scene.voice]) in last


@pytest.mark.parametrize("language", many_hands().languages)
def test_what_a_role_does_hangs_behind_its_sign(language: str) -> None:
    found = 0
    for sheet in sheets(many_hands(), language, (80, 24)):
        for name, _ in sheet.scene.roles if "roles" in sheet.scene.shows else ():
            rows = [row.plain for page in sheet.pages for row in page.rows]
            at = next(index for index, row in enumerate(rows) if row.startswith(f"• {name}"))
            following = rows[at + 1] if at + 1 < len(rows) else ""
            assert not following or following.startswith(("• ", "  "))
            found += 1
    assert found


@pytest.mark.parametrize(("size", "rows"), [((60, 18), 1), ((80, 24), 3), ((100, 28), 5), ((240, 70), 5)])
def test_the_clock_is_as_large_as_the_wall_allows(size: tuple[int, int], rows: int) -> None:
    assert Frame(size[0], size[1] - 1).digits == rows


async def test_small_letters_are_spoken_of_once() -> None:
    app = wall_app(many_hands())
    async with app.run_test(size=(160, 45)) as pilot:
        assert "Ctrl and + enlarges" in painted(app)
        await pilot.press("pagedown")
        assert "Ctrl and + enlarges" not in painted(app)
    app = wall_app(many_hands())
    async with app.run_test(size=(100, 28)):
        assert "Ctrl and + enlarges" not in painted(app)
