"""A cassette of one recorder as a file of another, or as requests for other tools."""
