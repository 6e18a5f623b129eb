"""A teacher guide carries the lesson it was made from; `kit open` gets it out again, whoever sent the file."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import page as pdf_validation
import pikepdf
import pytest

from kit.files.bundled import folder as bundled
from kit.lesson.home import Home
from kit.lesson.library import Library
from kit.paper import enclosed
from kit.paper.enclosed import Enclosed, unpack
from kit.paper.kept import Kept
from kit.paper.kinds import KINDS
from kit.paper.opening import put_away
from kit.paper.printing import carries_lesson, print_lesson
from kit.paper.refused import Refused
from tests.paper.conftest import HERE, lesson_called

pytestmark = pytest.mark.pdf

FAIR_PLAY = HERE / "lessons" / "fair-play"


def guide(folder: Path, kinds: tuple[str, ...] = ("teacher",)) -> list[Path]:
    lesson = lesson_called("fair-play")
    made = print_lesson(lesson, kinds, "en", "a4", folder, folder=FAIR_PLAY, kept=Kept(folder / "kept"))
    return [progress.path for progress in made if progress.path]


def carrying(content: bytes, path: Path, name: str = "x.lesson.zip") -> Path:
    """A PDF of one empty page with something attached."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments[name] = attached(document, content, name)
        document.save(path)
    return path


def attached(document: pikepdf.Pdf, content: bytes, name: str) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        document, content, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def own_library(folder: Path) -> Library:
    return Library(Home(folder))


def test_only_documents_for_the_teacher_alone_carry_the_lesson(tmp_path: Path) -> None:
    assert {kind.id for kind in KINDS.values() if carries_lesson(kind.id)} <= {
        *("teacher", "blueprint", "answer-key", "blackout")
    }
    worksheet, teacher = guide(tmp_path, ("worksheet", "teacher"))
    with pikepdf.open(worksheet) as document:
        assert not list(document.attachments)
    with pikepdf.open(teacher) as document:
        assert list(document.attachments) == ["fair-play.lesson.zip"]
    report = pdf_validation.validate_pdf_bytes(teacher.read_bytes(), profile=pdf_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_what_comes_out_is_what_went_in(tmp_path: Path) -> None:
    (path,) = guide(tmp_path)
    found = unpack(path)
    assert found.name == "fair-play"
    assert found.files == {file.name: file.read_bytes() for file in FAIR_PLAY.glob("*.yaml")}
    again = tmp_path / "again"
    assert guide(again)[0].read_bytes() == path.read_bytes()


def test_it_goes_into_the_teachers_own_folder_and_never_over_anything(tmp_path: Path) -> None:
    (path,) = guide(tmp_path / "out")
    library = own_library(tmp_path / "home")
    first = put_away(library, unpack(path))
    assert first.new
    assert first.folder == library.home.lessons / "fair-play"
    assert not put_away(library, unpack(path)).new
    mine = first.folder / "lesson.yaml"
    mine.write_text(mine.read_text(encoding="utf-8") + "# my own remark\n", encoding="utf-8")
    kept = mine.read_bytes()
    second = put_away(library, unpack(path))
    assert second.folder.name == "fair-play-2"
    assert mine.read_bytes() == kept
    assert not put_away(library, unpack(path)).new
    assert sorted(folder.name for folder in library.home.lessons.iterdir()) == ["fair-play", "fair-play-2"]


def test_a_lesson_that_comes_with_kit_is_not_doubled_and_not_hidden(tmp_path: Path) -> None:
    library = own_library(tmp_path)
    folder = bundled("lessons") / "many-hands"
    files = {file.name: file.read_bytes() for file in folder.glob("*.yaml")}
    same = put_away(library, Enclosed("many-hands", files))
    assert (same.folder.name, same.new) == ("many-hands", False)
    other = put_away(library, Enclosed("many-hands", {**files, "lesson.yaml": files["lesson.yaml"] + b"# older\n"}))
    assert (other.folder.name, other.new) == ("many-hands-2", True)


@pytest.mark.parametrize(
    "files",
    [
        {"../x/lesson.yaml": b"title: x"},
        {"/x/lesson.yaml": b"title: x"},
        {"x/../lesson.yaml": b"title: x"},
        {"x\\y/lesson.yaml": b"title: x"},
        {"C:/lesson.yaml": b"title: x"},
        {"con/lesson.yaml": b"title: x"},
        {".x/lesson.yaml": b"title: x"},
        {"x/lesson.yaml": b"title: x", "y/fr.yaml": b""},
        {"x/lesson.yaml": b"title: x", "x/run.py": b"print()"},
        {"x/fr.yaml": b"title: x"},
        {"x/lesson.yaml": bytes(enclosed.MOST_FILE + 1)},
        {f"x{number}/lesson.yaml": b"" for number in range(20)},
        {},
    ],
)
def test_whatever_is_no_lesson_is_refused_and_nothing_is_written(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = carrying(zipped(files), tmp_path / "guide.pdf")
    with pytest.raises(Refused):
        unpack(path)
    assert [there.name for there in tmp_path.iterdir()] == ["guide.pdf"]


@pytest.mark.parametrize("content", [b"", b"not a zip", zipped({"x/lesson.yaml": b"a"})[:-9]])
def test_a_broken_attachment_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused):
        unpack(carrying(content, tmp_path / "guide.pdf"))


def test_a_stream_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        told = attached(document, b"", "x.lesson.zip")
        packed = zlib.compress(bytes(200_000_000), 9)
        told.obj.EF.F.write(packed, filter=pikepdf.Name.FlateDecode)
        document.attachments["x.lesson.zip"] = told
        document.save(path, recompress_flate=False)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(Refused, match="no lesson"):
        unpack(path)


def test_files_that_are_no_pdf_or_carry_nothing_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_text("hello")
    with pytest.raises(Refused, match="not a PDF"):
        unpack(tmp_path / "text.pdf")
    with pytest.raises(Refused, match="no lesson"):
        unpack(carrying(b"x", tmp_path / "other.pdf", "photo.jpg"))
    with pytest.raises(Refused, match="cannot be read"):
        unpack(tmp_path / "nowhere.pdf")
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    with pytest.raises(Refused, match="not a PDF that can be read"):
        unpack(tmp_path / "locked.pdf")


def test_the_command_opens_a_guide_checks_the_lesson_and_says_what_is_wrong(tmp_path: Path) -> None:
    (path,) = guide(tmp_path / "out")
    environment = {**os.environ, "KIT_LANGUAGE": "en", "KIT_HOME": str(tmp_path / "home")}
    environment |= {"KIT_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(HERE.parent.parent)}

    def kit_open(file: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kit", "open", str(file)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path)

    done = kit_open(path)
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "home" / "lessons" / "fair-play"
    assert done.stdout.splitlines()[0] == str(folder)
    assert "already" in kit_open(path).stderr
    shutil.rmtree(folder)
    broken = carrying(zipped({"sketch/lesson.yaml": b"title: [\n"}), tmp_path / "broken.pdf")
    done = kit_open(broken)
    assert done.returncode == 1
    assert "sketch" in done.stdout
    assert "Traceback" not in done.stderr
