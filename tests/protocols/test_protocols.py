"""The protocols that come with Kit: without a fault, in all four languages, and true to their own promises."""

from __future__ import annotations

import pytest

from kit.protocols import reading
from kit.words import LANGUAGES


@pytest.mark.parametrize("name", reading.names())
class TestEveryProtocol:
    def test_nothing_is_wrong_with_its_files(self, name: str) -> None:
        assert reading.read_protocol(name).problems == ()

    def test_it_speaks_four_languages_and_nothing_is_left_to_translate(self, name: str) -> None:
        editions = reading.read_protocol(name).editions
        assert set(editions.by_language()) == set(LANGUAGES)
        assert {code: [text.name for text in texts] for code, texts in editions.missing.items() if texts} == {}
        assert {code: [text.name for text in texts] for code, texts in editions.stale.items() if texts} == {}

    def test_no_two_steps_are_called_the_same(self, name: str) -> None:
        for protocol in reading.by_language(name).values():
            titles = [step.title for step in protocol.steps.values()]
            assert len(set(titles)) == len(titles)

    def test_what_its_steps_show_it_also_asks_for(self, name: str) -> None:
        protocol = reading.by_language(name)["en"]
        shown = {block for step in protocol.steps.values() for block in step.shows}
        assert {"statement"} & shown <= set(protocol.requires)

    def test_its_group_sizes_rise(self, name: str) -> None:
        size = reading.by_language(name)["en"].group_size
        assert 0 < size.least <= size.best <= size.most
