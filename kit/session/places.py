"""Where classes and class lists are kept on this computer: in the user's own folders, or in ``KIT_STATE``."""

from __future__ import annotations

import os
from pathlib import Path


def sessions_folder() -> Path:
    """The folder of the journals, one file a class; it need not exist."""
    chosen = os.environ.get("KIT_STATE")
    if chosen:
        return Path(chosen) / "sessions"
    import platformdirs

    return platformdirs.user_state_path("kit") / "sessions"


def classes_folder() -> Path:
    """The folder of the class lists, one file a class; it need not exist."""
    chosen = os.environ.get("KIT_STATE")
    if chosen:
        return Path(chosen) / "classes"
    import platformdirs

    return platformdirs.user_data_path("kit") / "classes"
