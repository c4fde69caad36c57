# Shortcuts for those who have `just`; `.ci/run` does all of it without.

# Everything that has to pass before a change lands.
gate:
    .ci/run

# The tests alone.
test *arguments:
    .venv/bin/pytest {{ arguments }}

# Rewrite the golden outputs after a change that was meant.
golden:
    .venv/bin/pytest --update-golden tests/test_samples.py tests/test_reports.py

# Rewrite the generated documents.
docs:
    .venv/bin/python scripts/generate_docs.py

# Format the code, and mend what the linter can mend.
format:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# Measure against the alternatives; needs a directory of cassettes.
bench corpus:
    .venv/bin/python benchmarks/compare.py {{ corpus }}
