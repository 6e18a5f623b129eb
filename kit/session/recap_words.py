"""The words around the record of a class, in the lesson's language: what paper, Markdown and tables have in common."""

from __future__ import annotations

from collections.abc import Sequence

from kit.lesson.emphasis import plain
from kit.lesson.model import LooseSource
from kit.lesson.scene import Passage
from kit.session.recap import CitedLine, Reason, Recap, UsedLine
from kit.session.recap_votes import OptionRecord, VoteRecord
from kit.session.vote_words import HANDS, MOVE
from kit.session.votes import LISTS
from kit.words import N_, words
from kit.words.dates import written
from kit.words.terms import COLUMNS, SIDES, standing

TITLE = N_("What our class thought")

LIST_TITLES = {
    "agree": COLUMNS[0],
    "differ": COLUMNS[1],
    "open_facts": COLUMNS[2],
    "exit": N_("From our exit tickets"),
    "questions": N_("Our questions"),
    "others": N_("Also on our board"),
}
"""The lists of sentences of the class, in the order of the page."""

CLAIMS = ("agree", "differ", "others")
"""Those of them that claim something: where no line is named, the page says that the claim is the class's own."""

APART = N_("One count was of hands and one of ballots: they cannot be compared.")

MOST_FLOWS = 4

QUOTATION_MARKS = {"fr": ("«\u00a0", "\u00a0»"), "es": ("«", "»"), "it": ("«", "»")}

SHAPES = {"for": "up", "against": "down"}
"""The shapes the wall shows for the votes; a square for any other."""


class RecapWords:
    """Says what stands around a record, in its language."""

    claims = CLAIMS

    def __init__(self, recap: Recap) -> None:
        self.recap = recap
        self.tr = words(recap.language)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.tr(TITLE)

    @property
    def date(self) -> str:
        """The day of the class, in words."""
        return written(self.tr, self.recap.date)

    def list_titles(self) -> tuple[tuple[str, str], ...]:
        """The lists of sentences that are not empty, by name and title."""
        return tuple((name, self.tr(title)) for name, title in LIST_TITLES.items() if getattr(self.recap, name))

    def side(self, reason: Reason) -> str:
        """What the side is called."""
        return self.tr(SIDES[reason.side]) if reason.side in SIDES else reason.side

    def basis(self, reason: Reason) -> str:
        """Why this is the strongest reason."""
        if reason.basis == "chosen":
            return self.tr("chosen as the strongest reason")
        return self.tr("the line this side used most")

    def line(self, line: CitedLine | None) -> str:
        """“line 14”, or that it is the class's own."""
        return self.tr("our own") if line is None else self.tr("line {lines}", lines=line.number)

    def quote(self, text: str) -> str:
        """An article's words between quotation marks."""
        before, after = QUOTATION_MARKS.get(self.tr.language, ("“", "”"))
        return f"{before}{text}{after}"

    def source(self, passage: Passage, *, proved: bool = True) -> tuple[str, ...]:
        """The source head: who, how it stands, which text, when."""
        source = passage.source
        facts = [passage.speaker or (source.author if source is not None else "")]
        facts.append(standing(self.tr, passage.status, passage.speaker))
        if source is not None:
            facts += [plain(source.title), source.date]
        if not proved or isinstance(source, LooseSource):
            facts.append(self.tr("not proved"))
        return tuple(dict.fromkeys(" ".join(fact.split()) for fact in facts if fact.strip()))

    def times(self, used: UsedLine) -> str:
        """How often a line was used, and on how many ballots it decided."""
        told = self.tr.plural("used once", "used {count} times", used.times)
        if used.decided:
            decided = self.tr.plural("decided {count} vote", "decided {count} votes", used.decided)
            return f"{told}, {decided}"
        return told

    def moves(self, vote: VoteRecord) -> str:
        """Who moved, where that is known; else why it is not; "" where the vote was counted only once."""
        if vote.movement is None:
            return self.tr(HANDS if vote.compared else APART) if vote.twice else ""
        pairs = self.tr.plural("{count} pair of votes", "{count} pairs of votes", vote.movement.pairs)
        told = ", ".join(f"{count} {self.tr(MOVE[move])}" for move, count in vote.movement.moves.items())
        return self.tr("{name}: {value}", name=pairs, value=told)

    def flows(self, vote: VoteRecord) -> tuple[str, ...]:
        """From where to where people moved, the most travelled ways first."""
        if vote.movement is None:
            return ()
        names = {option.option: short(option) for option in vote.options}
        ways = [way for way in vote.movement.flows if way.move != "held"][:MOST_FLOWS]
        return tuple(
            self.tr(
                "{count} from “{before}” to “{after}”",
                count=way.count,
                before=names.get(way.before, way.before),
                after=names.get(way.after, way.after),
            )
            for way in ways
        )

    def shape(self, vote: VoteRecord, option: OptionRecord) -> str:
        """The shape the option has on wall and ballots; "" where it has a letter, or a number in its name."""
        return SHAPES.get(option.option, "square") if vote.kind in ("statement", "jury") else ""

    def letter(self, vote: VoteRecord, option: OptionRecord) -> str:
        """The letter the option has on wall and ballots; "" where it has a shape, or a number in its name."""
        return "" if vote.kind in ("statement", "jury", *LISTS) else chr(ord("A") + option.index % 26)

    def signed(self, change: int | None) -> str:
        """`+3`, `−2`, or `=` where nothing has changed; "" where nothing can be compared."""
        if change is None:
            return ""
        return f"+{change}" if change > 0 else f"−{-change}" if change else "="

    def text_read(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """A text the class read: its title, its date, and which lines."""
        source = passages[0].source
        facts = [plain(source.title), source.date] if source is not None else [passages[0].speaker]
        numbers = sorted({line.number for passage in passages for line in passage.lines})
        parts: list[list[int]] = []
        for number in numbers:
            if parts and number == parts[-1][-1] + 1:
                parts[-1].append(number)
            else:
                parts.append([number])
        told = ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)
        facts.append(self.tr.plural("line {lines}", "lines {lines}", len(numbers), lines=told))
        return tuple(" ".join(fact.split()) for fact in facts if fact.strip())

    def more(self, count: int) -> str:
        """How much of a list is left out."""
        return self.tr.plural("and {count} more", "and {count} more", count)

    def left_out(self, count: int) -> str:
        """How much of the record is in no list of the page."""
        return self.tr.plural(
            "{count} more entry is in the whole record: {command}",
            "{count} more entries are in the whole record: {command}",
            count,
            command="kit recap --format md",
        )


def short(option: OptionRecord) -> str:
    """The words before a colon, where they stand for the rest of the option."""
    label = " ".join(option.label.split())
    head = label.split(":")[0].strip()
    return head if 0 < len(head) <= 30 else label[:30].rstrip() + "…" if len(label) > 30 else label
