"""Who a text says it has something from: “selon Forbes”, “Bloomberg reported”, “dijo Ana”, “Fonte: ANSA”.

Found by the words that introduce a source in four languages, next to a name. What is not introduced by one of them is
not found: a text may well credit more than this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kit.draft.compare.shared import Stretch
from kit.draft.compare.text import Text
from kit.draft.compare.vocabulary import ANY_SMALL, MONTHS

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&@]*(?:[-'’][\w&]+)*"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:de|del|di|van|von|of)\s)?(?:St\.\s)?{_CAPITAL}){{0,4}}"
_NAMES = re.compile(_NAME)

_ACCORDING = re.compile(
    r"\b(?:selon(?!\s(?:que|le(?:s?quel)|laquelle|lui|elle|moi|nous|vous)\b)|d['’]après|according\sto|según(?!\sque\b)"
    r"|de\sacuerdo\scon|stando\sa|a\sdetta\sdi"
    r"|secondo(?=\s(?:il|lo|la|i|gli|le|un|una|uno|quanto|fonti|alcuni|molti|(?-i:[A-ZÀ-Þ]\w*))\b|\s(?:l|un|quell)['’]))"
    r"(?P<whom>[^.,;:!?()\r\n–—]{2,110})",
    re.IGNORECASE,
)

_DONE = {
    "fr": (
        r"(?:l['’])?(?:a|ont|avait|avaient|aurait|auraient)\s(?:\w+ment\s|déjà\s|aussi\s|ensuite\s|d'abord\s)?"
        r"(?:rapporté|révélé|indiqué|affirmé|déclaré|précisé|signalé|noté|estimé|écrit|expliqué|confirmé|assuré|dit"
        r"|annoncé|ajouté|souligné)|rapporte|révèle|indique|affirme|déclare|précise|signale|estime|explique|confirme|assure"
    ),
    "en": (
        r"(?:has\s|have\s|had\s)?(?:\w+ly\s|first\s|also\s)?(?:reported|said|wrote|revealed|noted|told|estimated"
        r"|announced|claimed|confirmed|added|explained|tweeted|posted|stated)|says|reports|writes|claims|estimates"
    ),
    "es": (
        r"(?:(?:ha|han|había|habían|ya)\s)?(?:informado|revelado|señalado|dicho|publicado|afirmado|estimado|asegurado"
        r"|declarado|explicado|anunciado|escrito|reportado|confirmado|indicado)|informó|reveló|señaló|dijo|publicó|afirmó"
        r"|estimó|aseguró|declaró|explicó|anunció|escribió|reportó|confirmó|indicó|apuntó|informa|señala|dice|afirma"
        r"|asegura|explica"
    ),
    "it": (
        r"(?:ha|hanno|aveva|avevano|avrebbe)\s(?:già\s|anche\s|poi\s)?(?:riportato|riferito|rivelato|scritto|affermato"
        r"|detto|dichiarato|stimato|annunciato|spiegato|confermato|sostenuto|precisato|segnalato|aggiunto)|riporta"
        r"|riferisce|rivela|scrive|afferma|dichiara|sostiene|spiega|conferma"
    ),
}
"""What sources do, by language; a text is looked through with all of them, for it may quote another language."""

_VERB = "|".join(_DONE.values())
_TITLE = (
    r"(?:(?!(?:that|que|che|when|quand|si|if|to|de|à|a|in|en|on|at|how|why|as|and|et|y|e)\s)[a-zà-öø-ÿ]{2,14}\s){0,3}"
    r"(?:l['’])?"
)
"""What may stand between a verb and its source: “said mayor Ana Pratt”, “a déclaré le ministre Paul Durand”."""

_SUBJECT = re.compile(rf"(?P<name>{_NAME})\s(?P<verb>{_VERB})\b")
_INVERTED = re.compile(rf"\b(?P<verb>{_VERB})\s{_TITLE}(?P<name>{_NAME})")
_BY = re.compile(
    r"\b(?:(?:reported|obtained|seen|cited|quoted|published|revealed)\s(?:first\s)?by"
    r"|(?:rapporté|obtenu|publié|cité|révélé|consulté|relayé)(?:e|s|es)?\spar"
    r"|(?:obtenid|publicad|citad|revelad|recogid|difundid)[oa]s?\spor"
    r"|(?:ottenut|pubblicat|citat|rivelat|riportat|diffus|riferit)[oaie]\sda(?:l|lla|llo|i|gli|lle)?|citing|citando)\s"
    rf"(?:(?:the|le|la|les|el|il|lo)\s|l['’])?(?P<name>{_NAME})"
)
_SOURCE = re.compile(
    r"(?:^|(?<=[\s.!?]))(?:Sources?|Fuentes?|Font[ei]|Via|Quelle)\s?:\s?(?P<whom>[^\r\n]{2,120})", re.MULTILINE
)
_LIST = re.compile(rf"{_NAME}(?:(?:,\s|\s?[/&;]\s?|\s(?:et|and|y|e)\s){_NAME})*")
_LISTED = re.compile(rf"{_NAME}(?:,\s{_NAME})+\.?")
_ARTICLE = re.compile(r"(?:(?:the|les?|la|el|los|las|il|lo|gli)\s+|l')(?=\w)")
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where a text says whom it has something from."""

    stretch: Stretch
    name: str
    """As the text writes it; "" where the source has none (“selon des experts”)."""
    at_foot: bool = False
    """Whether it is a line of sources, which says nothing about any one sentence."""

    @property
    def key(self) -> str:
        """What two credits of one source have in common: “Le Monde”, “Monde”."""
        return _ARTICLE.sub("", self.name.replace("\u2019", "'").casefold())


