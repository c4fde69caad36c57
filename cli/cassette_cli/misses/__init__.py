"""Why a request found no recorded interaction."""
