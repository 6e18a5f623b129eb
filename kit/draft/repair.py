"""Damage in an article's text, seen without changing it: what to read instead, sign for sign, and where to cut.

Everything here keeps the length, so that every offset into the repaired text is one into the article.
"""

from __future__ import annotations

import re

BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2002\u2003\u200a\t\r\n\f\v\u2028\u2029\x1b"), " ")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x02"), "\u2060")

CAPITAL = "A-ZÀ-ÖØ-ÞŒ"
SMALL = "a-zß-öø-ÿœ"

GLUED = re.compile(
    rf"""(?x)
      (?<=[{SMALL}0-9)»”"’%][.!?…]) (?=[{CAPITAL}¿¡«“—])             # stable.Quelles   ».«
    | (?<=[.!?…][»”")]) (?=[{CAPITAL}¿¡«“])                            # nous. ».Cette is the one above
    | (?<=[?!]) (?=[{CAPITAL}¿¡«“])                                    # ?Comment
    | (?<=[{SMALL}][»”]) (?=[{CAPITAL}])                               # croissance »Le
    """
)
"""Where one sentence ends and the next begins without a blank between them."""

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”\"]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,63}"
    r"|(?<![\w-])[\w-]{1,63}\.(?:com|org|net|fr|es|it|eu|io|ai|uk)\b[^\s,;:!?»”\")]{0,200}"
)
"""Web and mail addresses: their points and question marks end nothing."""

ABBREVIATION = {
    "en": (
        r"Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|Hon|Jr|Sr|vs|No|pp?|ca|cf|al|Fig|Inc|Ltd|"
        r"Corp|Co|e\.g|i\.e|a\.m|p\.m|etc|approx|U\.S|U\.K|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    ),
    "fr": (
        r"M|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|cf|p|pp|éd|vol|av|env|art|chap|n°|ex|c\.-à-d|apr|J\.-C|janv|févr|"
        r"juill|sept|oct|nov|déc"
    ),
    "es": (
        r"Sr|Sra|Srta|Dr|Dra|Prof|Lic|Ing|D|Dña|Ud|Uds|Vd|Vds|pág|págs|p|núm|art|cap|vol|EE|UU|EE\.\s?UU|"
        r"p\.\s?ej|aprox|St|Sto|Sta|Excmo|ss|a\.\s?C|d\.\s?C"
    ),
    "it": (
        r"Sig|Sigg|Dott|Prof|Ing|Avv|On|Sen|S|SS|St|pag|pagg|p|pp|cfr|art|cap|vol|n|fig|"
        r"ecc\.?(?=\s[a-zà-ù])|a\.\s?C|d\.\s?C|es|cit|dr|sig|dott|prof"
    ),
}
_SHORT = {
    language: re.compile(rf"(?<![\w’'])(?:{forms}|[{CAPITAL}](?:\.[{CAPITAL}])*|[{CAPITAL}])\.(?=\s*\S)")
    for language, forms in ABBREVIATION.items()
}
_INITIAL = re.compile(rf"(?<![\w’'])[{CAPITAL}](?:\.-?[{CAPITAL}])*\.(?=\s*\S)")

FULL_STOP = "_"
"""Stands for a point that ends no sentence."""


def same_length(text: str) -> str:
    """`text` with every kind of blank as a space and what is invisible out of the way, character for character."""
    return text.translate(BLANKS).translate(INVISIBLE)


def masked(text: str, language: str) -> str:
    """`text` with the points of abbreviations, initials and addresses out of the way, character for character."""
    text = ADDRESS.sub(lambda match: re.sub(r"[.?!]", FULL_STOP, match[0]), text)
    return _SHORT.get(language, _INITIAL).sub(lambda match: match[0].replace(".", FULL_STOP), text)


def glued(text: str) -> list[int]:
    """The offsets at which two sentences stick together; `text` is masked."""
    return [match.start() for match in GLUED.finditer(text)]
