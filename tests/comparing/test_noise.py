import pytest

from cassette_cli.comparing.noise import DEFAULT_RULES, NoiseRules
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("created", 1_700_000_000, 1_700_000_777, id="seconds"),
        pytest.param("created_at", 1_700_000_000_000, 1_700_000_000_777, id="milliseconds"),
        pytest.param("createTime", "2024-05-01T10:00:00Z", "2025-05-01T10:00:00Z", id="ISO 8601"),
        pytest.param("completed_at", None, 1_700_000_000, id="a time that was not there yet"),
        pytest.param("total_duration", 12, 900, id="a duration"),
        pytest.param("queue_time", 0.1, 0.2, id="a latency"),
        pytest.param("elapsed", "1.5s", "2s", id="a duration with its unit"),
        pytest.param("system_fingerprint", "fp_1", None, id="what the server makes up"),
    ],
)
def test_is_volatile(name: str, before: Json, after: Json) -> None:
    assert DEFAULT_RULES.is_volatile(name, before, after)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param("created", True, False, id="a flag is no time"),
        pytest.param("created", 3, 4, id="a count is no time"),
        pytest.param("elapsed", "soon", "later", id="words are no duration"),
        pytest.param("expires_at", ["2024"], 1_700_000_000, id="a list is no time"),
        pytest.param("name", "a", "b", id="any other field"),
    ],
)
def test_is_not_volatile(name: str, before: Json, after: Json) -> None:
    assert not DEFAULT_RULES.is_volatile(name, before, after)


@pytest.mark.parametrize(
    ("name", "value", "kind", "opaque"),
    [
        pytest.param("data", "A1b2" * 8, "redacted_thinking", True, id="of an object of its kind"),
        pytest.param("data", "A1b2" * 8, "text", False, id="of an object of another kind"),
        pytest.param("thoughtSignature", "A1b2" * 8, None, True, id="a signature"),
        pytest.param("signature", "f(a, b) -> int, c", None, False, id="a signature in words"),
        pytest.param("signature", "short", None, False, id="a short one"),
        pytest.param("signature", 7, None, False, id="a number"),
        pytest.param("text", "A1b2" * 8, None, False, id="any other field"),
    ],
)
def test_is_opaque(name: str, value: Json, kind: Json, opaque: bool) -> None:  # noqa: FBT001 -- a column
    assert DEFAULT_RULES.is_opaque(name, value, kind) is opaque


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        pytest.param("REDACTED", True, id="a word of its own"),
        pytest.param("<API_KEY>", True, id="a name in angles"),
        pytest.param("Bearer XXXX", True, id="behind a scheme"),
        pytest.param("[FILTERED]", True, id="in brackets"),
        pytest.param("****", True, id="asterisks"),
        pytest.param("redact this", False, id="prose"),
        pytest.param("sk-live", False, id="a secret"),
    ],
)
def test_is_placeholder(text: str, placeholder: bool) -> None:  # noqa: FBT001 -- a column
    assert DEFAULT_RULES.is_placeholder(text) is placeholder


@pytest.mark.parametrize(
    ("side", "name", "compared"),
    [
        pytest.param("request", "content-type", True, id="how to read it"),
        pytest.param("response", "content-type", True, id="how to read the answer"),
        pytest.param("request", "anthropic-version", True, id="which API"),
        pytest.param("response", "anthropic-version", False, id="the version a server runs"),
        pytest.param("request", "openai-beta", True, id="which features"),
        pytest.param("request", "user-agent", False, id="who asked"),
        pytest.param("request", "x-anything", False, id="any other"),
    ],
)
def test_is_compared_header(side: str, name: str, compared: bool) -> None:  # noqa: FBT001 -- a column
    assert DEFAULT_RULES.is_compared_header(side, name) is compared


def test_a_project_adds_its_own() -> None:
    rules = NoiseRules(ignored_fields=frozenset(("shard",)), ignored_headers=frozenset(("accept",)))
    assert rules.is_volatile("shard", "a", "b")
    assert not rules.is_compared_header("request", "accept")
