"""What a drafted lesson still holds of Kit's guesses: everything marked so in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.files.problems import Place, Problem
from kit.lesson.read import Reading
from kit.lesson.rules.common import warning
from kit.words import N_, Message

MARK = re.compile(r"^(?P<before>\s*(?:-\s+)?(?P<key>[\w-]+):.*?)\s#\s*guessed\s*$")


def guessed(reading: Reading) -> Iterator[Problem]:
    """Each line of `lesson.yaml` that ends in the mark; in a text of several lines the words are only words."""
    document = reading.editions.document
    if document is None or not any("guessed" in line for line in document.lines):
        return
    texts = {
        number
        for node in document.nodes.values()
        if getattr(node, "style", None) in ("|", ">")
        for number in range(node.start_mark.line + 1, node.end_mark.line)
    }
    for number, line in enumerate(document.lines):
        match = MARK.match(line)
        if match is not None and number not in texts:
            place = Place(document.path, number + 1, match.start("key") + 1, line, len(match["key"]))
            yield warning(
                "guessed",
                place,
                Message.of(N_("Kit guessed “{key}”; nobody has confirmed it."), key=match["key"]),
                Message.of(N_("Change it, or take the mark “# guessed” away if you agree.")),
            )
