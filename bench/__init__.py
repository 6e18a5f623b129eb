"""How fast Kit is, always as a ratio to a yardstick measured in the same run: ``python -m bench``."""
