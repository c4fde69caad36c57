from cassette_cli.recorders.recorder import Sensitive
from cassette_cli.recorders.vcr_ruby import write_config


def test_write_config() -> None:
    sensitive = Sensitive(
        "GO'NE",
        headers=("X-Api-Key",),
        parameters=("key",),
        members=("token",),
        patterns=(r"\bk(?P<secret>e)y",),
        variables=("API_KEY",),
    )
    code = write_config(sensitive)
    assert "@{" not in code
    for line in (
        r"PLACEHOLDER = 'GO\'NE'",
        "HEADERS = [\n  'x-api-key',\n]",
        r"  '\\bk(?<secret>e)y',",
        "  config.filter_sensitive_data(PLACEHOLDER) { ENV['API_KEY'] }",
    ):
        assert line in code


def test_write_config_of_nothing() -> None:
    assert "HEADERS = []" in write_config(Sensitive("GONE"))
