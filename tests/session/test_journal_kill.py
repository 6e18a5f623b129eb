"""A program that is killed at any moment has lost nothing that it had acknowledged."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest

from kit.session.faults import DamagedJournalError, Mode
from kit.session.journal import Journal
from kit.session.room import Room
from kit.session.state import state
from tests.session.classes import happenings, new_journal, opening, program

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")

ENDLESS = """
import sys
from itertools import count, cycle
from pathlib import Path
from kit.session.journal import Journal
from kit.session.room import Room
from tests.session.classes import happenings
room = Room.enter(Journal.open(Path(sys.argv[1]), mode=sys.argv[2]))
for event in cycle(happenings(16)):
    room.do(event)
    assert room.trouble is None, room.trouble
    print(room.log[-1].seq, flush=True)
"""


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_what_a_killed_program_has_acknowledged_is_there(mode: Mode, quick: Path) -> None:
    chance = random.Random(mode)
    journal = new_journal(quick, mode)
    Room.begin(opening(), journal).close()
    stored = 1
    for _ in range(10):
        killed = program(ENDLESS, journal.path, mode)
        assert killed.stdout is not None
        acknowledged = 0
        for _ in range(chance.randrange(1, 60)):
            acknowledged = int(killed.stdout.readline())
        # It is somewhere in the middle of its next event now, or of the one after that.
        killed.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        acknowledged = int([str(acknowledged), *killed.stdout.read().split()][-1])
        killed.communicate()

        room = Room.enter(Journal.open(journal.path, mode=mode))
        room.close()
        seqs = [entry.seq for entry in room.log]
        assert seqs == list(range(1, len(seqs) + 1))
        assert acknowledged <= len(seqs) <= acknowledged + 1, "all that was acknowledged, and at most one more"
        assert len(seqs) > stored
        stored = len(seqs)
        expected = happenings(16)
        assert room.state == state(room.log)
        assert all(entry.event in expected for entry in room.log[1:])


AT_EVERY_WRITE = """
import os, resource, signal, sys
from pathlib import Path
from kit.session.journal import Journal
from kit.session.room import Room
from tests.session.classes import happenings, new_journal, opening
folder, mode, first, step, last, count = Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])
for limit in range(first, last, step):
    place = folder / str(limit)
    child = os.fork()
    if not child:
        # The kernel kills the program at the very write that goes beyond the limit; Python would ignore that.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        told = os.open(folder / f"{limit}.told", os.O_CREAT | os.O_WRONLY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        room = Room.begin(opening(), new_journal(place, mode))
        for event in happenings(count):
            os.ftruncate(told, room.log[-1].seq)  # how much is acknowledged: the length of a file of holes
            room.do(event)
            assert room.trouble is None
        os.ftruncate(told, room.log[-1].seq)
        os._exit(0)
    ended = os.waitpid(child, 0)[1]
    assert ended == 0 or os.WTERMSIG(ended) == signal.SIGXFSZ, ended
    print(limit, ended, flush=True)
"""


@needs_limits
@pytest.mark.parametrize(("mode", "last", "step"), [("wal", 240_000, 3_090), ("delete", 26_000, 510)])
def test_a_program_that_dies_at_any_write_leaves_a_prefix_with_all_it_acknowledged(
    mode: Mode, last: int, step: int, quick: Path
) -> None:
    count = 24
    died, survived = 0, 0
    run = program(AT_EVERY_WRITE, quick, mode, 600, step, last, count)
    out, errors = run.communicate()
    assert run.returncode == 0, errors
    everything = [opening(), *happenings(count)]
    reached = set()
    for line in out.splitlines():
        limit, ended = line.split()
        acknowledged = (quick / f"{limit}.told").stat().st_size
        died += ended != "0"
        survived += ended == "0"
        journals = list((quick / limit).glob("*.class"))
        if acknowledged == 0 and not (journals and journals[0].stat().st_size):
            continue  # it died before there was a class
        try:
            journal = Journal.open(journals[0], mode=mode)
        except DamagedJournalError:
            assert acknowledged == 0, limit  # it died while it made the file
            continue
        rows = journal.after(0)
        reached.add(len(rows))
        if rows:
            room = Room.enter(journal)
            assert [entry.event for entry in room.log] == everything[: len(rows)]
        journal.close()
        assert acknowledged <= len(rows) <= acknowledged + 1
        assert ended != "0" or acknowledged == len(everything)
    assert died > 20
    assert survived > 0
    assert len(reached) > 15 or mode == "delete"
