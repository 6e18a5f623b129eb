"""A wall and two desks on one class, in any order of events, agree on everything."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kit.session.events import Event, Logged, TimeAdded, Undone
from kit.session.journal import Journal
from kit.session.public import public
from kit.session.replay import Replay
from kit.session.room import Room
from kit.session.rows import row_of
from kit.session.sessions import join, start
from kit.session.state import apply, state
from kit.session.vocabulary import restored, written
from tests.session.any_event import EVENTS
from tests.session.classes import Clock, lesson, new_journal, opening, plan, program
from tests.session.conftest import MEMORY


@given(st.lists(EVENTS, max_size=12), st.lists(st.floats(0, 1e6), min_size=12, max_size=12))
def test_no_order_of_any_events_is_too_much_for_the_state(happened: list[Event], times: list[float]) -> None:
    log = [Logged(1, 0.0, 0.0, opening())]
    log += [Logged(seq, mono, mono, event) for seq, (event, mono) in enumerate(zip(happened, times, strict=False), 2)]
    current = state(log[:1])
    for length, entry in enumerate(log[1:], start=2):
        current = state(log[:length]) if isinstance(entry.event, Undone) else apply(current, entry)
        assert current == state(log[:length])
        public(current)


@given(st.lists(st.one_of(EVENTS, st.builds(Undone, seq=st.integers(1, 20))), max_size=20), st.integers(1, 5))
def test_a_replay_that_remembers_is_the_whole_replay(happened: list[Event], span: int) -> None:
    log = [Logged(1, 0.0, 0.0, opening())]
    replay = Replay(span)
    for seq, event in enumerate(happened, start=2):
        log.append(Logged(seq, float(seq), float(seq), event))
        assert replay.state(log) == state(log)


@given(EVENTS)
def test_every_event_comes_back_from_the_journal_as_it_was(event: Event) -> None:
    assert restored(event.KIND, written(event)) == event


DOING = st.tuples(
    st.sampled_from(["do", "do", "do", "undo", "catch up", "beat", "away", "back"]), st.integers(0, 1), EVENTS
)


@given(st.lists(DOING, max_size=14))
def test_wall_and_desk_agree_in_the_end_whatever_happens(doings: list[tuple[str, int, Event]]) -> None:
    place = Path(tempfile.mkdtemp(prefix="kit-", dir=MEMORY if MEMORY.is_dir() else None))
    folder, away = place / "sessions", place / "away"
    clock = Clock()
    wall = start(lesson(), plan(), "en", folder=folder, clock=clock, calendar=clock)
    assert wall.journal is not None
    desk = join(wall.journal.path, clock=clock, calendar=clock)
    rooms = (wall, desk)
    said: tuple[list[tuple[str, str]], ...] = ([], [])
    try:
        for what, who, event in doings:
            clock.now += 1
            room = rooms[who]
            match what:
                case "do":
                    room.do(event)
                    if not isinstance(event, Undone):
                        row = row_of(Logged(0, 0, 0, event))
                        said[who].append((row.kind, row.data))
                case "undo":
                    room.undo()
                case "catch up":
                    room.catch_up()
                case "beat":
                    room.beat()
                case "away" if folder.exists():
                    folder.rename(away)
                case "back" if away.exists():
                    away.rename(folder)
            assert room.state == state(room.log)
        if away.exists():
            away.rename(folder)
        for _ in range(2):
            for room in rooms:
                room.catch_up()
                room.beat()
        assert wall.trouble is desk.trouble is None
        assert wall.log == desk.log
        assert wall.state == desk.state
        again = Room.enter(Journal.open(wall.journal.path))
        assert again.log == wall.log
        assert again.state == wall.state
        again.close()
        # Nothing is lost, nothing is there twice, and each one's own order is kept.
        there = [(row.kind, row.data) for row in map(row_of, wall.log[1:]) if row.kind != Undone.KIND]
        assert sorted(there) == sorted(said[0] + said[1])
        for own in said:
            rest = iter(there)
            assert all(any(one == other for other in rest) for one in own)
    finally:
        wall.close()
        desk.close()
        shutil.rmtree(place)


DESK = """
import sys
from pathlib import Path
from kit.session.events import TimeAdded
from kit.session.sessions import join
path, own, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
room = join(path)
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    room.do(TimeAdded(seconds=float(own * 1000 + number)))
while room.trouble is not None:  # on a slow disk one may have had to wait too long for the others
    room.beat()
print("done", flush=True)
sys.stdin.readline()
room.catch_up()
for entry in room.log[1:]:
    print(entry.seq, entry.event.seconds, flush=True)
room.close()
"""


def test_two_desks_and_a_wall_at_once_all_see_one_order(tmp_path: Path) -> None:
    room = Room.begin(opening(), new_journal(tmp_path))
    assert room.journal is not None
    count = 40
    programs = [program(DESK, room.journal.path, own, count) for own in (1, 2, 3)]
    for said in ("ready", "done"):
        for one in programs:
            assert one.stdout is not None
            assert one.stdout.readline() == f"{said}\n"
        for one in programs:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
    seen = [one.communicate() for one in programs]
    orders = [out.splitlines() for out, errors in seen]
    assert [errors for _, errors in seen] == ["", "", ""]
    assert orders[0] == orders[1] == orders[2]
    room.catch_up()
    mine = [entry for entry in room.log[1:] if isinstance(entry.event, TimeAdded)]
    assert [f"{entry.seq} {entry.event.seconds}" for entry in mine] == orders[0]  # type: ignore[attr-defined]
    seconds = [float(line.split()[1]) for line in orders[0]]
    for own in (1, 2, 3):
        assert [s - own * 1000 for s in seconds if s // 1000 == own] == list(range(count))
    assert [entry.seq for entry in room.log] == list(range(1, 3 * count + 2))
    room.close()
