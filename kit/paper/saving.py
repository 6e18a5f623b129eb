"""What has been laid out becomes a file, and what the teacher should know about it a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.files.writing import write_whole
from kit.paper.refused import Refused
from kit.words import N_, Message

if TYPE_CHECKING:
    from kit.paper.engine import Laid


def save(content: bytes, path: Path) -> None:
    """Write `content` to `path`, in one stroke, its folder made where it is missing. Errors: `Refused`."""
    make_folder(path.parent)
    try:
        write_whole(path, content)
    except OSError as error:
        raise Refused(not_written(path, error)) from None


def make_folder(out: Path) -> None:
    """Make the folder `out` where it is missing. Errors: `Refused`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Refused(Message.of(N_("{path} is a file, not a folder: choose another place."), path=out)) from None
    except OSError as error:
        raise Refused(not_written(out, error)) from None


def warnings_of(laid: Laid) -> tuple[Message, ...]:
    """What the teacher should know about a handout that has been laid out and written."""
    from kit.paper import lint, tags

    warnings = [gap for gap in (tags.gaps_left(),) if gap is not None]
    missing = lint.missing_characters(laid)
    if missing:
        warnings.append(
            Message.of(N_("The font has no form for these characters: {characters}"), characters=" ".join(missing))
        )
    warnings += [
        Message.of(
            N_("On page {page} this does not stand on the paper as it should: “{text}”"),
            page=finding.page,
            text=finding.text[:60],
        )
        for finding in lint.examine(laid)
    ]
    return tuple(warnings)


def not_written(path: Path, error: OSError) -> Message:
    """What is said of a file that could not be written."""
    return Message.of(
        N_("{path} could not be written ({reason}). Is it open in another program, or the disk full?"),
        path=path,
        reason=error.strerror or error,
    )
