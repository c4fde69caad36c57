"""`python -m cassette_cli`."""

from cassette_cli.app import main

main()
