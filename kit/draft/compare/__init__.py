"""Comparing articles."""
