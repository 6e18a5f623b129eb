"""French sets a space before : ; ? and !, and no row on the wall may begin with one of them."""

from textual.content import Content

from kit.screen.layout.rows import wrap

NBSP = "\N{NO-BREAK SPACE}"
QUESTION = f"Que voulez-vous dire{NBSP}? «{NBSP}Oui{NBSP}», c'est cela{NBSP}!"


def test_no_row_begins_with_a_mark_that_belongs_to_the_word_before_it() -> None:
    for width in range(12, 40):
        rows = [row.plain for row in wrap(Content(QUESTION), width)]
        assert len(rows) > 1
        assert not [row for row in rows if row.strip()[0] in "?!»"]
        assert not [row for row in rows if row.strip()[-1] == "«"]


def test_the_words_and_their_styles_come_out_as_they_went_in() -> None:
    rows = wrap(Content.styled(QUESTION, "bold"), 20)
    assert " ".join(row.plain for row in rows) == QUESTION
    assert all(str(span.style) == "bold" for row in rows for span in row.spans)


def test_an_articles_own_plain_space_keeps_the_mark_too_and_stays_a_plain_space() -> None:
    said = "« Nous recherchons un PDG pour sa prochaine phase de croissance »."
    for width in range(14, 60):
        rows = [row.plain for row in wrap(Content(said), width)]
        assert " ".join(rows) == said
        assert not [row for row in rows if row.startswith("»") or row.endswith("«")]


def test_a_dot_between_two_things_ends_a_row_and_begins_none() -> None:
    said = "Un tiret remplace une partie · L3- retire un bulletin · Échap revient"
    for width in range(14, 60):
        rows = [row.plain for row in wrap(Content(said), width)]
        assert " ".join(rows) == said
        assert not [row for row in rows if row.startswith("·")]


def test_a_bullet_still_begins_its_row() -> None:
    assert wrap(Content("· une raison"), 20)[0].plain == "· une raison"
