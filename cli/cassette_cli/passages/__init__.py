"""Every text of an interaction under its layers, with the way back into the file."""
