from cassette_cli.place import Place
from cassette_cli.recorders.matching import Unmatched
from cassette_cli.recorders.recorder import Compared
from cassette_cli.redaction.redact import SecretFinding
from cassette_cli.render.text.redactions import finding_lines, unmatched_line


def test_finding_lines() -> None:
    place = Place(2, "request.headers.X\x1b[31m", 12, 5)
    finding = SecretFinding("openai-key", "credential", place, "sk-p…")
    assert list(finding_lines("a\n.yaml", [finding])) == [
        "a\\n.yaml:12:5: openai-key sk-p… (#2 request.headers.X\\x1b[31m)"
    ]


def test_unmatched_line() -> None:
    headers = (Compared.HEADERS,)
    both = (Compared.URL, Compared.HEADERS)
    unmatched = [Unmatched(0, headers), Unmatched(1, both), Unmatched(2, headers)]
    assert unmatched_line("a.yaml", "go-vcr", unmatched, "will") == (
        "a.yaml: go-vcr will no longer match #0, #2 (headers); #1 (URL, headers)"
    )
