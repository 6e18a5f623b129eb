"""Where Kit keeps what belongs to a class: its sessions and its class lists, outside every lesson and every cache."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def sessions_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where the records of class sessions lie: in ``KIT_STATE``, else in the user's state folder. It need not exist."""
    chosen = _chosen(environment)
    if chosen is not None:
        return chosen / "sessions"
    import platformdirs

    return platformdirs.user_state_path("kit") / "sessions"


def classes_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where class lists lie, one file each: in ``KIT_STATE``, else in the user's data folder. It need not exist.

    They are kept apart from the sessions, so that one can be deleted without the other.
    """
    chosen = _chosen(environment)
    if chosen is not None:
        return chosen / "classes"
    import platformdirs

    return platformdirs.user_data_path("kit") / "classes"


def _chosen(environment: Mapping[str, str] | None) -> Path | None:
    env = os.environ if environment is None else environment
    wanted = env.get("KIT_STATE")
    return Path(wanted).expanduser() if wanted else None
