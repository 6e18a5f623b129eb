"""The words for the values a lesson file may use: what a status, a voice or a theme is called on wall and paper.

Each table maps a value to its English message; say it with ``tr(STATUS["alleged"])``.
"""

from __future__ import annotations

from kit.words import N_, Words

STATUS = {
    "stated": N_("stated by the speaker"),
    "reported": N_("reported"),
    "alleged": N_("alleged, not proved"),
    "denied": N_("denied"),
    "inference": N_("the writer's own conclusion"),
    "unsourced": N_("no source given"),
    "asked": N_("a question of the article"),
}


def standing(tr: Words, value: str, speaker: str) -> str:
    """How a passage stands; one that nobody is quoted with speaks for itself."""
    return tr("stated in the text itself") if value == "stated" and not speaker else tr(STATUS[value])


GROUPING = {
    "alone": N_("On your own"),
    "pairs": N_("In pairs"),
    "threes": N_("In threes"),
    "fours": N_("In fours"),
    "groups": N_("In groups"),
    "two-sides": N_("Two sides"),
    "whole-class": N_("Whole class"),
}

VOICE = {
    "silent": N_("Silence"),
    "whisper": N_("Whisper"),
    "table": N_("Table voice"),
    "room": N_("One voice for the room"),
}

SIDES = {"for": N_("For"), "against": N_("Against")}

VOTES = {"for": N_("For"), "against": N_("Against"), "undecided": N_("Undecided")}

AGREEMENT = (N_("Agree strongly"), N_("Agree"), N_("Disagree"), N_("Disagree strongly"))
"""The four corners, where a lesson names none of its own."""

BAROMETER = (AGREEMENT[0], AGREEMENT[1], N_("In between"), AGREEMENT[2], AGREEMENT[3])
"""The five places of a barometer, where a lesson names none of its own."""

COLUMNS = (N_("We agree"), N_("We still differ"), N_("We need to know"))
"""What a deliberation ends on."""

MODE = {
    "think": N_("Think"),
    "pair": N_("Talk in pairs"),
    "group": N_("Talk in the group"),
    "whole-class": N_("Talk in class"),
    "write": N_("Write"),
}

POSITION = {
    "warm-up": N_("Warm-up"),
    "opening": N_("Opening"),
    "core": N_("Main question"),
    "closing": N_("Closing"),
    "exit": N_("Exit ticket"),
}

QUESTION_KIND = {
    "text-dependent": N_("Text question"),
    "discussion": N_("Discussion"),
    "deliberation": N_("Deliberation"),
    "meta": N_("Stepping back"),
}

THEME = {
    "centralised-decentralised": N_("Centralised or decentralised"),
    "governance": N_("Governance"),
    "leadership-transitions": N_("Leadership transitions"),
    "motives": N_("Motives"),
    "business-model": N_("Business models"),
    "outlook": N_("Looking ahead"),
    "credit": N_("Credit and authorship"),
    "media-literacy": N_("Media literacy"),
    "language": N_("Language"),
}

SUBJECT = {
    "civics": N_("Civics"),
    "media-literacy": N_("Media literacy"),
    "philosophy": N_("Philosophy"),
    "economics": N_("Economics"),
    "languages": N_("Modern languages"),
    "computing": N_("Computing"),
    "history": N_("History"),
    "ethics": N_("Ethics"),
}

MATURITY = {
    "draft": N_("Draft"),
    "reviewed": N_("Reviewed"),
    "classroom-tested": N_("Tested in class"),
}

PRINT = {
    "worksheet": N_("Worksheet"),
    "organiser": N_("Organiser"),
    "signs": N_("Signs for the room"),
    "ballots": N_("Ballots"),
    "cards": N_("Cards"),
    "exit-tickets": N_("Exit tickets"),
}

LANGUAGE = {"en": N_("English"), "fr": N_("French"), "es": N_("Spanish"), "it": N_("Italian")}
"""A language's name in the interface language; `LANGUAGE_NAMES` has each in its own."""

SOURCE_KIND = {
    "news": N_("News article"),
    "news-and-statement": N_("News article with a company statement"),
    "ai-written": N_("Article that declares it was written by AI"),
    "opinion": N_("Opinion"),
    "statement": N_("Statement"),
    "report": N_("Report"),
    "interview": N_("Interview"),
    "speech": N_("Speech"),
    "letter": N_("Letter"),
    "post": N_("Post on a social network"),
    "law": N_("Law"),
    "literature": N_("Literature"),
    "other": N_("Text"),
}

SIGN_GRADE = {
    "certain": N_("certain"),
    "strong": N_("strong sign"),
    "medium": N_("medium sign"),
    "weak": N_("weak sign"),
}
"""How much a sign of translation or of a machine's hand proves."""

ASKED = {
    "prompt": N_("asked of the reader"),
    "open": N_("closes the article, left open"),
    "rhetorical": N_("rhetorical"),
    "heading": N_("heading"),
}
"""How an article asks one of its questions."""

REFEREE = {
    "three-others-first": N_("Three others first"),
    "alternate-sides": N_("The sides take turns"),
    "once-before-twice": N_("Everybody once before anybody twice"),
    "all-before-third": N_("Nobody a third time before all were asked"),
    "new-voices-first": N_("New voices first"),
    "sum-up-first": N_("Sum up the last speaker first"),
    "build-on": N_("Take up the last thought first"),
    "teacher-silent": N_("The teacher is silent"),
}
"""The rules Kit can watch."""

LIGHT = {"kept": N_("kept"), "due": N_("now"), "missed": N_("remember")}
"""Whether a rule holds just now; one that asks for nothing needs no word."""

BALANCE = (N_("a few carry it"), N_("uneven"), N_("fairly even"), N_("even"))
"""How evenly the turns of a discussion are spread, from little to much."""


def balance(tenths: int) -> str:
    """The word for so many tenths of evenness, a message id."""
    return BALANCE[0 if tenths < 3 else 1 if tenths < 5 else 2 if tenths < 8 else 3]
