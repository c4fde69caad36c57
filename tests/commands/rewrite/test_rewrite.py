from base64 import b64encode
from collections.abc import Callable
from gzip import compress, decompress
from pathlib import Path
from shutil import copytree

import pytest
import vcr
import yaml
from vcr.persisters.filesystem import FilesystemPersister
from vcr.serializers import yamlserializer

_SAMPLES = Path(__file__).parents[3] / "sample_cassettes"
_GO_VCR = "go-vcr/openai-chat-multi-tool-streaming.yaml"
_GZIP = "vcrpy/openai-chat-gzip.yaml"
# vcrpy itself reads neither an empty cassette nor parsed bodies.
_OF_VCRPY = sorted(
    path.name
    for path in (_SAMPLES / "vcrpy").glob("*.yaml")
    if path.stem not in ("empty", "openai-chat-parsed")
)
_LEFT = "0 files rewritten, 1 left unchanged\n"
_REWRITTEN = "1 file rewritten, 0 left unchanged\n"

Main = Callable[..., tuple[int, str, str]]


@pytest.fixture
def rewrite(main_here: Main, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Main:
    """`cassette rewrite` beside a copy of the samples."""
    copytree(_SAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: main_here("rewrite", *arguments)


def _snapshot(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def _vcrpy(body: str, headers: str = "{}") -> str:
    return f"""\
interactions:
- request: {{body: null, headers: {{}}, method: GET, uri: 'http://a/'}}
  response:
    body:
      string: {body}
    headers: {headers}
    status: {{code: 200, message: OK}}
version: 1
"""


def test_without_an_operation_nothing_is_written(rewrite: Main, tmp_path: Path) -> None:
    before = _snapshot(tmp_path)
    code, output, errors = rewrite(".")
    assert (code, output) == (0, "")
    assert errors.startswith("nothing was asked for; 0 files rewritten, ")
    assert _snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--keep", "1"], id="keep"),
        pytest.param(["--drop", "0"], id="drop"),
        pytest.param(["--keep", "0-1", "--drop", "0"], id="keep, less what is dropped"),
    ],
)
def test_interactions_that_are_left(rewrite: Main, arguments: list[str], tmp_path: Path) -> None:
    before = yaml.safe_load((tmp_path / _GO_VCR).read_text("utf-8"))
    assert len(before["interactions"]) == 2
    told = f"{_GO_VCR}: 1 interaction dropped\n"
    note = f"note: {_GO_VCR}: go-vcr will no longer match #0 (dropped)\n"
    assert rewrite(*arguments, _GO_VCR) == (0, "", f"{told}{note}{_REWRITTEN}")
    after = yaml.safe_load((tmp_path / _GO_VCR).read_text("utf-8"))
    assert after["interactions"] == [{**before["interactions"][1], "id": 0}]


def test_a_position_that_is_not_there(rewrite: Main, tmp_path: Path) -> None:
    before = _snapshot(tmp_path)
    code, _, errors = rewrite("--drop", "7", _GO_VCR)
    assert (code, _snapshot(tmp_path)) == (2, before)
    assert f"error: {_GO_VCR}: no such interaction" in errors


def test_check_and_diff_write_nothing(rewrite: Main, tmp_path: Path) -> None:
    before = _snapshot(tmp_path)
    code, output, errors = rewrite("--drop-header", "Date", "--check", "--diff", _GZIP)
    assert code == 1
    assert "-      Date:\n-      - Thu, 09 Oct 2025 08:53:20 GMT\n" in output
    told = f"{_GZIP}: would be changed: 1 header dropped\n"
    assert errors == f"{told}1 file would be rewritten, 0 left unchanged\n"
    assert _snapshot(tmp_path) == before


def test_backup(rewrite: Main, tmp_path: Path) -> None:
    before = (tmp_path / _GZIP).read_bytes()
    assert rewrite("--decompress", "--backup", _GZIP)[0] == 0
    assert (tmp_path / f"{_GZIP}.bak").read_bytes() == before


def test_duplicates_are_named(rewrite: Main, tmp_path: Path) -> None:
    text = _vcrpy("a")
    item = text[text.index("- ") : text.index("version")]
    (tmp_path / "two.yaml").write_text(text.replace(item, item * 2))
    kept = "two.yaml: #1 repeats #0, and may be played after it: drop such with --dedupe=all\n"
    assert rewrite("--dedupe", "two.yaml") == (0, "", f"{kept}{_LEFT}")
    assert rewrite("--dedupe=all", "two.yaml") == (
        0,
        "",
        (
            "two.yaml: #1 dropped: the same as #0\n"
            "two.yaml: 1 interaction dropped\n"
            f"note: two.yaml: vcrpy will no longer match #1 (dropped)\n{_REWRITTEN}"
        ),
    )
    assert (tmp_path / "two.yaml").read_text() == text
    assert rewrite("--dedupe=all", "two.yaml") == (0, "", _LEFT)


def test_another_order(rewrite: Main, tmp_path: Path) -> None:
    text = _vcrpy("a")
    item = text[text.index("- ") : text.index("version")]
    other, last = item.replace("http://a/", "http://b/"), item.replace("http://a/", "http://c/")
    (tmp_path / "a.yaml").write_text(text.replace(item, item + other + last))
    assert rewrite("--order", "2", "--drop", "1", "--check", "a.yaml") == (
        1,
        "",
        (
            "a.yaml: would be changed: 1 interaction dropped, 2 interactions moved\n"
            "note: a.yaml: vcrpy would no longer match #1 (dropped)\n"
            "1 file would be rewritten, 0 left unchanged\n"
        ),
    )
    assert rewrite("--order", "2,0", "a.yaml")[0] == 0
    assert (tmp_path / "a.yaml").read_text() == text.replace(item, last + item + other)


def test_edits_are_made_in_order(rewrite: Main, tmp_path: Path) -> None:
    packed = compress(b"cat\ncat\n", mtime=0)
    headers = "{Content-Encoding: [gzip], Content-Length: ['%d'], Date: [x]}"
    body = f"!!binary {b64encode(packed).decode()}"
    (tmp_path / "a.yaml").write_text(_vcrpy(body, headers % len(packed)))
    arguments = ["--set-header=Date=z", "--drop-header=Content-Length", "--replace=cat=a dog"]
    assert rewrite(*arguments, "--literal-bodies", "--decompress", "a.yaml")[0] == 0
    after = _vcrpy("|\n        a dog\n        a dog", "{Date: [z]}")
    assert (tmp_path / "a.yaml").read_text() == after


def test_what_validate_calls_fixable(rewrite: Main, main_here: Main, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(_vcrpy("abc", "{Content-Length: ['4']}"))
    assert "1 fixable" in main_here("validate", "a.yaml")[2]
    assert rewrite("--fix", "a.yaml") == (0, "", f"a.yaml: 1 fix made\n{_REWRITTEN}")
    assert (tmp_path / "a.yaml").read_text() == _vcrpy("abc", "{Content-Length: ['3']}")
    assert rewrite("--fix", "a.yaml") == (0, "", _LEFT)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--set-header", "Accept"], "'Accept' sets no header", id="no value"),
        pytest.param(["--drop-header", "a b"], "'a b' names no header", id="no name"),
        pytest.param(["--replace", "a"], "'a' replaces nothing", id="no replacement"),
        pytest.param(["--drop", "x"], "'x' is not a position", id="no position"),
        pytest.param(["--merge", "out.yaml", "--check"], "--split and --merge", id="no such mode"),
        pytest.param(["--merge", "out.yaml", "--split", "out"], "use one of them", id="both"),
    ],
)
def test_wrong_options(rewrite: Main, arguments: list[str], message: str, tmp_path: Path) -> None:
    before = _snapshot(tmp_path)
    code, output, errors = rewrite(*arguments, ".")
    assert (code, output, _snapshot(tmp_path)) == (2, "", before)
    assert message in " ".join(errors.replace("│", "").split())


