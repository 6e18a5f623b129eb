"""Kit: article in, discussion lesson out, on the wall and on paper."""

__version__ = "0.1.0"
