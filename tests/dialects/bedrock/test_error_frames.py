from cassette_cli.dialects.bedrock.converse_stream import fold
from cassette_cli.dialects.bedrock.error_frames import fold_with_errors
from tests.conftest import event

_DELTA = event({"contentBlockIndex": 0, "delta": {"text": "Po"}}, "contentBlockDelta")


def test_an_error_frame_is_the_error_of_the_answer() -> None:
    failed = event("", "InternalFailure")._replace(error="sorry")
    folded = fold_with_errors(fold, [_DELTA, failed])
    assert not folded.complete
    assert folded.value == {
        "output": {"message": {"content": [{"text": "Po"}]}},
        "error": {"type": "InternalFailure", "code": "InternalFailure", "message": "sorry"},
    }


def test_without_one_the_fold_is_that_of_the_events() -> None:
    assert fold_with_errors(fold, [_DELTA]) == fold([_DELTA])
