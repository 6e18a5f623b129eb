"""The blocks of an article: headings, paragraphs and lists, what is only page furniture, and where questions for a
class are announced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kit.draft.article import Block, Extract, Form, Line, Role, Zone
from kit.draft.furniture import ADDRESS, ALONE, COMMENTS, CREDIT, HASHTAGS, LEGAL, NEWSLETTER, RELATED
from kit.draft.plain import BULLET

MARKER = re.compile(
    r"""(?x)
    (?: [\s>]* (?: \#{1,6}[ \t]+ | [-*•‣▪◦·➤►–→✔✓☐][ \t\u00a0]+ | \(?\d{1,2}[.)°][ \t\u00a0]* (?=[^\d\s]) | \(?[a-hA-H][.)][ \t\u00a0]+
      | (?i:questions?|pregunta|domanda|quesito)[ \t\u00a0]*(?:n[°ºo.]*[ \t]*)?\d{1,2}[ \t\u00a0]*[.:)–-][ \t\u00a0]*
      | [QPD]\d{1,2}[.:)][ \t\u00a0]* ) )*
    [\s*_>]*
    """
)
"""Bullets, numbers and Markdown signs before the first word."""

LONGEST_HEADING = 140
LONG = 200
"""Characters of a paragraph that no teaser, button or comment header has."""

FOR_CLASS = re.compile(
    r"""(?ix) ^\W*(?:\d+[.)]\s*)? (?:
      (?:some\s+|\w+\s+)?questions?\s+(?:for|to|of)\s.{0,60}
    | (?:discussion|reflection|review|comprehension|study|chapter|critical[- ]thinking|reader|reading[- ]group|book[- ]club|guiding|classroom|debate|essay|thinking)\s+(?:questions?|prompts?|points?|topics?)
    | (?:for|class|group)\s+(?:class\s+)?discussion|(?:let['’]s\s+)?(?:talk|think)\s+about\s+it|over\s+to\s+you|your\s+turn|let['’]s\s+(?:talk|discuss|debate)|discuss(?:ion)?|have\s+your\s+say
    | food\s+for\s+thought|(?:points?|things|questions?)\s+to\s+(?:ponder|consider|discuss|think\s+about)|(?:check|test)\s+your\s+understanding|(?:stop|pause)\s+and\s+think|(?:end-of-chapter\s+)?(?:questions|exercises|prompts)|what\s+do\s+you\s+think
    | (?:quelques\s+|\w+\s+)?questions?\s+(?:de|à|pour|sur|en)\s.{0,60} | (?:pistes?|sujets?|thèmes?)\s+(?:de|pour|à)\s+(?:réflexion|discussion|débat|réfléchir|débattre|discuter).{0,40}
    | pour\s+(?:aller\s+plus\s+loin|(?:y\s+)?réfléchir|discuter|(?:en\s+)?débattre|en\s+(?:parler|discuter)|la\s+classe|le\s+débat|prolonger.{0,30}) | à\s+vous(?:\s+(?:de\s+(?:jouer|réfléchir|débattre)|la\s+parole))? | (?:place\s+au\s+)?débat(?:tons)?(?:\s+en\s+classe)? | réfléchissons.{0,20}|discutons(?:-en)?|(?:donnez\s+)?votre\s+avis|et\s+vous|la\s+parole\s+est\s+à\s+vous|réfléchir\s+et\s+débattre|questionnaire
    | (?:algunas\s+)?preguntas?\s+(?:para|de|sobre)\s.{0,60} | (?:para|temas?\s+(?:de|para))\s+(?:la\s+|el\s+)?(?:reflexi[oó]n(?:ar)?|debat(?:e|ir)|pensar|discutir|dialogar|discusión|hablar|comentar|clase).{0,40} | reflexion(?:a|emos|ad)|debat(?:e|amos)|(?:ahora\s+)?(?:te\s+toca(?:\s+a\s+ti)?|tu\s+turno)|y\s+t[uú]|tu\s+opinión|preguntas|hablemos|piensa\s+y\s+comenta|opina|cuestiones|actividades
    | (?:alcune\s+)?domande\s+(?:per|di|su|a)\s.{0,60} | (?:per|spunti\s+(?:di|per)|temi\s+(?:di|per))\s+(?:la\s+|il\s+|una\s+)?(?:riflett\w+|riflessione|discut\w+|discussione|dibattito|dibattere|pensare|parlarne|confronto|approfondire|classe).{0,40} | riflettiamo(?:\s+insieme)?|discutiamone|parliamone|(?:a\s+voi\s+la\s+parola|la\s+parola\s+a\s+voi)|(?:ora\s+)?tocca\s+a\s+(?:voi|te)|e\s+(?:voi|tu)|domande|il\s+tuo\s+parere|dibattito|verifica(?:\s+la\s+comprensione)?|rifletti(?:\s+e\s+\w+)?
    ) \s*[:.!?…]*\W*$"""
)
"""A heading that announces questions for whoever reads."""

FREQUENT = re.compile(
    r"(?i)frequent|fréquent|frecuente|faq\b|foire aux questions|q\s*&\s*a|your questions answered|vos questions|domande comuni"
    r"|réponses|answers|answered|respuestas|risposte|que tout le monde|everyone is asking|preguntas más|domande più|questions? (?:que|qu['’])"
    r"|questions? of (?:the )?(?:day|law|fact|time|trust|money|principle)|question de (?:temps|goût|principe|confiance|survie)"
)
"""Such a heading announces answers, or is a phrase."""


def blocks(found: Extract, form: Form) -> tuple[Block, ...]:
    """The blocks of `found` in reading order, furniture included and marked."""
    lines = list(found.lines)
    result = [_block(found.text, line) for line in lines]
    if form != "html":
        result = _with_headings(found.text, result)
    result = _with_zones(found.text, result)
    return tuple(_with_class(found.text, result))


def _block(text: str, line: Line) -> Block:
    start, end = line.start, line.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    role: Role = line.role or ("item" if BULLET.match(text, start, end) else "paragraph")
    mark = MARKER.match(text, start, end)
    begins = mark.end() if mark is not None and mark.end() < end else start
    return Block(start, end, role, line.zone or "body", begins, line.level)


def _with_headings(text: str, found: list[Block]) -> list[Block]:
    """In plain text a short line without a full stop, with a paragraph below it, is a heading."""
    result = list(found)
    for index, block in enumerate(found):
        said = text[block.begins : block.end].strip("*_ ")
        if block.role != "paragraph" or block.zone != "body" or not 2 < len(said) <= LONGEST_HEADING:
            continue
        bold = text[block.start : block.end].startswith(("**", "__")) and text[block.start : block.end].endswith(
            ("**", "__")
        )
        plain_end = said[-1].isalnum() or said[-1] in ")?!»”:" or said.endswith("…")
        below = found[index + 1] if index + 1 < len(found) else None
        longer = below is not None and below.role != "heading" and below.end - below.start > len(said)
        short = len(said) <= 90 and not re.search(r"[.!?…]\s", said)
        first = not any(other.end - other.start > LONG for other in found[:index])
        is_title = first and index < 6 and short
        if (
            (bold
            and len(said) <= LONGEST_HEADING)
            or (plain_end and short and (longer or is_title) and said[0] not in '«“"‘—')
        ):
            if said.endswith(":") and not FOR_CLASS.match(said):
                continue  # a lead-in, such as “Here is the statement:”
            result[index] = replace(block, role="heading", level=1 if is_title and index == 0 else 3)
    return result


def _with_zones(text: str, found: list[Block]) -> list[Block]:
    """Furniture, line by line: what opens the comments closes the article, a box ends with the next real paragraph."""
    result: list[Block] = []
    running: Zone | None = None
    for index, block in enumerate(found):
        said = text[block.begins : block.end].strip("*_# \t\u00a0")
        if _announces(said):
            running = None
        zone = _zone(said, block, found[index + 1 :])
        if zone == "comments" or (zone == "furniture" and _opens_a_box(said)):
            running = zone
        elif running == "furniture" and zone is None and block.end - block.start > LONG and block.role == "paragraph":
            running = None
        if block.zone == "body":
            block = replace(block, zone=zone or running or "body")
        result.append(block)
    return result


def _zone(said: str, block: Block, after: Sequence[Block]) -> Zone | None:
    length = len(said)
    if length <= 80 and COMMENTS.match(said) and not said.endswith("?"):
        return "comments"
    if length <= 160 and RELATED.match(said) and (block.role == "heading" or not said.endswith(".")):
        return "furniture"
    if length <= 120 and ALONE.match(said) and not said.endswith("?"):
        return "furniture"
    if length <= 320 and NEWSLETTER.search(said) and _is_a_box(said):
        return "furniture"
    if length <= 400 and LEGAL.search(said) and (length <= 160 or _is_a_box(said)):
        return "furniture"
    if length <= 140 and "?" not in said and (CREDIT.match(said) or HASHTAGS.match(said) or _is_address(said)):
        return "credit"
    if length <= 3 and not any(character.isalpha() for character in said):
        return "furniture"
    del after
    return None


IMPERATIVE = re.compile(
    r"(?i)\b(?:subscribe|sign\s+up|get\s+(?:our|the|a|it)|join|receive|accept|recevez|inscri(?:vez|s)|abonne(?:z|-)|recevoir|acceptez|accepter|suscr[ií]b|recibe|recibir|acept|apúnta"
    r"|iscriv|abbona|ricev|accett|we use|nous utilisons|ce site utilise|utilizamos|este sitio|utilizziamo|questo sito|delivered|your inbox|gratuit|free|gratis|obligatoires|required|manage|gérer|unisciti|rejoignez|síguenos|suivez)"
)


def _is_a_box(said: str) -> bool:
    """Whether a sentence that names a newsletter or cookies offers them: news about them do not."""
    return IMPERATIVE.search(said) is not None


def _opens_a_box(said: str) -> bool:
    match = RELATED.match(said)
    if match is None:
        return False
    return len(match["rest"].strip(" :.…")) < 25


def _is_address(said: str) -> bool:
    return ADDRESS.fullmatch(said) is not None


def _announces(said: str) -> bool:
    return len(said) <= 90 and FOR_CLASS.match(said) is not None and not FREQUENT.search(said)


def _with_class(text: str, found: list[Block]) -> list[Block]:
    """Mark what stands below an announcement, up to the next heading that is no question and announces nothing."""
    result: list[Block] = []
    running = False
    for block in found:
        said = text[block.begins : block.end].strip("*_# \t\u00a0")
        if (
            _announces(said)
            and block.zone == "body"
            and (block.role == "heading" or said.endswith((":", "?")) or len(said) < 50)
        ):
            running = True
            result.append(replace(block, role="heading" if block.role == "paragraph" else block.role))
            continue
        if block.zone in ("furniture", "comments") or (block.role == "heading" and not said.endswith("?")):
            running = False
        result.append(replace(block, for_class=running and block.zone == "body"))
    return result


DATE = re.compile(r"\b(\d{4}-\d{2}(?:-\d{2})?)\b")


def title_of(text: str, found: Sequence[Block]) -> str:
    """The first heading of the body, else its first words."""
    body = [block for block in found if block.zone == "body"]
    headings = [block for block in body[:8] if block.role == "heading"]
    best = min(headings, key=lambda block: (block.level or 9, block.start), default=None)
    if best is not None:
        return _one_line(text[best.begins : best.end]).strip("*_# ")[:200]
    return ""


def date_of(text: str, found: Sequence[Block]) -> str:
    """An ISO date in the first lines; other ways to write one are left to the teacher."""
    end = found[min(5, len(found) - 1)].start + 200 if found else 0
    match = DATE.search(text, 0, end)
    return match[1] if match is not None else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
