"""Change one interaction as it is read, and put the change back under its layers."""
