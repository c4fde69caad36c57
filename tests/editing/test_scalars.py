import pytest

from cassette_cli.document import Scalar, SetBytes, SetValue, parse
from cassette_cli.editing.scalars import named_scalar, set_text
from cassette_cli.errors import EditError


def _scalar(text: str) -> Scalar:
    root = parse("t.yaml", text).root
    assert isinstance(root, Scalar)
    return root


def test_a_text_stays_a_text_and_base64_base64() -> None:
    text, octets = _scalar("POST"), _scalar("!!binary UE9TVA==")
    assert set_text(text, "PUT") == SetValue(text, "PUT")
    assert set_text(octets, "PUT") == SetBytes(octets, b"PUT")


def test_a_field_is_named_where_it_is_no_scalar() -> None:
    scalar = _scalar("POST")
    assert named_scalar(scalar, "method") is scalar
    for node in (None, parse("t.yaml", "[POST]").root):
        with pytest.raises(EditError, match="keeps no method that could be set"):
            named_scalar(node, "method")
