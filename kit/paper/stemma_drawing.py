"""The stemma as a drawing: texts as circles, what they share as thick lines, the sources they name above them.

It holds nothing but letters, numbers and names; whatever it shows stands beside it in sentences, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kit.draft.compare.comparison import Comparison
from kit.draft.compare.saying import Saying
from kit.draft.compare.stemma import Bond, Naming

WIDTH = 680
"""Units of the drawing; a hundred of them are 25 mm on the sheet."""

RADIUS = 22
NAMED = 5
"""Sources that have room above the texts."""

LONGEST_NAME = 17
"""Characters of a source's name."""

_TEXT = Markup(
    '<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" font-weight="{weight}" text-anchor="middle" '
    'font-family="Atkinson Hyperlegible">{words}</text>'
)
_LINE = Markup('<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="black" stroke-width="1"/>')
_CURVE = Markup(
    '<path d="M {x1:.0f} {y:.0f} Q {middle:.0f} {deep:.0f} {x2:.0f} {y:.0f}" fill="none" stroke="black" '
    'stroke-width="{wide:.1f}"{dashes}/>'
)


def drawing(found: Comparison, say: Saying, *, empty: bool = False) -> Markup:
    """The stemma as SVG; `empty`, only the texts, for pupils to draw in what they have found."""
    named: Sequence[Naming] = [] if empty else found.stemma.named[:NAMED]
    bonds = () if empty else found.stemma.bonds
    count = len(found.texts)
    xs = [WIDTH * (place + 0.5) / count for place in range(count)]
    top = 40 if empty else 132 if named else 34
    deepest = max((abs(bond.first - bond.second) for bond in bonds), default=0)
    height = 110 if empty else top + RADIUS + 20 + 46 * deepest + 18 if deepest else top + RADIUS + 6
    title = say.tr("The texts, to be joined by arrows") if empty else say.tr("What the texts share, and whom they name")
    parts = [Markup("<title>{}</title>").format(title)]
    parts += [_curve(bond, xs, top) for bond in reversed(bonds)]
    for bond in bonds:
        parts += _label(bond, say, xs, top)
    if named:
        parts += _named(named, xs, top)
    for place, x in enumerate(xs):
        parts.append(
            Markup('<circle cx="{:.0f}" cy="{}" r="{}" fill="white" stroke="black" stroke-width="2"/>').format(
                x, top, RADIUS
            )
        )
        parts.append(_TEXT.format(x=x, y=top + 7, size=20, weight="bold", words=say.letter(place)))
    # The size is the drawing's own: the page's width less its margins.
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="stemma" viewBox="0 0 {} {}" width="{}mm" height="{}mm">{}</svg>'
    ).format(WIDTH, height, WIDTH // 4, round(height / 4, 1), Markup("").join(parts))


def _curve(bond: Bond, xs: Sequence[float], top: float) -> Markup:
    """A curve below two texts, thicker the more they share; broken where that is little."""
    y = top + RADIUS - 4
    return _CURVE.format(
        x1=xs[bond.first],
        x2=xs[bond.second],
        y=y,
        middle=(xs[bond.first] + xs[bond.second]) / 2,
        deep=2 * _lowest(bond, top) - y,  # a curve comes half as deep as its control point
        wide=1.5 + min(4.0, bond.characters / 400),
        dashes=Markup(' stroke-dasharray="4 3"') if bond.is_slight else Markup(""),
    )


def _lowest(bond: Bond, top: float) -> float:
    return top + RADIUS + 12 + 46 * abs(bond.first - bond.second)


def _label(bond: Bond, say: Saying, xs: Sequence[float], top: float) -> Iterator[Markup]:
    """How many characters; and where a direction is supposed, an arrow with a question mark."""
    low = _lowest(bond, top)
    middle = (xs[bond.first] + xs[bond.second]) / 2
    label = say.number(bond.characters)
    half = 4.6 * len(label) + 5
    yield Markup('<rect x="{:.0f}" y="{:.0f}" width="{:.0f}" height="18" fill="white"/>').format(
        middle - half, low - 9, 2 * half
    )
    yield _TEXT.format(x=middle, y=low + 5, size=15, weight="bold", words=label)
    if bond.later is not None:
        x = xs[bond.later]
        side = 1 if x < middle else -1
        # The curve comes up to the circle from below and from the side of the other text.
        tip_x, tip_y = x + side * 9, top + RADIUS - 1
        yield Markup('<path d="M {:.0f} {:.0f} l {} 19 l {} -10 z" fill="black" stroke="white"/>').format(
            tip_x, tip_y, side * 2, side * 15
        )
        yield _TEXT.format(x=x + side * 44, y=top + RADIUS + 6, size=18, weight="bold", words="?")


def _named(named: Sequence[Naming], xs: Sequence[float], top: float) -> Iterator[Markup]:
    """The sources that texts name, in a row above, each joined to the texts that name it."""
    for place, one in enumerate(named):
        x = WIDTH * (place + 0.5) / len(named)
        for text in one.texts:
            yield _LINE.format(x1=x, y1=40, x2=xs[text], y2=top - RADIUS)
        name = one.name if len(one.name) <= LONGEST_NAME else one.name[: LONGEST_NAME - 1].rstrip() + "…"
        half = min(WIDTH / len(named) / 2 - 4, 4.1 * len(name) + 8)
        yield Markup(
            '<rect x="{:.0f}" y="14" width="{:.0f}" height="26" fill="white" stroke="black" stroke-width="1"/>'
        ).format(x - half, 2 * half)
        yield _TEXT.format(x=x, y=32, size=13, weight="normal", words=name)
