"""Keeps the message catalogues in step with the code: ``python -m kit.words.catalogue`` (for developers; needs Babel).

It collects every message, merges them into ``locale/*/LC_MESSAGES/kit.po``, and writes the ``.mo`` files beside them.
Translations are never thrown away: messages that are gone stay in the file as comments.
"""

from __future__ import annotations

import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kit.words import DOMAIN, LANGUAGES, LOCALE_FOLDER

PACKAGE = Path(__file__).parent.parent
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "tr": None,
    "N_": None,
    "plural": (1, 2),
    "in_context": ((1, "c"), 2),
}
METHODS = [("**.py", "python"), ("**.j2", "jinja2")]
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed date in every header, so that a catalogue changes only when a message does."""


def template() -> Catalog:
    """Every message of the code and the templates, without translations."""
    catalogue = Catalog(project="Kit", domain=DOMAIN, creation_date=EPOCH, revision_date=EPOCH, charset="utf-8")
    found = extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS, comment_tags=("words:",), strip_comment_tags=True)
    for filename, _, message, comments, context in sorted(found, key=lambda item: (item[0], item[1])):
        if message:
            catalogue.add(message, None, [(filename, 0)], auto_comments=comments, context=context)
    for filename, message, context in _in_f_strings():
        catalogue.add(message, None, [(filename, 0)], context=context)
    return catalogue


def _in_f_strings() -> Iterator[tuple[str, str | tuple[str, str], str | None]]:
    """Messages said inside an f-string, which Babel sees only from Python 3.12 on: file, message and context."""
    for path in sorted(PACKAGE.rglob("*.py")):
        filename = path.relative_to(PACKAGE).as_posix()
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(outer, ast.JoinedStr):
                for node in ast.walk(outer):
                    if isinstance(node, ast.Call):
                        yield from ((filename, *found) for found in _said(node))


def _said(call: ast.Call) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """The message of a call of one of the keywords, where it stands there as text."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    words = [text for text in texts if isinstance(text, str)]
    if name == "plural" and len(words) >= 2:
        yield (words[0], words[1]), None
    elif name == "in_context" and len(words) >= 2:
        yield words[1], words[0]
    elif name in ("tr", "N_") and words:
        yield words[0], None


def po_file(language: str) -> Path:
    """The catalogue of `language` that translators edit."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of `language` as it stands on disk; an empty one where there is none yet."""
    path = po_file(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, creation_date=EPOCH, revision_date=EPOCH)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def po_text(catalogue: Catalog) -> bytes:
    """The catalogue as a translator's file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100, sort_by_file=True, include_lineno=False, omit_header=False)
    return out.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def updated(language: str) -> Catalog:
    """The catalogue of `language` with exactly the messages the code has today."""
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.revision_date = catalogue.creation_date = EPOCH
    return catalogue


def faults(language: str) -> Iterator[str]:
    """What keeps the catalogue of `language` from being whole: untranslated messages, and names that do not match."""
    for message in updated(language):
        if not message.id:
            continue
        name = message.id if isinstance(message.id, str) else message.id[0]
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        forms = tuple(form for form in said if form)
        if not forms or len(forms) < len(said):
            yield f"{language}: not translated: {name!r}"
        elif message.fuzzy:
            yield f"{language}: marked as doubtful: {name!r}"
        elif any(_names(form) - _allowed(message) for form in forms) or _missing(message, forms):
            yield f"{language}: other {{names}} than in the English message: {name!r}"


def _names(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:  # a lone brace: a message that is shown as it stands, never filled
        return set()


def _allowed(message: Message) -> set[str]:
    ids = (message.id,) if isinstance(message.id, str) else message.id
    return set().union(*(_names(text) for text in ids))


def _missing(message: Message, forms: tuple[str, ...]) -> bool:
    """Whether a translation lacks a name of its English form; "one page" may do without its {count}."""
    ids = (message.id,) if isinstance(message.id, str) else message.id
    return any(_names(ids[min(n, len(ids) - 1)]) - {"count"} - _names(form) for n, form in enumerate(forms))


def main() -> int:
    """Update and compile every catalogue; say what is still to be translated. Exit code 1 where something is."""
    found = []
    for language in LANGUAGES:
        if language == "en":
            continue
        catalogue = updated(language)
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(re.sub(rb"[ \t]+\n", b"\n", po_text(catalogue)))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
        found += list(faults(language))
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
