"""Which language a text is in, by its commonest words; four languages, and three neighbours not to take for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.draft.article import Block

COMMON = {
    "en": """
        the of and to in is that it for was on are with as his they be at this have from or had by not but
        what all were we when your can there use an each which she do how their if will up other about out
        many then them these you he i would who why should does more than has been its into could our did
        yes no my me so
    """,
    "fr": """
        le la les de des du et à un une en est que qui dans pour pas sur ce il elle au avec plus par ne se
        sont ou mais comme nous vous on leur cette ces aux son sa ses été être ont fait très où donc quel
        quelle comment pourquoi je tu votre notre lui ils elles d l qu n s c j y faut peut
    """,
    "es": """
        el la los las de y en que un una es por con para no se su al del lo como más o pero sus le ya fue
        este ha sí porque esta son entre cuando muy sin sobre ser también me hasta hay donde quien desde
        todo nos qué cómo quién cuál dónde tu tú usted ustedes yo mi están debe puede
    """,
    "it": """
        il la lo i gli le di e che è un una in per non con si da come del della dei delle nel nella al alla
        sono ha ma più anche se questo questa ci o dal dalla sul sulla suo sua loro era essere hanno cosa
        perché chi quale quali voi noi tu tuo vostro io mi ti degli nei ne fra d l c dell nell all sull cos
        può deve
    """,
    "pt": """
        o a os as de e em que um uma é por com para não se do da dos das no na nos nas ao mais mas foi são
        também isso você seu sua pelo pela ou muito ser está
    """,
    "de": """
        der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder
        aber
    """,
    "nl": """
        de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan bij nog naar uit
        deze door over ze hij worden heeft
    """,
}
"""The commonest words of each language, parts of elided ones included."""

_WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
_SIGNS = {
    "es": re.compile("[¿¡ñ]"),
    "fr": re.compile("[çœêâ]|[«»]|\\s[?!]"),
    "it": re.compile("[ìò]"),
    "de": re.compile("[ßä]"),
}
_WORD = re.compile(r"[^\W\d_]+")

ENOUGH = 20_000
"""Characters that settle it."""


def of_words(text: str, default: str = "en") -> str:
    """The language most of the common words of `text` belong to; `default` where there is none."""
    said = [word.lower() for word in _WORD.findall(text[:ENOUGH])]
    scores = {language: float(sum(word in words for word in said)) for language, words in _WORDS.items()}
    for language, sign in _SIGNS.items():
        scores[language] += 0.5 * min(4, len(sign.findall(text[:2_000])))
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > 0 else default


def belongs(text: str, language: str, *, to_another: bool = False) -> bool:
    """Whether most common words of a short text are of `language`; with `to_another`, of some other language."""
    said = [word.lower() for word in _WORD.findall(text[:ENOUGH])]
    own = sum(word in _WORDS.get(language, ()) for word in said)
    others = max(sum(word in words for word in said) for code, words in _WORDS.items() if code != language)
    return others > own if to_another else own > 0 and own >= others


def guess(text: str, blocks: Sequence[Block], declared: str) -> str:
    """The language of an article: of its body, unless it has too few words to tell and declares one."""
    body = " ".join(text[block.start : block.end] for block in blocks if block.zone == "body")[:ENOUGH]
    if declared and len(body) < 200:
        return declared
    return of_words(body or text, declared or "en")
