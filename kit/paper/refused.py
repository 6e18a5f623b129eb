"""What Kit says when it cannot print: a sentence for a teacher."""

from __future__ import annotations

from kit.words import Message, say, words


class Refused(Exception):  # noqa: N818
    """A handout that cannot be made or written; `message` says why, and what to do instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(say(words("en"), message))
        self.message = message
