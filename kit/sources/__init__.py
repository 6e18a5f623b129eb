"""Articles: their catalogue, and quotations found and proved in them.

What other rooms use::

    from kit.sources.catalogue import read_catalogue        # reads YAML: `check`, `list`, a cache miss
    from kit.sources.prove import prove, prove_rows, where_else
    from kit.sources.find import find, find_rows
    from kit.sources.model import Article, Source, Span

    read_catalogue(folder, own=None) -> (Catalogue, list[Problem])
        catalogue.articles["fr-resignation"]        -> Article(source, text, path)
        catalogue.sources["fr-resignation"]["it"]   -> Source: the source head in Italian
        catalogue.source("fr-resignation", "de")    -> the same, else in the catalogue's first language

    find(text, quotation, most=16) -> list[Span]            every place, in reading order; [] if none
    find_rows(text, rows, most=8)  -> list[list[Span | None]]   every way the rows can stand; None is a `[…]` gap

    prove(article, quotation) -> Proof | NearMiss
    prove_rows(article, rows) -> RowsProof | list[NearMiss]
        RowsProof.placements: one is proved, two are ambiguous
        NearMiss.sentences()  -> list[Message]      what to tell the teacher, most important first
        NearMiss.differences  -> Difference(kind, source_words, typed_words, before, line, column, row)
    where_else(articles, quotation) -> list[Proof]          the same words in other articles, to say so

`Span(start, end, line, column, text)`: `start` and `end` (exclusive) are offsets into the decoded file, `line` and
`column` count from 1, `text` is the article's own slice and `shown` the same on one line: show that, never what was
typed.
"""
