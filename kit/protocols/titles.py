"""What the protocols are called, by language: for lists, which must not wait for whole protocols to be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kit.files.cache import Cache, key, stamps, state
from kit.words import LANGUAGES

FOLDER = Path(__file__).parent
FILE = "protocol.yaml"


def titles(cache: Cache) -> Mapping[str, Mapping[str, str]]:
    """By protocol, then by language; from the cache while no file has changed. A title that is missing is left out."""
    files = {
        path.parent.name: {"": path, **{code: path.parent / f"{code}.yaml" for code in LANGUAGES}}
        for path in sorted(FOLDER.glob(f"*/{FILE}"))
    }
    named, now = key("protocol titles"), state(stamps(path for paths in files.values() for path in paths.values()))
    found: Mapping[str, Mapping[str, str]] | None = cache.get(named, now)
    if found is None:
        found = {
            name: _titles({code: path for code, path in paths.items() if path.is_file()})
            for name, paths in files.items()
        }
        cache.put(named, found, now)
    return found


def _titles(paths: Mapping[str, Path]) -> dict[str, str]:
    from kit.files.document import read_document

    result: dict[str, str] = {}
    for code, path in paths.items():
        document, _ = read_document(path)
        value = document.value if document is not None else None
        if isinstance(value, dict) and isinstance(value.get("title"), str):
            result[code or str(value.get("language") or "en")] = value["title"].strip()
    return result
