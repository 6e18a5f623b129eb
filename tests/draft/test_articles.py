"""Articles from every kind of file, and what is said of files that are none."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pikepdf
import pytest

from kit.draft.article import UnreadableArticleError, read_article, read_file
from kit.draft.questions import questions
from tests.cli.program import Kit

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le pont - Journal</title><style>p{color:red}</style></head><body>
<nav>Accueil</nav><h1>Le pont</h1><p>Le pont est ouvert depuis <b>lundi</b>, apr&egrave;s neuf ans,
et personne ne passe.</p>
<script>var q = "Pourquoi ?";</script><p>Que feriez-<i>vous</i>&nbsp;? Qui paiera le pont ?</p>
<footer>Une question ?</footer></body></html>"""

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"""<w:document {NAMESPACE}><w:body>
<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Le pont</w:t></w:r></w:p>
<w:p><w:r><w:t>Le pont est ouvert depuis lundi, après neuf ans, et personne ne l’a traversé.</w:t></w:r></w:p>
<w:p><w:r><w:t>Que feriez-</w:t></w:r><w:r><w:t>vous ?</w:t></w:r></w:p></w:body></w:document>"""


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)


def docx(path: Path, xml: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return path


def pdf(path: Path, *lines: str) -> Path:
    document = pikepdf.new()
    page = document.add_blank_page()
    if lines:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        page.Contents = document.make_stream(f"BT /F1 12 Tf 50 700 Td {shown} ET".encode())
    document.save(path)
    return path


def test_a_page_gives_its_words_and_their_places_in_the_file() -> None:
    article = read_article(PAGE.encode(), "pont.html")
    assert (article.form, article.language, article.title) == ("html", "fr", "Le pont")
    assert "Accueil" in article.text
    assert "color" not in article.text
    first, second, footer = questions(article)
    assert [(q.text, q.kind) for q in (first, second)] == [
        ("Que feriez-vous\u00a0?", "prompt"),
        ("Qui paiera le pont ?", "prompt"),
    ]
    assert footer.kind == "boilerplate"
    start, end = article.in_file(second.start, second.end)
    assert PAGE[start:end] == second.text
    start, end = article.in_file(first.start, first.end)
    assert PAGE[start:end] == "Que feriez-<i>vous</i>&nbsp;?"


def test_a_word_document_gives_its_paragraphs_and_headings(tmp_path: Path) -> None:
    article = read_file(docx(tmp_path / "pont.docx", DOCUMENT))
    assert (article.title, [question.text for question in questions(article)]) == ("Le pont", ["Que feriez-vous ?"])


def test_a_pdf_gives_its_text_with_broken_lines_joined(tmp_path: Path) -> None:
    lines = [
        "The bridge was opened on Monday after nine years of work and",
        "nobody has crossed it on foot since then.",
    ]
    article = read_file(pdf(tmp_path / "bridge.pdf", *lines, "", "Would you have built it in this place?"))
    assert [question.text for question in questions(article)] == ["Would you have built it in this place?"]


def test_the_part_of_the_paper_is_no_title() -> None:
    told = "There is a drum in the museum that nobody has played since 1897, and it is the height of a small child.\n"
    for above in ("Opinion", "Home > News > Local"):
        assert read_article(f"{above}\n\nThe drum in case fourteen\n\n{told}".encode(), "a.txt").title == (
            "The drum in case fourteen"
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_old_encodings_are_read(encoding: str) -> None:
    text = "L’été dernier, le pont a été fermé.\nQue feriez-vous ?" if encoding != "latin-1" else "été : où ?"
    assert read_article(text.encode(encoding), "a.txt").text == text


BROKEN = {
    "binary.txt": bytes(range(256)) * 20,
    "empty.txt": b"",
    "half.txt": b"\xff\xfe\x00",
    "another-alphabet.txt": "Мост закрыт с понедельника, и никто о нём не жалеет. Почему?".encode("koi8-r"),
    "blank.txt": b" \r\n\n",
    "page.html": b"<html><script>what?</script></html>",
    "cut.docx": b"PK\x03\x04 and no more",
    "broken.pdf": b"%PDF-1.7 nothing",
    "large.txt": b"Why? " * 500_000,
}


@pytest.mark.parametrize("name", [*BROKEN, "bomb.docx", "entities.docx", "other.zip", "scan.pdf"])
def test_what_is_no_article_gets_one_sentence_and_nothing_is_written(kit: Kit, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name in BROKEN:
        path.write_bytes(BROKEN[name])
    elif name == "scan.pdf":
        pdf(path)
    elif name == "other.zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a", "b")
    else:
        docx(path, "<a>" + "x" * 40_000_000 if name == "bomb.docx" else '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    done = kit("draft", path, "--yes")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(str(path))
    assert not kit.home.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ((Path(__file__).parents[2] / "docs/pictures/plan.png").read_bytes(), "This is not a text."),
        (BROKEN["binary.txt"], "This is not a text."),
        (BROKEN["another-alphabet.txt"], "The letters of this file cannot be made out."),
    ],
    ids=["picture", "binary", "alphabet"],
)
def test_only_a_text_can_be_saved_another_way(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableArticleError) as refused:
        read_article(data, "a.txt")
    assert refused.value.message.text.startswith(sentence)


@pytest.mark.parametrize(
    "hostile", ["<!--" * 50_000, '<a href="' * 50_000, "<div>" * 50_000, "&" * 50_000, "<svg>" * 20_000]
)
def test_a_hostile_page_ends_like_any_other(hostile: str) -> None:
    article = read_article(f"<p>A bridge. Would you cross it?</p>{hostile}".encode(), "a.html")
    assert [question.text for question in questions(article)][:1] == ["Would you cross it?"]


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UnreadableArticleError):
        read_file(tmp_path / "large.txt")


def test_for_programs_the_offsets_count_in_the_decoded_file(kit: Kit, tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes("Le pont est fermé.\r\n\r\nQue feriez-vous ? Pourquoi ?".encode("cp1252"))
    done = kit("draft", path, "--questions", "--format", "json")
    assert done.returncode == 0, done.stderr
    first, second = json.loads(done.stdout)
    decoded = path.read_bytes().decode("cp1252")
    assert set(first) == {"text", "start", "end", "kind", "follows", "reasons", "excerpts"}
    for entry in (first, second, *first["excerpts"]):
        assert decoded[entry["start"] : entry["end"]] == entry["text"]
    assert (first["kind"], first["follows"], second["follows"]) == ("prompt", None, first["start"])
    assert [excerpt["text"] for excerpt in second["excerpts"]] == [excerpt["text"] for excerpt in first["excerpts"]]


def test_no_file_and_a_folder_are_told_apart_from_articles(kit: Kit, tmp_path: Path) -> None:
    assert "no file" in (missing := kit("draft", tmp_path / "none.txt")).stderr
    assert "is a folder" in (folder := kit("draft", tmp_path)).stderr
    assert missing.returncode == folder.returncode == 2
