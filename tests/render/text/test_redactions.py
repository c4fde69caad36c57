from cassette_cli.place import Place
from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.text.redactions import finding_lines


def test_finding_lines() -> None:
    place = Place(2, "request.headers.X\x1b[31m", 12, 5)
    finding = SecretFinding("openai-key", "credential", place, "sk-p…")
    assert list(finding_lines("a\n.yaml", [finding])) == [
        "a\\n.yaml:12:5: openai-key sk-p… (#2 request.headers.X\\x1b[31m)"
    ]
