"""Puts names on a handout that was made once: as one bundle for the printer, or as one tagged file for each pupil.

A name is drawn as a pagination artefact: it belongs to the page, not to the text, so the tags stay as they are and a
screen reader reads the handout as it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.paper.copies import Copy
from kit.paper.profiles import ProfileName
from kit.paper.slots import Slots
from kit.paper.spots import Spot
from kit.paper.stamps import SIZE, Stamp, Stamps, clean

SMALLEST = 8.0
"""Points; a name that is longer than its line is set smaller down to this, and then narrower."""

GAP = 10.0
"""Points between a name and a part of a jigsaw at the foot of a page, where both stand."""

_NAME, _CLASS, _PART = "/KitName", "/KitClass", "/KitPart"
_BEFORE = b"q\n"
_AFTER = b"\nQ\n/Artifact <</Type /Pagination /Subtype /Header>> BDC\n%bEMC\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A handout that was made once, and where a name goes on it."""

    pdf: bytes
    pages: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Portion:
    """Copies that follow one another, and what is set on them."""

    copies: Sequence[Copy]
    stamps: Stamps


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is set on one pupil's copy."""

    name: Stamp | None
    class_name: Stamp | None
    part: Stamp | None


def bundle(
    bases: Mapping[ProfileName, Base], portions: Sequence[Portion], *, both_sides: bool, title: str, language: str
) -> bytes:
    """All copies one after another as one PDF to print: its pages share whatever they have in common.

    Where `both_sides` of the paper are printed, every copy begins on a sheet of its own. It is for paper: no tags.
    """
    import pikepdf

    with pikepdf.new() as out:
        binder = _Binder(out, pikepdf)
        sheets = {profile: binder.templates(base) for profile, base in bases.items()}
        for portion in portions:
            binder.take(portion.stamps)
            for copy in portion.copies:
                base = bases[copy.profile]
                binder.add(sheets[copy.profile], base.spots, _of(copy, portion.stamps))
                if both_sides and base.pages % 2:
                    binder.add_blank(sheets[copy.profile][0])
        out.docinfo["/Title"] = title
        out.Root.Lang = pikepdf.String(language)
        out.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        return _saved(out, pikepdf)


def separate(base: Base, profile: ProfileName, portions: Sequence[Portion]) -> Iterator[tuple[Copy, bytes]]:
    """Each copy of one profile as a tagged PDF of its own."""
    import pikepdf

    for portion in portions:
        mine = [copy for copy in portion.copies if copy.profile == profile]
        if not mine:
            continue
        with pikepdf.open(io.BytesIO(base.pdf)) as document:
            resources = _resources(document, portion.stamps, pikepdf)
            places = {name: _form(document, b"", resources, pikepdf) for name in (_NAME, _CLASS, _PART)}
            before = document.make_stream(_BEFORE)
            after = [document.make_stream(b"") for _ in document.pages]
            for page, overlay in zip(document.pages, after, strict=True):
                page.contents_coalesce()
                page.obj.Contents = pikepdf.Array([before, page.obj.Contents, overlay])
                page.obj.Resources = _with_forms(page.obj.Resources, places, pikepdf)
            drawn = [_of(copy, portion.stamps) for copy in mine]
            contents = [
                [
                    *(stamp.content if stamp else b"" for stamp in (own.name, own.class_name, own.part)),
                    *(_AFTER % _painting(base.spots, number, own) for number in range(len(after))),
                ]
                for own in drawn
            ]
            rooms = [max(map(len, place)) for place in zip(*contents, strict=True)]
            slots = Slots.of(document, [*places.values(), *after], rooms)
            for copy, own_contents in zip(mine, contents, strict=True):
                yield copy, slots.filled(own_contents)


