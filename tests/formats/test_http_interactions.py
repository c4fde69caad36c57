import pytest

from cassette_cli.document import parse
from cassette_cli.formats.http_interactions import recorder_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("{http_interactions: [], recorded_with: VCR 6.3.1}", "vcr", id="VCR"),
        pytest.param("{http_interactions: []}", "vcr", id="unnamed"),
        pytest.param("{http_interactions: [], recorded_with: rVCR 0.2}", "vcr", id="a port"),
        pytest.param(
            "{http_interactions: [], recorded_with: betamax/0.9}", "betamax", id="Betamax"
        ),
        pytest.param("{http_interactions: [], recorded_with: 'vcr/2.0, x/1'}", "vcr-r", id="R"),
        pytest.param("{http_interactions: [], recorded_with: VCR-vcr/1.7}", "vcr-r", id="R, 1.7"),
        pytest.param(
            "{http_interactions: [{request: {}, recorded_with: vcr/0.5}]}",
            "vcr-r",
            id="R, named in each interaction",
        ),
        pytest.param("{http_interactions: [{}]}", None, id="without a request"),
        pytest.param("{http_interactions: null}", None, id="no list"),
        pytest.param("{interactions: []}", None, id="another key"),
    ],
)
def test_recorder_of(text: str, name: str | None) -> None:
    assert recorder_of(parse("x", text).root) == name
