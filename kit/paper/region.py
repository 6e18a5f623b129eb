"""Which paper lies in the printer: Letter in some countries of America and in the Philippines, else A4."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping

from kit.paper.kinds import Page

LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Countries (ISO 3166) where US Letter is usual, as the Unicode CLDR has them (supplemental data, paper sizes)."""

_WINDOWS = {"United States": "US", "Canada": "CA", "Mexico": "MX"}
"""What older Windows calls countries whose code it does not tell."""


def usual_page(environment: Mapping[str, str] | None = None) -> Page:
    """The paper of the country in ``LC_ALL``, ``LC_PAPER`` or ``LANG``, the first that is set; A4 where none says."""
    env = os.environ if environment is None else environment
    names = [env.get(name) or "" for name in ("LC_ALL", "LC_PAPER", "LANG")]
    if environment is None and os.name == "nt":
        names.append(locale.getlocale()[0] or "")  # Windows sets none of these variables
    place = re.match(r"[^_-]+[_-]([^.@]+)", next((name for name in names if name), ""))
    country = place[1] if place else ""
    return "letter" if _WINDOWS.get(country, country.upper()) in LETTER else "a4"
