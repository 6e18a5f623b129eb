"""From HTML to PDF: WeasyPrint, given Kit's own files and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kit import native
from kit.paper import fonts, line_ends, parsing, tags
from kit.paper.kinds import Page, style_names
from kit.paper.limits import limited
from kit.paper.profiles import ProfileName
from kit.paper.quick_import import quick_import, uncollected
from kit.paper.refused import Refused
from kit.paper.rulings import RULINGS, drawing
from kit.words import N_, Message

CSS_FOLDER = Path(__file__).parent / "css"
_RULES = re.compile(r"kit:rules-([a-z0-9]{1,16})-(\d{1,3})\.svg")
"""The only address a handout may name: a drawing of so many rows in one of the rulings."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A handout laid out on pages, not yet written."""

    document: Any
    """WeasyPrint's own document: its box tree is what `kit.paper.lint` looks at."""

    @property
    def pages(self) -> int:
        """How many pages (sides) it has."""
        return len(self.document.pages)


def lay_out(html: str, sheet: str, page: Page, profile: ProfileName = "standard", *, forms: bool = False) -> Laid:
    """Lay `html` out on `page` with the style sheet called `sheet`, for readers of this `profile`.

    With `forms`, its fields are fields of the PDF.

    Errors: `Refused` where the native libraries are missing, where the HTML asks for any file, and where laying it
    out takes too long or too much memory.
    """
    tools = _tools()
    styles = [_style(name) for name in (*_sheet_names(sheet, page, profile), *(("forms",) if forms else ()))]
    with _bounded(tools):
        document = parsing.document(tools.weasyprint, html, tools.fetcher).render(
            font_config=tools.font_config, stylesheets=styles, pdf_variant="pdf/ua-1", pdf_forms=forms
        )
    return Laid(document)


def sheets(sheet: str, page: Page, profile: ProfileName = "standard") -> list[str]:
    """The text of the style sheets a handout is laid out with, in order."""
    return [css(name) for name in _sheet_names(sheet, page, profile)]


def write(laid: Laid, **options: Any) -> bytes:
    """The laid-out handout as a tagged PDF (PDF/UA-1), with more of WeasyPrint's `options` where there are any.

    Errors: `Refused`, as for `lay_out`.
    """
    with _bounded(_tools()), tags.completed() as finisher:
        pdf: bytes = laid.document.write_pdf(finisher=finisher, pdf_variant="pdf/ua-1", **options)
    return pdf


def draw(html: str, sheet: str) -> tuple[Laid, bytes]:
    """`html` with the style sheet called `sheet` alone, laid out and as an untagged PDF: parts for other PDFs.

    Errors: `Refused`, as for `lay_out`.
    """
    tools = _tools()
    with _bounded(tools):
        source = tools.weasyprint.HTML(string=html, base_url=None, url_fetcher=tools.fetcher)
        document = source.render(font_config=tools.font_config, stylesheets=[_style(sheet)])
        pdf: bytes = document.write_pdf()
    return Laid(document), pdf


def make_ready() -> None:
    """Load WeasyPrint, parse every style sheet and set a page, so that the next one takes no longer than any other.

    Errors: `Refused` where the native libraries are missing.
    """
    for path in sorted(CSS_FOLDER.glob("*.css")):
        _style(path.stem)
    write(lay_out("<html lang=en><title>Kit</title><h1>Kit <b>b</b> <i>i</i></h1>", "worksheet", "a4"))


@contextmanager
def _bounded(tools: _Tools) -> Iterator[None]:
    """Whatever WeasyPrint does: with Kit's own files only, and within limits."""
    try:
        with uncollected(), limited():
            yield
    except tools.fatal as error:  # it derives from BaseException, so nothing further up would catch it
        raise Refused(Message.of(N_("This handout asks for a file, and Kit prints none: {name}"), name=error)) from None


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
    with quick_import():
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import FatalURLFetchingError
    line_ends.mend()
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
    return tools.weasyprint.CSS(string=css(name), font_config=tools.font_config, url_fetcher=tools.fetcher)


def _sheet_names(sheet: str, page: Page, profile: ProfileName) -> tuple[str, ...]:
    usual = ("page", *style_names(sheet), page)
    return usual if profile == "standard" else (*usual, "profiles", f"profile-{profile}")


def css(name: str) -> str:
    """The text of one of Kit's style sheets."""
    return (CSS_FOLDER / f"{name}.css").read_text(encoding="utf-8")


def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
        """Draws ruled rows; every other address is refused, whoever wrote it."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002
            rows = _RULES.fullmatch(url)
            if rows is None or rows[1] not in RULINGS:
                raise FatalURLFetchingError(url[:80])
            drawn = drawing(RULINGS[rows[1]], int(rows[2]))
            return URLFetcherResponse(url, drawn, {"Content-Type": "image/svg+xml"})

    return OwnFilesOnly()
