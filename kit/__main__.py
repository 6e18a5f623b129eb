"""`python3 -m kit`: makes a fresh clone ready, then runs Kit.

This file must parse on Python 3.8 and import nothing but the standard library before `prepare()` has done its
work: whoever starts Kit with too old a Python, or without its libraries, gets a sentence and not a traceback.
"""

import sys

from kit import first_start


def run() -> None:
    """Get ready (a checkout re-executes inside its own .venv here), then hand over to the command line."""
    first_start.prepare(sys.argv[1:])
    from kit.cli import main

    sys.argv[0] = "kit"
    main()


if __name__ == "__main__":
    run()
