"""Errors as providers send them: a file a provider, which ends in its `PROVIDER`."""
