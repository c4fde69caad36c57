"""betamax, for Python's requests: https://betamax.readthedocs.io/en/latest/matchers.html."""

from cassette_cli.recorders.recorder import Compared, Recorder

RECORDER = Recorder("betamax", ("betamax",), (Compared.METHOD, Compared.URL))