class _Binder:
    """One bundle while it grows; equal streams are made once."""

    def __init__(self, out: Any, pikepdf: Any) -> None:
        self._out = out
        self._pikepdf = pikepdf
        self._before = out.make_stream(_BEFORE)
        self._overlays: dict[bytes, Any] = {}
        self._forms: dict[bytes, Any] = {}
        self._fonts: Any = None

    def templates(self, base: Base) -> list[Any]:
        """The pages of a handout, without what only a tagged document needs."""
        with self._pikepdf.open(io.BytesIO(base.pdf)) as document:
            for page in document.pages:
                page.contents_coalesce()
                for key in ("/StructParents", "/Annots", "/Tabs"):
                    if key in page.obj:
                        del page.obj[key]
            return [self._out.copy_foreign(page.obj) for page in document.pages]

    def take(self, stamps: Stamps) -> None:
        """Use the fonts of these names from now on."""
        self._fonts = _resources(self._out, stamps, self._pikepdf)
        self._forms.clear()

    def add(self, templates: Sequence[Any], spots: Sequence[Spot], own: _Drawn) -> None:
        """Add one copy."""
        pikepdf, out = self._pikepdf, self._out
        forms = {
            place: self._form(stamp)
            for place, stamp in ((_NAME, own.name), (_CLASS, own.class_name), (_PART, own.part))
            if stamp is not None
        }
        resources: dict[Any, Any] = {}
        for number, template in enumerate(templates):
            key = template.Resources.objgen
            if key not in resources:
                resources[key] = out.make_indirect(_with_forms(template.Resources, forms, pikepdf))
            page = pikepdf.Dictionary(template)
            page.Contents = pikepdf.Array([self._before, template.Contents, self._overlay(spots, number, own)])
            page.Resources = resources[key]
            out.pages.append(pikepdf.Page(out.make_indirect(page)))

    def add_blank(self, like: Any) -> None:
        """Add an empty page of the size of another."""
        page = self._pikepdf.Dictionary(Type=self._pikepdf.Name.Page, MediaBox=like.MediaBox)
        self._out.pages.append(self._pikepdf.Page(self._out.make_indirect(page)))

    def _form(self, stamp: Stamp) -> Any:
        """A stamp as a form: class and part are the same for many."""
        if stamp.content not in self._forms:
            self._forms[stamp.content] = _form(self._out, stamp.content, self._fonts, self._pikepdf)
        return self._forms[stamp.content]

    def _overlay(self, spots: Sequence[Spot], number: int, own: _Drawn) -> Any:
        """What follows a page's contents: the same for all whose names need not be made smaller."""
        overlay = _AFTER % _painting(spots, number, own)
        if overlay not in self._overlays:
            self._overlays[overlay] = self._out.make_stream(overlay)
        return self._overlays[overlay]


def _of(copy: Copy, stamps: Stamps) -> _Drawn:
    return _Drawn(*(stamps.names.get(clean(text)) for text in (copy.name, copy.class_name, copy.part)))


def _painting(spots: Sequence[Spot], page: int, own: _Drawn) -> bytes:
    """The operators that set what is drawn in the places of one page."""
    return b"".join(part for spot in spots if spot.page == page for part in _in_spot(spot, own))


def _in_spot(spot: Spot, own: _Drawn) -> Iterator[bytes]:
    if spot.what == "name":
        if own.name:
            yield _set(_NAME, own.name, spot.left, spot.baseline, spot.width, spot.size)
    elif spot.what == "class":
        if own.class_name:
            yield _set(_CLASS, own.class_name, spot.left, spot.baseline, spot.width, spot.size)
    else:
        room = spot.width
        if own.part:
            taken = min(own.part.width * spot.size / SIZE, room)
            yield _set(_PART, own.part, spot.left + room - taken, spot.baseline, taken, spot.size)
            room -= taken + GAP
        if own.name:
            yield _set(_NAME, own.name, spot.left, spot.baseline, room, spot.size)


def _set(form: str, stamp: Stamp, left: float, baseline: float, room: float, size: float) -> bytes:
    """Draw a form so that it fits the room: in the size of what is around it, smaller if it must, then narrower."""
    high = size / SIZE
    if stamp.width * high > room:
        high = max(room / stamp.width, min(high, SMALLEST / SIZE))
    wide = min(high, room / stamp.width) if stamp.width else high
    return b"q %.4f 0 0 %.4f %.2f %.2f cm %b Do Q\n" % (wide, high, left, baseline, form.encode())


def _resources(out: Any, stamps: Stamps, pikepdf: Any) -> Any:
    """The fonts of a batch of names, inside `out`."""
    with pikepdf.open(io.BytesIO(stamps.pdf)) as document:
        return out.copy_foreign(document.make_indirect(document.pages[0].obj.Resources))


def _form(out: Any, content: bytes, resources: Any, pikepdf: Any) -> Any:
    """A stamp as a form that pages can draw."""
    form = out.make_stream(content)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([-12, -24, 1200, 24])
    form.Resources = resources
    return form


def _with_forms(resources: Any, forms: Mapping[str, Any], pikepdf: Any) -> Any:
    """A copy of a page's resources with the forms among them."""
    own = pikepdf.Dictionary(resources)
    drawings = pikepdf.Dictionary(own.get("/XObject", pikepdf.Dictionary()))
    for name, form in forms.items():
        drawings[name] = form
    own.XObject = drawings
    return own


def _saved(document: Any, pikepdf: Any) -> bytes:
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