def credits_of(text: Text) -> list[Credit]:
    """The credits of `text` in reading order; where several words of one credit were found, the longest form."""
    found = sorted(_found(text), key=lambda credit: (credit.stretch.start, -credit.stretch.end))
    result: list[Credit] = []
    for credit in found:
        last = result[-1] if result else None
        if last and credit.stretch.start < last.stretch.end and credit.key == last.key:
            continue
        if last and not last.name and credit.name and credit.stretch.start < last.stretch.end:
            result.pop()  # “selon des documents obtenus par Forbes” is Forbes's
            credit = Credit(Stretch(last.stretch.start, max(last.stretch.end, credit.stretch.end)), credit.name)
        result.append(credit)
    return result


def _found(text: Text) -> Iterator[Credit]:
    for sentence in text.sentences:
        words = text.words(sentence)
        if _LISTED.fullmatch(words) and len(words) < 120:
            yield from (_credit(sentence.start, match, foot=True) for match in _NAMES.finditer(words))
            continue
        for pattern in (_SUBJECT, _INVERTED, _BY):
            for match in pattern.finditer(words):
                if name := _name(match["name"]):
                    yield Credit(Stretch(sentence.start + match.start(), sentence.start + match.end()), name)
        for match in _ACCORDING.finditer(words):
            name = next(filter(None, map(_name, _NAMES.findall(match["whom"]))), "")
            # “selon environ 8 millions”: a slip of the article's, and nobody is credited
            whom = match["whom"].split()
            if name or (not re.match(r"\s\w+\s[0-9]", match["whom"]) and len(whom[-1]) > 3):
                end = len(match.group().rstrip())
                yield Credit(Stretch(sentence.start + match.start(), sentence.start + match.start() + end), name)
    for match in _SOURCE.finditer(text.text):
        yield from _named_at_foot(match["whom"].rstrip(), match.start("whom"))


def _named_at_foot(line: str, start: int) -> Iterator[Credit]:
    """The names of a line of sources; where it is no list of names but a title, the title."""
    listed = _LIST.match(line)
    rest = line[listed.end() :].lstrip() if listed else line
    first = rest.split(maxsplit=1)[0] if rest else ""
    if listed and (not rest or rest[0] in ".;|(" or _is_small(first) or listed.group() != _whole(listed.group())):
        yield from (_credit(start, name, foot=True) for name in _NAMES.finditer(_whole(listed.group())))
    elif len(line) <= _LONGEST_TITLE:
        yield Credit(Stretch(start, start + len(line)), line, at_foot=True)


def _whole(names: str) -> str:
    """A list of names up to the first word that begins a sentence."""
    words = names.split(" ")
    return " ".join(words[: next((place for place, word in enumerate(words) if _is_small(word)), len(words))])


def _credit(start: int, match: re.Match[str], *, foot: bool) -> Credit:
    name = _name(match.group())
    first = start + match.start()
    return Credit(Stretch(first, first + len(name)), name, foot)


def _name(words: str) -> str:
    """`words` up to the first that begins a sentence and no name (“Stability AI Que pensez-vous”); "" for no name.

    An article may begin a name: “Le Monde”, “El País”.
    """
    kept: list[str] = []
    found = words.split()
    for place, word in enumerate(found):
        begins = place == 0 and len(found) > 1 and _ARTICLE.match(f"{word.lower()} x") and not _is_small(found[1])
        if _is_small(word) and not begins:
            break
        kept.append(word)
    return " ".join(kept) if len("".join(kept)) > 1 else ""  # “sur X”: a place, and nobody


def _is_small(word: str) -> bool:
    """Whether it is a common word or a month with a capital, and no acronym ("AI" is one in Italian, in capitals)."""
    plain = word.rstrip(",.;:!?").lower()
    return word[:1].isupper() and (len(word) == 1 or not word.isupper()) and (plain in ANY_SMALL or plain in MONTHS)
