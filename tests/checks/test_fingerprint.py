from cassette_cli.checks.fingerprint import Fingerprints
from cassette_cli.model import Interaction, Request, Response


def call(url: str, index: int = 0) -> Interaction:
    return Interaction(index, Request("GET", url), Response(200))


def first(path: str, url: str, *, index: int = 0, root: str = "") -> str:
    return Fingerprints(path, root).of("secret", "request.url", call(url, index))


def test_a_moved_interaction_keeps_its_fingerprint() -> None:
    assert first("a.yaml", "https://e.org/a", index=3) == first("a.yaml", "https://e.org/a")


def test_a_query_may_hold_a_secret_and_does_not_count() -> None:
    assert first("a.yaml", "https://e.org/a?key=x") == first("a.yaml", "https://e.org/a")
    assert first("a.yaml", "https://[H]/a?key=x") == first("a.yaml", "https://[H]/a")


def test_a_path_is_that_below_the_root() -> None:
    assert first("/home/me/a.yaml", "u", root="/home/me") == first("./a.yaml", "u")
    assert first("/home/me/a.yaml", "u", root="/home/you") != first("a.yaml", "u")


def test_findings_that_are_alike_are_told_apart() -> None:
    fingerprints = Fingerprints("a.yaml")
    made = {fingerprints.of("secret", "request.url", call("u")) for _ in range(3)}
    made |= {
        fingerprints.of("url", "request.url", call("u")),
        fingerprints.of("secret", "request.body", call("u")),
        fingerprints.of("secret", "request.url", call("v")),
        fingerprints.of("secret", "request.url", None),
    }
    assert len(made) == 7
