"""The two projector themes: every text colour is at least 7:1 on every ground, every rule at least 3:1.

Styles use Textual's own names: `$foreground`, `$text-muted` (words of less weight, still 7:1), `$primary` (what matters
now), `$accent` (labels), `$warning`, `$error`, `$success` on `$background`, `$surface` or `$panel`; `$on-primary` is
text on a `$primary` ground; `$border` is for rules and bars. No colour has any transparency: transparency is how
contrast gets lost.
"""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT = "kit-dark", "kit-light"
DEFAULT_THEME = LIGHT
"""Old projectors in lit rooms show dark letters on white better than anything else."""

TEXT = ("foreground", "text-muted", "primary", "accent", "warning", "error", "success")
"""The variables words may be painted in."""

GROUNDS = ("background", "surface", "panel")
"""The variables that may lie under words."""

_DARK = {
    "background": "#0D1117",
    "surface": "#161C26",
    "panel": "#212936",
    "foreground": "#F7F5EF",
    "text-muted": "#C9CFD7",
    "primary": "#FFCC70",
    "on-primary": "#0D1117",
    "accent": "#A3CFFF",
    "warning": "#FFBB7A",
    "error": "#FFB4AC",
    "success": "#A6E3A1",
    "border": "#7C8796",
}
_LIGHT = {
    "background": "#FFFFFF",
    "surface": "#F4F2EC",
    "panel": "#E8E5DB",
    "foreground": "#121519",
    "text-muted": "#363B43",
    "primary": "#0B3A75",
    "on-primary": "#FFFFFF",
    "accent": "#5E1A66",
    "warning": "#663200",
    "error": "#8A0F0F",
    "success": "#0B4720",
    "border": "#6C7075",
}


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    ink, muted = colours["foreground"], colours["text-muted"]
    primary, on_primary = colours["primary"], colours["on-primary"]
    return Theme(
        name=name,
        dark=dark,
        primary=primary,
        secondary=colours["accent"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=ink,
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["panel"],
        # Textual derives these with transparency; each is said outright instead.
        variables={
            "text": ink,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "text-primary": primary,
            "text-secondary": colours["accent"],
            "text-accent": colours["accent"],
            "text-warning": colours["warning"],
            "text-error": colours["error"],
            "text-success": colours["success"],
            "on-primary": on_primary,
            "border": colours["border"],
            "border-blurred": colours["border"],
            "block-cursor-background": primary,
            "block-cursor-foreground": on_primary,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colours["panel"],
            "block-cursor-blurred-foreground": ink,
            "block-hover-background": colours["panel"],
            "surface-active": colours["panel"],
            "input-cursor-background": ink,
            "input-cursor-foreground": colours["background"],
            "input-cursor-text-style": "none",
            "input-selection-background": primary,
            "input-selection-foreground": on_primary,
            "screen-selection-background": primary,
            "screen-selection-foreground": on_primary,
            "scrollbar": colours["border"],
            "scrollbar-hover": primary,
            "scrollbar-active": primary,
            "scrollbar-background": colours["panel"],
            "scrollbar-background-hover": colours["panel"],
            "scrollbar-background-active": colours["panel"],
            "scrollbar-corner-color": colours["panel"],
            "link-color": primary,
            "link-color-hover": on_primary,
            "link-background": colours["background"],
            "link-background-hover": primary,
            "button-foreground": ink,
            "button-color-foreground": on_primary,
        },
    )


THEMES = {DARK: _theme(DARK, _DARK, dark=True), LIGHT: _theme(LIGHT, _LIGHT, dark=False)}


def theme_name(wanted: str | None) -> str:
    """`dark` or `light` as the name of a theme; the one for lit rooms where nothing, or something else, is wanted."""
    return {"dark": DARK, "light": LIGHT}.get((wanted or "").removeprefix("kit-"), DEFAULT_THEME)


def other(name: str) -> str:
    """The theme to change to."""
    return LIGHT if name == DARK else DARK