def test_a_file_that_refuses_does_not_stop_the_others(rewrite: Main, tmp_path: Path) -> None:
    refused = "nock/openai-chat-gzip.json"
    before = (tmp_path / refused).read_bytes()
    code, _, errors = rewrite("--decompress", refused, _GZIP)
    assert code == 2
    assert f"error: {refused}:2: a body in several pieces" in errors
    assert errors.endswith("1 file rewritten, 0 left unchanged, 1 failed\n")
    assert (tmp_path / refused).read_bytes() == before


def test_standard_input_goes_to_standard_output(
    run_cassette: Callable[..., tuple[int, str, str]],
) -> None:
    text = _vcrpy("a", "{Date: [x]}")
    code, output, errors = run_cassette("rewrite", "--drop-header=Date", "-", stdin=text.encode())
    assert (code, output, errors) == (0, _vcrpy("a"), f"<stdin>: 1 header dropped\n{_REWRITTEN}")


def test_split_and_merge(rewrite: Main, tmp_path: Path) -> None:
    text = (tmp_path / _GO_VCR).read_text("utf-8")
    parts = [f"parts/openai-chat-multi-tool-streaming-{index}.yaml" for index in (0, 1)]
    assert rewrite("--split", "parts", _GO_VCR) == (0, "", "2 files written to parts\n")
    assert [
        yaml.safe_load(Path(part).read_text("utf-8"))["interactions"][0]["id"] for part in parts
    ] == [0, 0]
    assert (tmp_path / _GO_VCR).read_text("utf-8") == text

    assert rewrite("--merge", "all.yaml", "parts") == (
        0,
        "",
        "2 interactions of 2 files written to all.yaml\n",
    )
    assert (tmp_path / "all.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("option", ["--split", "--merge"])
def test_no_file_is_overwritten_without_force(rewrite: Main, option: str, tmp_path: Path) -> None:
    out = {"--split": "parts", "--merge": "all.yaml"}[option]
    assert rewrite(option, out, _GZIP)[0] == 0
    before = _snapshot(tmp_path)
    code, _, errors = rewrite(option, out, _GZIP, "--drop-header=Date")
    assert (code, _snapshot(tmp_path)) == (2, before)
    assert "already" in errors
    assert "--force" in errors
    assert rewrite(option, out, _GZIP, "--drop-header=Date", "--force")[0] == 0
    assert _snapshot(tmp_path).keys() == before.keys()
    assert _snapshot(tmp_path) != before


def test_two_cassettes_of_one_name_are_not_mixed(rewrite: Main) -> None:
    name = "openai-chat-plain.yaml"
    code, _, errors = rewrite("--split", "parts", f"go-vcr/{name}", f"vcrpy/{name}", "--force")
    assert code == 2
    assert f"error: vcrpy/{name}: parts" in errors
    assert errors.endswith("1 file written to parts\n")


def test_a_merge_of_what_cannot_be_read_writes_nothing(rewrite: Main, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("interactions: [")
    assert rewrite("--merge", "all.yaml", _GZIP, "broken.yaml")[0] == 2
    code, _, errors = rewrite("--merge", "all.yaml", _GZIP, _GO_VCR)
    assert code == 2
    assert f"error: {_GO_VCR}: go-vcr 2 yaml, but {_GZIP} is vcrpy 1 yaml" in errors
    assert not (tmp_path / "all.yaml").exists()


def test_a_directory_that_cannot_be_made(rewrite: Main) -> None:
    code, _, errors = rewrite("--split", f"{_GZIP}/parts", _GZIP)
    assert (code, "cannot be created" in errors) == (2, True)


@pytest.mark.parametrize("name", _OF_VCRPY)
def test_vcrpy_reads_what_was_rewritten(rewrite: Main, name: str, tmp_path: Path) -> None:
    path = tmp_path / "vcrpy" / name
    before = _load(path)
    arguments = ["--decompress", "--literal-bodies", "--drop-header=Date", "--replace=openai=acme"]
    assert rewrite(*arguments, path)[0] == 0
    after = _load(path)
    assert len(after) == len(before)
    for (uri, status, body), (old_uri, old_status, old_body) in zip(after, before, strict=True):
        assert (uri, status) == (old_uri.replace("openai", "acme"), old_status)
        if b"\0" not in old_body:
            assert body == old_body.replace(b"openai", b"acme")


def _load(path: Path) -> list[tuple[str, int, bytes]]:
    """The URLs, statuses and decoded bodies that vcrpy would replay."""
    requests, responses = FilesystemPersister.load_cassette(path, yamlserializer)
    with vcr.use_cassette(str(path), record_mode="none") as cassette:
        assert len(cassette) == len(requests)
    return [
        (request.uri, response["status"]["code"], _decoded(response))
        for request, response in zip(requests, responses, strict=True)
    ]


def _decoded(response: dict[str, dict[str, bytes]]) -> bytes:
    body = response["body"]["string"]
    return decompress(body) if body.startswith(b"\x1f\x8b") else body
