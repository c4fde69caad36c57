"""Read recorded HTTP interactions (cassettes) of any recorder."""
