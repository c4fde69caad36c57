import pytest

from cassette_cli.config import ConfigError, Option, OptionType, Setting, read_settings

_JOBS, _HEADER, _COLOR = (
    Option(OptionType.INTEGER),
    Option(OptionType.LIST),
    Option(OptionType.TEXT, ("auto", "never")),
)
_CHECK = Option(OptionType.FLAG)
_SCHEMA = {
    "redact": {"jobs": _JOBS, "header": _HEADER, "check": _CHECK},
    "show": {"jobs": _JOBS, "color": _COLOR},
    "": {
        "jobs": _JOBS,
        "header": _HEADER,
        "check": _CHECK,
        "color": _COLOR,
        "per-file-ignores": Option(OptionType.TABLE),
    },
}


@pytest.mark.parametrize(
    ("name", "text", "settings"),
    [
        pytest.param("cassette.toml", "", [], id="nothing"),
        pytest.param(
            "cassette.toml", "\njobs = 2", [("", "jobs", 2, "cassette.toml:2")], id="at the top"
        ),
        pytest.param(
            "cassette.toml",
            'jobs = 2\n[redact]\nheader = ["X-Key", "B"]\ncheck = true\n',
            [
                ("", "jobs", 2, "cassette.toml:1"),
                ("redact", "header", ["X-Key", "B"], "cassette.toml:3"),
                ("redact", "check", True, "cassette.toml:4"),
            ],
            id="for a command",
        ),
        pytest.param(
            "a/pyproject.toml",
            '[project]\nname = "x"\n[tool.cassette]\ncolor = "never"\n'
            "[tool.cassette.redact]\njobs = 1",
            [
                ("", "color", "never", "a/pyproject.toml:4"),
                ("redact", "jobs", 1, "a/pyproject.toml:6"),
            ],
            id="in pyproject.toml",
        ),
        pytest.param("pyproject.toml", "[tool.other]\njobs = 1", [], id="of another tool"),
        pytest.param("pyproject.toml", "tool = 1", [], id="no table of tools"),
        pytest.param(
            "cassette.toml",
            '[per-file-ignores]\n"old/*" = ["a", "b"]\nx = []',
            [("", "per-file-ignores", ["old/*:a,b"], "cassette.toml:1")],
            id="a table",
        ),
        pytest.param(
            "cassette.toml",
            "redact.jobs = 3",
            [("redact", "jobs", 3, "cassette.toml")],
            id="a dotted key has the file for its place",
        ),
    ],
)
def test_read_settings(
    name: str, text: str, settings: list[tuple[str, str, int | str | list[str], str]]
) -> None:
    assert read_settings(name, text, _SCHEMA) == tuple(Setting(*setting) for setting in settings)


@pytest.mark.parametrize(
    ("text", "error", "hint"),
    [
        pytest.param("jobs = =", "t.toml:1: not readable as TOML", "", id="no TOML"),
        pytest.param(
            "\nhaeder = []", "t.toml:2: unknown key 'haeder'", "did you mean 'header'?", id="a typo"
        ),
        pytest.param(
            "[redact]\nxyz = 1",
            "t.toml:2: unknown key 'redact.xyz'",
            "`cassette config` lists all keys",
            id="an unknown key of a command",
        ),
        pytest.param(
            "[show]\nheader = []", "t.toml:2: unknown key 'show.header'", "", id="another's"
        ),
        pytest.param(
            "a = " + "[" * 9999, "t.toml: not readable as TOML: it is nested", "", id="deep"
        ),
        pytest.param("jobs = " + "9" * 9999, "t.toml: not readable as TOML", "", id="many digits"),
        pytest.param("[nothing]\na = 1", "t.toml:1: unknown key 'nothing'", "", id="a table"),
        pytest.param('jobs = "2"', "t.toml:1: 'jobs' must be an integer", "", id="a string"),
        pytest.param("jobs = true", "t.toml:1: 'jobs' must be an integer", "", id="a flag"),
        pytest.param("check = 1", "'check' must be true or false", "", id="a number"),
        pytest.param('header = "a"', "'header' must be a list of strings", "", id="no list"),
        pytest.param("header = [1]", "'header' must be a list of strings", "", id="of numbers"),
        pytest.param('color = "red"', "'color' must be one of auto, never", "", id="a choice"),
        pytest.param(
            "[per-file-ignores]\na = 1",
            "'per-file-ignores' must be a table of lists of strings",
            "",
            id="a table of something else",
        ),
    ],
)
def test_what_is_wrong(text: str, error: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings("t.toml", text, _SCHEMA)
    assert error in str(caught.value)
    assert hint in caught.value.hint
