"""Structural edits of a cassette, each proven before it counts."""
