"""Recorders: what they compare when they replay, and how they redact when they record."""
