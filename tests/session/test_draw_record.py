"""The record of a draw: whoever has it can make the draw again, and sees where somebody leant on it."""

from __future__ import annotations

import json

import pytest

from kit.session import draw_record, draw_text
from kit.session.draw_record import DamagedRecordError, Draw, RecordError, Settings
from kit.session.grouping import Wish
from kit.words import LANGUAGES, words

ENGLISH = words("en")
WISHES = (Wish("apart", (3, 9)), Wish("together", (1, 2)))
DRAWS = [
    draw_record.make("pick", "Blue {lemon}", tuple(range(1, 13)), Settings(count=15, tokens=1, passed=(2, 4))),
    draw_record.make("groups", "Blue lemon", tuple(range(1, 28)), Settings(count=4, wishes=WISHES), 3),
    draw_record.make("groups", "Été", tuple(range(1, 28)), Settings(count=4, leftovers="roles", wishes=WISHES)),
    draw_record.make("jigsaw", "l’œuvre «x»", tuple(range(1, 31)), Settings(count=4, wishes=WISHES)),
]
every_draw = pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: f"{draw.kind}-{draw.code}")


@every_draw
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_draw_can_be_made_again_from_its_paper_in_any_language(draw: Draw, language: str) -> None:
    paper = draw_text.as_text(draw, words(language))
    for text in (
        paper,
        f"Hello,\nthis is it:\n{paper}\nSee you",
        draw_record.written(draw),
        paper.replace("\n", "\r\n").replace("\xa0", " "),
    ):
        found = draw_text.verify(text, ENGLISH)
        assert found.draw == draw
        assert found.differences == ()


@every_draw
def test_a_changed_line_of_the_paper_is_told(draw: Draw) -> None:
    paper = draw_text.as_text(draw, words("fr"))
    lines = paper.splitlines()
    for index, line in enumerate(lines[:-3]):
        if line:
            changed = "\n".join([*lines[:index], line + "1", *lines[index + 1 :]])
            (told,) = draw_text.verify(changed, ENGLISH).differences
            right = line.replace("\xa0", " ")
            assert f"“{right}1”" in told
            assert f"“{right}”" in told


def test_two_seats_that_changed_places_in_the_record_are_told_group_by_group() -> None:
    draw = DRAWS[1]
    data = json.loads(draw_record.written(draw))
    first, second = data["result"]["groups"][:2]
    first["seats"][0], second["seats"][0] = second["seats"][0], first["seats"][0]
    told = draw_text.verify(json.dumps(data), ENGLISH).differences
    assert len(told) == 2
    right = ", ".join(map(str, draw.result.groups[0].seats))
    assert told[0].startswith("Group A: the record says ")
    assert told[0].endswith(f"and the draw gives {right}.")


def test_an_added_and_a_missing_group_and_another_order_are_told() -> None:
    data = json.loads(draw_record.written(DRAWS[1]))
    groups = data["result"]["groups"]
    for changed in (groups[:-1], [*groups, {"name": "Z", "seats": [99]}], groups[::-1]):
        data["result"]["groups"] = changed
        assert len(draw_text.verify(json.dumps(data), ENGLISH).differences) == 1


def test_another_code_word_gives_another_draw() -> None:
    text = draw_record.written(DRAWS[1]).replace("blue lemon", "blue lemons")
    assert draw_text.verify(text, ENGLISH).differences


def test_a_code_word_that_is_not_as_it_goes_into_the_draw_is_told() -> None:
    (told,) = draw_text.verify(draw_record.written(DRAWS[1]).replace("blue lemon", "Blue lemon"), ENGLISH).differences
    assert "“blue lemon”" in told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"kit-draw":1', '"kit-draw":2'),
        ('"count":4', '"count":1'),
        ('"count":4', '"count":"4"'),
        ('"count":4', '"count":99999999'),
        ('"count":4', '"cuont":4'),
        ('"round":3', '"round":0'),
        ('"seats":[1,2', '"seats":[0,2'),
        ('"pair":[3,9]', '"pair":[3,9,10]'),
        ('"code":"blue lemon"', '"code":" "'),
        ('"code":"blue lemon"', '"code":null'),
        ('"kind":"groups"', '"kind":"lottery"'),
    ],
)
def test_what_no_draw_could_have_is_no_record(before: str, after: str) -> None:
    text = draw_record.written(DRAWS[1])
    assert before in text
    with pytest.raises(DamagedRecordError):
        draw_text.verify(text.replace(before, after, 1), ENGLISH)


@pytest.mark.parametrize("text", ["", "Group A: 1, 2", "{", '{"kit-draw":1', '{"kit-draw":1}' + "[" * 100_000])
def test_a_text_without_a_record_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        draw_text.verify(text, ENGLISH)


def test_a_wish_that_was_given_up_stands_on_the_paper() -> None:
    impossible = (Wish("apart", (1, 2)), Wish("together", (1, 2)))
    draw = draw_record.make("groups", "lemon", tuple(range(1, 9)), Settings(count=4, wishes=impossible))
    assert "Wishes given up: 1 and 2 together\n" in draw_text.as_text(draw, ENGLISH)
