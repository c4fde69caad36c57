"""The words that providers have for an answer that stopped for want of tokens."""

OUT_OF_TOKENS = frozenset(("length", "max_tokens", "MAX_TOKENS", "max_output_tokens", "incomplete"))
