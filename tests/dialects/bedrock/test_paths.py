import pytest

from cassette_cli.dialects.bedrock.paths import model_in_url, operation_of


@pytest.mark.parametrize(
    ("path", "model", "operation"),
    [
        pytest.param("/model/a.b-v1:0/converse", "a.b-v1:0", "converse", id="an id"),
        pytest.param(
            "/model/arn:aws:bedrock:eu-west-1:1:conversation-profile/x/invoke",
            "arn:aws:bedrock:eu-west-1:1:conversation-profile/x",
            "invoke",
            id="an ARN has slashes",
        ),
        pytest.param("/bedrock/model/a/converse-stream", "a", "converse-stream", id="a gateway"),
        pytest.param("/v1/models/a", None, None, id="another path"),
    ],
)
def test_paths(path: str, model: str | None, operation: str | None) -> None:
    assert (model_in_url(path), operation_of(path)) == (model, operation)
