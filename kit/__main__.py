"""`python3 -m kit`: makes a fresh clone ready, then runs Kit.

This file must parse on any Python 3 and import nothing but the standard library before `prepare()` has done its
work: whoever starts Kit with too old a Python, or without its libraries, gets a sentence and not a traceback.
"""

import sys


def run() -> None:
    """Get ready (a checkout re-executes inside its own .venv here), then hand over to the command line."""
    if sys.version_info < (3, 8):  # noqa: UP036 - RHEL 8 calls Python 3.6 python3; what follows needs 3.8 to be read
        sys.exit("Kit needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031
    from kit import first_start

    first_start.prepare(sys.argv[1:])
    from kit.cli import main

    sys.argv[0] = "kit"
    main()


if __name__ == "__main__":
    run()
