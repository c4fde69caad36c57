import gzip
from base64 import b64encode
from collections.abc import Callable

import pytest
import zstandard

from cassette_cli.errors import EditError
from cassette_cli.layers.peel import peel
from cassette_cli.model import Cassette, header_value
from cassette_cli.rewriting.decompress import Decompress
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite

_LATIN = "text/plain; charset=latin-1"


def _gzip(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return gzip.compress(data, mtime=0)


def _packed(data: bytes) -> str:
    return f"!!binary |\n        {b64encode(data).decode()}"


def _vcrpy(body: str, headers: str, more: str = "") -> str:
    return f"""\
interactions:
- request: {{body: null, headers: {{}}, method: GET, uri: 'http://a/'}}
  response:
    body:
      string: {body}
    headers: {{{headers}}}
    status: {{code: 200, message: OK}}
{more}version: 1
"""


def _encoded(body: bytes) -> str:
    return _vcrpy(_packed(body), f"Content-Encoding: [gzip], Content-Length: ['{len(body)}']")


_QUOTED = """\
- request: {body: "{}", headers: {}, method: GET, uri: 'http://a/'}
  response: {body: {string: "[1]"}, headers: {}, status: {code: 200, message: OK}}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            _encoded(_gzip('{"a": 1}')),
            _vcrpy("""'{"a": 1}'""", "Content-Length: ['8']"),
            id="text of one line",
        ),
        pytest.param(
            _encoded(_gzip("data: 1\n\ndata: 2\n\n")),
            _vcrpy("|+\n        data: 1\n\n        data: 2\n", "Content-Length: ['18']"),
            id="text of several lines",
        ),
        pytest.param(
            _vcrpy(_packed(_gzip("[2]")), "Content-Encoding: [gzip]", _QUOTED),
            _vcrpy('"[2]"', "", _QUOTED),
            id="in the style of other bodies",
        ),
        pytest.param(
            _encoded(_gzip("a\r\n")),
            _vcrpy('"a\\r\\n"', "Content-Length: ['3']"),
            id="what needs escapes",
        ),
        pytest.param(
            _encoded(_gzip(b"\0\xff")),
            _vcrpy(_packed(b"\0\xff"), "Content-Length: ['2']"),
            id="what is not text",
        ),
        pytest.param(
            _vcrpy(
                _packed(_gzip("é".encode("latin-1"))),
                f"Content-Encoding: [gzip], Content-Type: [{_LATIN}]",
            ),
            _vcrpy(_packed(b"\xe9"), f"Content-Type: [{_LATIN}]"),
            id="text whose bytes UTF-8 would change",
        ),
        pytest.param(
            _vcrpy(
                _packed(_gzip(zstandard.ZstdCompressor().compress(b"a"))),
                "Content-Encoding: ['zstd, gzip']",
            ),
            _vcrpy("'a'", ""),
            id="two codings",
        ),
    ],
)
def test_decompress(before: str, after: str, edited: Callable[..., str]) -> None:
    assert edited(before, Decompress()) == after
    assert edited(after, Decompress()) == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_vcrpy("'a'", "Content-Encoding: [gzip]"), id="stored decoded already"),
        pytest.param(_vcrpy(_packed(_gzip("a")), ""), id="a file that is an archive"),
        pytest.param(
            _vcrpy(_packed(_gzip("a")), "Content-Encoding: ['gzip, secret']"), id="a coding unknown"
        ),
        pytest.param(
            _vcrpy(_packed(_gzip("a" * 99)[:-9]), "Content-Encoding: [gzip]"), id="a broken body"
        ),
    ],
)
def test_what_stays(text: str, edited: Callable[..., str]) -> None:
    assert edited(text, Decompress()) == text


def test_base64_under_a_key_of_its_own_stays_base64(
    read_sample: Callable[[str], Cassette],
) -> None:
    before = read_sample("vcr/openai-chat-exact-bytes.yml")
    after = rewrite(before, [InEach(Decompress())])
    assert "base64_string: |" in after.text
    assert "Content-Encoding" not in after.text


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("nock/openai-chat-gzip.json", r":2: .* several pieces", id="chunks of hex"),
        pytest.param("exvcr/openai-chat-gzip.json", "erlang-term", id="a term of Erlang"),
    ],
)
def test_what_is_refused(name: str, message: str, read_sample: Callable[[str], Cassette]) -> None:
    with pytest.raises(EditError, match=message):
        rewrite(read_sample(name), [InEach(Decompress())])


def test_a_decoded_sample_reads_as_before(sample: Cassette) -> None:
    try:
        after = rewrite(sample, [InEach(Decompress())]).cassette
    except EditError:
        return
    for before_one, one in zip(sample.interactions, after.interactions, strict=True):
        for old, new in ((before_one.request, one.request), (before_one.response, one.response)):
            assert peel(new.body, new.headers).content == peel(old.body, old.headers).content
            assert header_value(new.headers, "content-encoding") is None or new == old
