"""Checks of recordings: a folder for each kind, a file for each check."""
