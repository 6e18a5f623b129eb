"""From HTML to PDF: WeasyPrint, given Kit's own files and nothing else."""

from __future__ import annotations

import ctypes.util
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kit import native
from kit.paper import fonts, tags
from kit.paper.kinds import Page
from kit.paper.refused import Refused
from kit.words import Message, N_

CSS_FOLDER = Path(__file__).parent / "css"
_SCHEME = "kit:"
_OWN_FILES = frozenset({"rule.svg"})
"""The only addresses a style sheet may name, as ``kit:rule.svg``."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A handout laid out on pages, not yet written."""

    document: Any
    """WeasyPrint's own document: its box tree is what `kit.paper.lint` looks at."""

    @property
    def pages(self) -> int:
        """How many pages (sides) it has."""
        return len(self.document.pages)


def lay_out(html: str, sheet: str, page: Page) -> Laid:
    """Lay `html` out on `page` with the style sheet called `sheet`.

    Errors: `Refused` where the native libraries are missing, or where the HTML asks for any file.
    """
    tools = _tools()
    styles = [_style(name) for name in ("page", sheet, page)]
    source = tools.weasyprint.HTML(string=html, base_url=None, url_fetcher=tools.fetcher)
    try:
        document = source.render(font_config=tools.font_config, stylesheets=styles, pdf_variant="pdf/ua-1")
    except tools.fatal as error:  # it derives from BaseException, so nothing further up would catch it
        raise Refused(Message.of(N_("This handout asks for a file, and Kit prints none: {name}"), name=error)) from None
    return Laid(document)


def write(laid: Laid) -> bytes:
    """The laid-out handout as a tagged PDF (PDF/UA-1)."""
    with tags.completed() as finisher:
        pdf: bytes = laid.document.write_pdf(finisher=finisher, pdf_variant="pdf/ua-1")
    return pdf


@dataclass(frozen=True, slots=True)
class _Tools:
    """What one process needs once: WeasyPrint, one font configuration for all renderings, the fetcher."""

    weasyprint: Any
    font_config: Any
    fetcher: Any
    fatal: type[BaseException]


@cache
def _tools() -> _Tools:
    missing = native.missing_libraries()
    if missing:
        raise Refused(_missing(missing))
    fonts.use_only_ours()
    native.help_loading()
    with _quick_import():
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError
    return _Tools(weasyprint, FontConfiguration(), _fetcher(), FatalURLFetchingError)


def _missing(libraries: list[str]) -> Message:
    command = native.install_command()
    names = ", ".join(libraries)
    if command:
        return Message.of(
            N_("To make a PDF, Kit needs libraries this computer does not have ({names}). Type: {command}"),
            names=names,
            command=command,
        )
    return Message.of(N_("To make a PDF, Kit needs libraries this computer does not have: {names}."), names=names)


@cache
def _style(name: str) -> Any:
    """A style sheet of Kit's, parsed once a process."""
    tools = _tools()
    text = (CSS_FOLDER / f"{name}.css").read_text(encoding="utf-8")
    return tools.weasyprint.CSS(string=text, font_config=tools.font_config, url_fetcher=tools.fetcher)


def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
        """Serves the few drawings Kit brings; every other address is refused, whoever wrote it."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            name = url.removeprefix(_SCHEME)
            if not url.startswith(_SCHEME) or name not in _OWN_FILES:
                raise FatalURLFetchingError(url[:80])
            return URLFetcherResponse(url, (CSS_FOLDER / name).read_bytes(), {"Content-Type": "image/svg+xml"})

    return OwnFilesOnly()


@contextmanager
def _quick_import() -> Iterator[None]:
    """Import without collecting garbage and, on Linux, without starting a compiler for every library name.

    The loader knows every library by its full name, which WeasyPrint tries too; `find_library` is only asked for the
    shorter names before it, and asks gcc and ldconfig each time.
    """
    searching = ctypes.util.find_library
    collecting = gc.isenabled()
    gc.disable()
    if sys.platform.startswith("linux"):
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = searching
        if collecting:
            gc.enable()
