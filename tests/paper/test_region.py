"""Which paper is proposed where."""

from __future__ import annotations

import pytest

from kit.paper.region import usual_page


@pytest.mark.parametrize(
    ("environment", "page"),
    [
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "fr_CA"}, "letter"),
        ({"LANG": "es-MX"}, "letter"),
        ({"LANG": "English_United States.1252"}, "letter"),
        ({"LANG": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "it_IT@euro"}, "a4"),
        ({"LANG": "C.UTF-8"}, "a4"),
        ({"LANG": "en"}, "a4"),
        ({}, "a4"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "es_CO.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "letter"),
    ],
)
def test_the_country_says_which_paper(environment: dict[str, str], page: str) -> None:
    assert usual_page(environment) == page
